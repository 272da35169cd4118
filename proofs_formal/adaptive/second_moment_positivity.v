(* sgm/5.2.5: Lemma 5.2.5. Along (5.23), D′(t) = (diag(∇J(W(t)) ⊗ ∇J(W(t))) - D(t))/ε₂, D(0) > 0 gives D(t) > 0 for all t ≥ 0.
   Each entry d of the diagonal matrix is by itself: d′ = (g² - d)/ε₂, with the entry g(t) of the gradient, whatever it is. *)
From Verigrad.base Require Import inner_product sums spaces differential gradient flow.

Section Positivity.
  Variables (d g : R -> R) (ε2 : R).
  Hypothesis ε2_positive : 0 < ε2.
  Hypothesis d_continuous : continuous_from (d : R -> ℝ) 0.
  Hypothesis d_derivative : forall t, 0 < t -> derivable_pt_lim d t ((g t * g t - d t) / ε2).

  (* (e^{t/ε₂}D)′ = e^{t/ε₂}g²/ε₂ ≥ 0, with the factor 1/ε₂ that the text loses, and ≥ for its > *)
  Lemma weighted_derivative t : 0 < t ->
    derivable_pt_lim (fun s => exp (/ ε2 * s) * d s) t (/ ε2 * (exp (/ ε2 * t) * (g t * g t))).
  Proof.
    intro Ht. eapply derivative_ext; [apply derivative_weighted, d_derivative, Ht|reflexivity|]. field. lra.
  Qed.
  Lemma growth t : 0 <= t -> d 0 <= exp (/ ε2 * t) * d t.
  Proof.
    intro Ht. replace (d 0) with (exp (/ ε2 * 0) * d 0) by (rewrite Rmult_0_r, exp_0; ring).
    apply (nondecreasing_from (fun s => exp (/ ε2 * s) * d s) (fun s => / ε2 * (exp (/ ε2 * s) * (g s * g s))) 0 t Ht).
    - apply continuous_mult; [|exact d_continuous]. apply (continuous_derivative _ 0 (/ ε2 * exp (/ ε2 * 0))), derivative_exp.
    - intros s Hs. apply weighted_derivative. lra.
    - intros s _. apply Rmult_le_pos; [left; now apply Rinv_0_lt_compat|]. apply Rmult_le_pos; [left; apply exp_pos|apply Rle_0_sqr].
  Qed.

  Theorem conclusion : 0 < d 0 -> forall t, 0 <= t -> 0 < d t.
  Proof.
    intros H t Ht. pose proof (growth t Ht). pose proof (exp_pos (/ ε2 * t)). apply Rnot_le_lt. intro N. nra.
  Qed.
End Positivity.

(* d = e^{-t/ε₂} solves the system where ∇J(W) = 0; d = 1 where g = 1. *)
Lemma decay_solves ε2 : 0 < ε2 -> forall t, derivable_pt_lim (fun s => exp (- / ε2 * s)) t ((0 * 0 - exp (- / ε2 * t)) / ε2).
Proof. intros H t. eapply derivative_ext; [apply derivative_exp|reflexivity|]. field. lra. Qed.

Theorem lost_factor_is_false :
  ~ (forall (d g : R -> R) ε2, 0 < ε2 -> (forall t, 0 <= t -> derivable_pt_lim d t ((g t * g t - d t) / ε2)) -> 0 < d 0 ->
       forall t, 0 <= t -> derivable_pt_lim (fun s => exp (/ ε2 * s) * d s) t (exp (/ ε2 * t) * (g t * g t))).
Proof.
  intro H. assert (D : forall t, 0 <= t -> derivable_pt_lim (fun _ => 1) t ((1 * 1 - 1) / 2)).
  { intros t _. eapply derivative_ext; [apply (derivable_pt_lim_const 1)|reflexivity|]. field. }
  pose proof (H (fun _ => 1) (fun _ => 1) 2 ltac:(lra) D Rlt_0_1 0 (Rle_refl 0)) as A.
  pose proof (derivative_weighted _ (/ 2) _ _ (D 0 ltac:(lra))) as B. pose proof (uniqueness_limite _ _ _ _ A B) as E.
  rewrite Rmult_0_r, exp_0 in E. lra.
Qed.
Theorem strict_derivative_is_false :
  ~ (forall (d g : R -> R) ε2, 0 < ε2 -> (forall t, 0 <= t -> derivable_pt_lim d t ((g t * g t - d t) / ε2)) -> 0 < d 0 ->
       forall t l, 0 <= t -> derivable_pt_lim (fun s => exp (/ ε2 * s) * d s) t l -> 0 < l).
Proof.
  intro H. pose proof (derivative_weighted _ (/ 1) 0 _ (decay_solves 1 Rlt_0_1 0)) as D.
  specialize (H _ (fun _ => 0) 1 Rlt_0_1 (fun t _ => decay_solves 1 Rlt_0_1 t)). cbv beta in H.
  specialize (H (exp_pos _) 0 _ ltac:(lra) D). unfold Rdiv in H. rewrite !Rmult_0_r, exp_0, Rinv_1 in H. lra.
Qed.
Theorem strict_growth_is_false :
  ~ (forall (d g : R -> R) ε2, 0 < ε2 -> (forall t, 0 <= t -> derivable_pt_lim d t ((g t * g t - d t) / ε2)) -> 0 < d 0 ->
       forall t, 0 < t -> d 0 < exp (/ ε2 * t) * d t).
Proof.
  intro H. specialize (H _ (fun _ => 0) 1 Rlt_0_1 (fun t _ => decay_solves 1 Rlt_0_1 t)). cbv beta in H.
  specialize (H (exp_pos _) 1 ltac:(lra)). rewrite <- exp_plus in H. replace (/ 1 * 1 + - / 1 * 1) with 0 in H by field.
  replace (- / 1 * 0) with 0 in H by ring. lra.
Qed.
