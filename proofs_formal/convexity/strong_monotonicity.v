(* sgm/5.8: (5.8). If α ≤ ∇²J ≤ β, then α|W₁ - W₂|² ≤ ⟨∇J(W₁) - ∇J(W₂), W₁ - W₂⟩ ≤ β|W₁ - W₂|².
   That ∇²J is continuous, and α > 0, is not needed. Beside it |∇J(W₁) - ∇J(W₂)| ≤ β|W₁ - W₂|, which the proof of Lemma 5.1.3 takes from
   the integral of the Hessian; here for α ≥ 0 without the symmetry of ∇²J. *)
From Verigrad.base Require Import inner_product sums spaces differential gradient function_class hessian.

Section Monotonicity.
  Context {V : space}.
  Variables (J : V -> R) (grad : V -> V) (hess : V -> V -> V) (α β : R).
  Hypothesis J_hessian : has_hessian grad hess.
  Hypothesis bounds : hessian_between hess α β.

  (* ⟨∇J(x) - ∇J(y), x - y⟩ = ⟨∇²J(y + μ(x - y))(x - y), x - y⟩ for a μ *)
  Lemma mean_value x y : exists μ, ⟨grad x ⊖ grad y, x ⊖ y⟩ = ⟨hess (y ⊕ μ ⋅ (x ⊖ y)) (x ⊖ y), x ⊖ y⟩.
  Proof.
    set (v := x ⊖ y).
    destruct (MVT_cor2 (fun s => ⟨grad (y ⊕ s ⋅ v), v⟩) (fun s => ⟨hess (y ⊕ s ⋅ v) v, v⟩) 0 1) as [μ [E _]]; [lra| |].
    - intros s _. now apply slope_derivative.
    - exists μ. replace (y ⊕ 1 ⋅ v) with x in E by (unfold v; vector). replace (y ⊕ 0 ⋅ v) with y in E by vector.
      replace (⟨grad x ⊖ grad y, v⟩) with (⟨grad x, v⟩ - ⟨grad y, v⟩) by inner_ring. lra.
  Qed.

  Theorem conclusion x y :
    α * sqnorm (x ⊖ y) <= ⟨grad x ⊖ grad y, x ⊖ y⟩ <= β * sqnorm (x ⊖ y).
  Proof. destruct (mean_value x y) as [μ ->]. apply bounds. Qed.

  Hypothesis J_differentiable : differentiable J grad.
  Hypothesis α_pos : 0 <= α.
  Hypothesis β_positive : 0 < β.

  Lemma quadratic_bounds x y : J x + ⟨grad x, y ⊖ x⟩ + α / 2 * sqnorm (y ⊖ x) <= J y
    /\ J y <= J x + ⟨grad x, y ⊖ x⟩ + β / 2 * sqnorm (y ⊖ x).
  Proof.
    destruct (taylor_lagrange J grad hess J_differentiable J_hessian x (y ⊖ x)) as [μ [_ E]].
    replace (x ⊕ (y ⊖ x)) with y in E by vector. pose proof (bounds (x ⊕ μ ⋅ (y ⊖ x)) (y ⊖ x)). lra.
  Qed.
  (* the tangent of the upper bound's minimum: |∇J(x) - ∇J(y)|²/(2β) ≤ J(y) - J(x) - ⟨∇J(x), y - x⟩ *)
  Lemma gap_above_tangent x y : / (2 * β) * sqnorm (grad y ⊖ grad x) <= J y - J x - ⟨grad x, y ⊖ x⟩.
  Proof.
    set (z := y ⊖ / β ⋅ (grad y ⊖ grad x)). destruct (quadratic_bounds x z) as [Lo _]. destruct (quadratic_bounds y z) as [_ Up].
    pose proof (Rmult_le_pos _ _ α_pos (sqnorm_pos (z ⊖ x))).
    replace (⟨grad x, z ⊖ x⟩) with (⟨grad x, y ⊖ x⟩ - / β * ⟨grad x, grad y ⊖ grad x⟩) in Lo by (unfold z; inner_ring).
    replace (⟨grad y, z ⊖ y⟩) with (- / β * ⟨grad y, grad y ⊖ grad x⟩) in Up by (unfold z; inner_ring).
    replace (β / 2 * sqnorm (z ⊖ y)) with (/ (2 * β) * sqnorm (grad y ⊖ grad x)) in Up by (unfold z; inner_field; lra).
    replace (/ (2 * β) * sqnorm (grad y ⊖ grad x))
      with (/ β * ⟨grad y, grad y ⊖ grad x⟩ - / β * ⟨grad x, grad y ⊖ grad x⟩ - / (2 * β) * sqnorm (grad y ⊖ grad x)) by (inner_field; lra).
    lra.
  Qed.
  Lemma gradient_lipschitz : smooth grad β.
  Proof.
    intros x y. pose proof (gap_above_tangent x y) as A. pose proof (gap_above_tangent y x) as B.
    replace (sqnorm (grad x ⊖ grad y)) with (sqnorm (grad y ⊖ grad x)) in B by inner_ring.
    assert (C : / β * sqnorm (grad y ⊖ grad x) <= ⟨grad y ⊖ grad x, y ⊖ x⟩).
    { replace (⟨grad y ⊖ grad x, y ⊖ x⟩) with (- ⟨grad x, y ⊖ x⟩ - ⟨grad y, x ⊖ y⟩) by inner_ring.
      replace (/ β * sqnorm (grad y ⊖ grad x)) with (2 * (/ (2 * β) * sqnorm (grad y ⊖ grad x))) by (field; lra). lra. }
    rewrite (norm_sub_sym x y), (norm_sub_sym (grad x)). pose proof (cauchy_schwarz (grad y ⊖ grad x) (y ⊖ x)) as S.
    pose proof (norm_pos (y ⊖ x)) as P. destruct (norm_pos (grad y ⊖ grad x)) as [Q|<-]; [|apply Rmult_le_pos; lra].
    apply Rmult_le_reg_l with (norm (grad y ⊖ grad x)); [exact Q|]. rewrite norm_sqr.
    apply Rmult_le_compat_l with (r := β) in C; [|lra]. rewrite <- Rmult_assoc, Rinv_r, Rmult_1_l in C by lra.
    apply Rmult_le_compat_l with (r := β) in S; lra.
  Qed.
End Monotonicity.
