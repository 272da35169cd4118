(* mfds/47: Proposition 47, (14.6) and (14.7). x_{k+1} = argmin f_τ(·, x_k) is x_{k+1} = S_{λτ}(x_k - τAᵀ(Ax_k - y)). For τ‖A‖² ≤ 1, f(x_{k+1}) ≤ f(x_k), and
   f(x_k) - f(v) ≤ ‖v - x_0‖²/(2τk) for every v. (That it converges up to 2/‖A‖² is not proved here.) *)
From Verigrad.base Require Import inner_product sums spaces differential gradient function_class.
From Verigrad.regression Require Import soft_thresholding lasso_surrogate.

Section Iteration.
  Context {n : nat} {W : space}.
  Variables (A : ℝ ^^ n -> W) (At : W -> ℝ ^^ n) (y : W) (l τ : R).
  Hypothesis A_linear : linear A.
  Hypothesis A_adjoint : adjoint A At.
  Hypothesis l_nonnegative : 0 <= l.
  Hypothesis τ_positive : 0 < τ.
  Notation f := (lasso A y l).
  Notation f_τ := (surrogate A y l τ).
  Notation step x := (soft_threshold (l * τ) (x ⊖ τ ⋅ At (A x ⊖ y))).

  Lemma surrogate_gap x x' : f_τ (step x') x' + / (2 * τ) * sqnorm (x ⊖ step x') <= f_τ x x'.
  Proof.
    rewrite !(as_proximal_problem A At y l τ A_linear A_adjoint τ_positive). rewrite (Rmult_comm l τ).
    pose proof (conclusion_gap (τ * l) ltac:(now apply Rmult_le_pos; [left|]) (x' ⊖ τ ⋅ At (A x' ⊖ y)) x) as G.
    apply Rmult_le_compat_l with (r := / τ) in G; [|left; now apply Rinv_0_lt_compat].
    rewrite Rmult_plus_distr_l in G. rewrite Rinv_mult, (Rmult_comm (/ 2)), Rmult_assoc. lra.
  Qed.
  Theorem partial x x' : (forall v, f_τ x x' <= f_τ v x') <-> x = step x'.
  Proof.
    assert (P : 0 < / (2 * τ)) by (apply Rinv_0_lt_compat; lra). split.
    - intro M. pose proof (surrogate_gap x x'). pose proof (M (step x')). pose proof (sqnorm_pos (x ⊖ step x')).
      assert (Z : sqnorm (x ⊖ step x') = 0) by nra. apply sqnorm_zero_inv in Z.
      replace x with ((x ⊖ step x') ⊕ step x') by vector. rewrite Z. vector.
    - intros -> v. pose proof (surrogate_gap v x'). pose proof (sqnorm_pos (v ⊖ step x')). nra.
  Qed.

  Variable x : nat -> ℝ ^^ n.
  Hypothesis τ_admissible : τ_small A τ.
  Hypothesis iterates : forall k, x (S k) = step (x k).

  (* f is convex: f_τ(v, x′) ≤ f(v) + 1/(2τ)‖v - x′‖² *)
  Lemma one_step k v : f (x (S k)) + / (2 * τ) * sqnorm (v ⊖ x (S k)) <= f v + / (2 * τ) * sqnorm (v ⊖ x k).
  Proof.
    pose proof (surrogate_gap v (x k)) as G. rewrite <- iterates in G.
    pose proof (conclusion_majorises A y l τ A_linear τ_positive τ_admissible (x (S k)) (x k)) as M.
    unfold surrogate in G at 2. unfold K in G. pose proof (sqnorm_pos (A v ⊖ A (x k))). lra.
  Qed.
  Theorem partial_decreases k : f (x (S k)) <= f (x k).
  Proof.
    pose proof (one_step k (x k)) as S. replace (sqnorm (x k ⊖ x k)) with 0 in S by inner_ring.
    assert (P : 0 < / (2 * τ)) by (apply Rinv_0_lt_compat; lra). pose proof (sqnorm_pos (x k ⊖ x (Datatypes.S k))). nra.
  Qed.
  Theorem partial_rate v k : (1 <= k)%nat -> f (x k) - f v <= sqnorm (v ⊖ x 0%nat) / (2 * τ * INR k).
  Proof.
    assert (P : 0 < / (2 * τ)) by (apply Rinv_0_lt_compat; lra).
    assert (T : forall k, INR k * (f (x k) - f v) + / (2 * τ) * sqnorm (v ⊖ x k) <= / (2 * τ) * sqnorm (v ⊖ x 0%nat)).
    { clear k. induction k as [|k IH]; [simpl; lra|]. pose proof (one_step k v). pose proof (partial_decreases k).
      rewrite S_INR. pose proof (pos_INR k). nra. }
    intro Hk. apply le_INR in Hk. simpl in Hk. specialize (T k). pose proof (sqnorm_pos (v ⊖ x k)).
    apply Rmult_le_reg_l with (INR k); [lra|].
    replace (INR k * (sqnorm (v ⊖ x 0%nat) / (2 * τ * INR k))) with (/ (2 * τ) * sqnorm (v ⊖ x 0%nat)) by (field; lra). nra.
  Qed.
End Iteration.
