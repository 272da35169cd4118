(* mfds/surrogate: section 14.1.4. f(x) = ½‖Ax - y‖² + λ‖x‖₁ and f_τ(x, x′) = f(x) - ½‖Ax - Ax′‖² + 1/(2τ) ‖x - x′‖². For τ‖A‖² ≤ 1, f ≤ f_τ(·, x′) and
   f_τ(x′, x′) = f(x′), where the text prints 0; the quadratic part is ½⟨(1/τ - AᵀA)(x - x′), x - x′⟩; f_τ(·, x′) is convex. *)
From Verigrad.base Require Import inner_product sums spaces differential gradient function_class.
From Verigrad.regression Require Import soft_thresholding.

Section Surrogate.
  Context {n : nat} {W : space}.
  Variables (A : ℝ ^^ n -> W) (At : W -> ℝ ^^ n) (y : W) (l τ : R).
  Hypothesis A_linear : linear A.
  Hypothesis A_adjoint : adjoint A At.
  Hypothesis l_nonnegative : 0 <= l.
  Hypothesis τ_positive : 0 < τ.

  Definition lasso (x : ℝ ^^ n) : R := / 2 * sqnorm (A x ⊖ y) + l * one_norm x.
  Definition K (x x' : ℝ ^^ n) : R := - / 2 * sqnorm (A x ⊖ A x') + / (2 * τ) * sqnorm (x ⊖ x').
  Definition surrogate (x x' : ℝ ^^ n) : R := lasso x + K x x'.
  (* τ ≤ 1/‖A‖² *)
  Definition τ_small : Prop := forall v, τ * sqnorm (A v) <= ‖v‖².

  Theorem conclusion_quadratic_part x x' : K x x' = / 2 * ⟨/ τ ⋅ (x ⊖ x') ⊖ At (A (x ⊖ x')), x ⊖ x'⟩.
  Proof.
    unfold K. rewrite <- linear_sub by assumption. set (v := x ⊖ x'). unfold sub at 1. rewrite inner_add_l, !inner_scale_l, A_adjoint.
    unfold sqnorm. field. lra.
  Qed.
  Theorem conclusion_majorises : τ_small -> forall x x', lasso x <= surrogate x x'.
  Proof.
    intros H x x'. unfold surrogate, K. rewrite <- linear_sub by assumption. pose proof (H (x ⊖ x')) as B.
    apply Rmult_le_compat_l with (r := / (2 * τ)) in B; [|left; apply Rinv_0_lt_compat; lra].
    replace (/ (2 * τ) * (τ * sqnorm (A (x ⊖ x')))) with (/ 2 * sqnorm (A (x ⊖ x'))) in B by (field; lra). lra.
  Qed.
  Theorem conclusion_touches x : surrogate x x = lasso x.
  Proof. unfold surrogate, K. replace (sqnorm (A x ⊖ A x)) with 0 by inner_ring. replace (sqnorm (x ⊖ x)) with 0 by inner_ring. ring. Qed.
  (* = C + 1/τ (½‖x - (x′ - τAᵀ(Ax′ - y))‖² + τλ‖x‖₁) *)
  Lemma as_proximal_problem x x' : let z := x' ⊖ τ ⋅ At (A x' ⊖ y) in
    surrogate x x' = / τ * objective (τ * l) z x + (/ 2 * sqnorm (A x' ⊖ y) - τ / 2 * sqnorm (At (A x' ⊖ y))).
  Proof.
    intro z. unfold surrogate, K, lasso, objective. set (g := At (A x' ⊖ y)) in *.
    assert (E : ⟨A x' ⊖ y, A x ⊖ A x'⟩ = ⟨g, x ⊖ x'⟩) by (rewrite <- linear_sub by assumption; unfold g; now rewrite A_adjoint).
    replace (sqnorm (x ⊖ z)) with (sqnorm (x ⊖ x') + 2 * τ * ⟨g, x ⊖ x'⟩ + τ * τ * ‖g‖²) by (unfold z; inner_ring). rewrite <- E.
    replace (sqnorm (A x ⊖ y)) with (sqnorm (A x ⊖ A x') + 2 * ⟨A x' ⊖ y, A x ⊖ A x'⟩ + sqnorm (A x' ⊖ y)) by inner_ring. field. lra.
  Qed.
  Lemma one_norm_convex : convex (@one_norm n).
  Proof.
    intros u v t Ht. unfold one_norm. rewrite <- !sum_scale, <- sum_add. apply sum_le. intro k. simpl.
    eapply Rle_trans; [apply Rabs_triang|]. rewrite !Rabs_mult, (Rabs_pos_eq t), (Rabs_pos_eq (1 - t)) by lra. lra.
  Qed.
  Theorem conclusion_convex x' : convex (fun x => surrogate x x').
  Proof.
    intros u v t Ht. rewrite !as_proximal_problem. set (z := x' ⊖ τ ⋅ At (A x' ⊖ y)). set (c := / 2 * sqnorm (A x' ⊖ y) - τ / 2 * sqnorm (At (A x' ⊖ y))).
    assert (B : objective (τ * l) z (t ⋅ u ⊕ (1 - t) ⋅ v) <= t * objective (τ * l) z u + (1 - t) * objective (τ * l) z v).
    { unfold objective. pose proof (one_norm_convex u v t Ht) as N. apply Rmult_le_compat_l with (r := τ * l) in N; [|apply Rmult_le_pos; lra].
      assert (S : sqnorm (t ⋅ u ⊕ (1 - t) ⋅ v ⊖ z) = t * sqnorm (u ⊖ z) + (1 - t) * sqnorm (v ⊖ z) - t * (1 - t) * sqnorm (u ⊖ v)) by inner_ring.
      rewrite S. pose proof (Rmult_le_pos _ _ (Rmult_le_pos t (1 - t) ltac:(lra) ltac:(lra)) (sqnorm_pos (u ⊖ v))). lra. }
    apply Rmult_le_compat_l with (r := / τ) in B; [|left; now apply Rinv_0_lt_compat]. lra.
  Qed.
  (* so a minimiser of f_τ(·, x′) has no larger f than x′ *)
  Theorem conclusion_decreases x x' : τ_small -> (forall v, surrogate x x' <= surrogate v x') -> lasso x <= lasso x'.
  Proof.
    intros Hτ minimiser. pose proof (conclusion_majorises Hτ x x'). pose proof (minimiser x') as M. rewrite conclusion_touches in M. lra.
  Qed.
End Surrogate.

(* f_τ(x, x) = 0: A = 1, y = 1, λ = 0, τ = 1, x = 0 has ½. *)
Theorem zero_on_the_diagonal_is_false : ~ (forall (A : ℝ ^^ 1 -> ℝ ^^ 1) y l τ x, surrogate A y l τ x x = 0).
Proof.
  intro H. specialize (H (fun x => x) (fun _ => 1) 0 1 (fun _ => 0)). rewrite conclusion_touches in H.
  unfold lasso, sqnorm, sub in H. simpl in H. lra.
Qed.
