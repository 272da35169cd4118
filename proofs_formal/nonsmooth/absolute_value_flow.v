(* sgm/5.6.7: Lemma 5.6.7. For J(w) = |w|, w(t) = sign(w_0)(|w_0| - t)₊ satisfies the weak form (5.44): for every φ ≥ 0, continuously differentiable, 0 from T
   on, and every y, ∫₀^∞ [|w - y|²/2 φ′ + (|y| - |w|)φ] dt + |w_0 - y|²/2 φ(0) ≥ 0. The integrand is continuous; its integral is here the increase of a
   primitive F over [0, T]. That this w is the only weak solution is 5.6.5, not proved here for solutions without a velocity. *)
From Verigrad.base Require Import inner_product sums spaces differential gradient.
From Verigrad.regression Require Import soft_thresholding.

Definition w (w0 t : R) : R := sign w0 * Rmax (Rabs w0 - t) 0.

Lemma sign_times_abs x : sign x * Rabs x = x.
Proof. unfold sign, Rabs. destruct (Rlt_dec 0 x), (Rlt_dec x 0), (Rcase_abs x); lra. Qed.
Lemma sign_square_le x : sign x * sign x <= 1.
Proof. unfold sign. destruct (Rlt_dec 0 x), (Rlt_dec x 0); lra. Qed.
Lemma before w0 t : t <= Rabs w0 -> w w0 t = w0 - sign w0 * t.
Proof. intro H. unfold w. rewrite Rmax_left by lra. rewrite Rmult_minus_distr_l, sign_times_abs. ring. Qed.
Lemma after w0 t : Rabs w0 <= t -> w w0 t = 0.
Proof. intro H. unfold w. rewrite Rmax_right by lra. ring. Qed.

(* (5.43) and (5.34): w′ = -sign(w) until w is 0, then w′ = 0 *)
Theorem partial_closed_form w0 t : w w0 0 = w0 /\ (0 <= t <= Rabs w0 -> w w0 t = w0 - sign w0 * t) /\ (Rabs w0 <= t -> w w0 t = 0).
Proof. split; [rewrite before by apply Rabs_pos; ring|split; [intros [_ H]; now apply before|apply after]]. Qed.

Section Weak.
  Variables (w0 y T : R) (φ φ' F : R -> R).
  Hypothesis φ_nonnegative : forall t, 0 <= t -> 0 <= φ t.
  Hypothesis φ_derivative : forall t, 0 <= t -> derivable_pt_lim φ t (φ' t).
  Hypothesis T_after : Rabs w0 <= T.
  Hypothesis φ_zero : φ T = 0.
  Hypothesis primitive : forall t, 0 <= t -> derivable_pt_lim F t ((w w0 t - y) * (w w0 t - y) / 2 * φ' t + (Rabs y - Rabs (w w0 t)) * φ t).

  Lemma squared_derivative a b t : derivable_pt_lim (fun t => (a - b * t - y) * (a - b * t - y) / 2) t (- b * (a - b * t - y)).
  Proof.
    assert (D : derivable_pt_lim (fun t => a - b * t - y) t (0 - b * 1 - 0)).
    { apply derivable_pt_lim_minus; [|apply derivable_pt_lim_const]. apply derivable_pt_lim_minus; [apply derivable_pt_lim_const|].
      apply (derivable_pt_lim_scal id), derivable_pt_lim_id. }
    pose proof (derivable_pt_lim_scal _ (/ 2) _ _ (derivable_pt_lim_mult _ _ _ _ _ D D)) as E.
    eapply derivative_ext; [exact E| |]; [intro s; unfold mult_real_fct, mult_fct; cbv beta; field|cbv beta; field].
  Qed.
  (* F - |w - y|²/2 φ does not decrease while w is affine with the slope -b, if |y| - |w| + b(w - y) ≥ 0 *)
  Lemma piece a b s t : 0 <= s <= t -> (forall r, s <= r <= t -> w w0 r = a - b * r) ->
    (forall r, s <= r <= t -> 0 <= Rabs y - Rabs (w w0 r) + b * (w w0 r - y)) ->
    F s - (w w0 s - y) * (w w0 s - y) / 2 * φ s <= F t - (w w0 t - y) * (w w0 t - y) / 2 * φ t.
  Proof.
    intros Hst E S. rewrite (E s), (E t) by lra.
    apply (nondecreasing (fun r => F r - (a - b * r - y) * (a - b * r - y) / 2 * φ r)
      (fun r => ((w w0 r - y) * (w w0 r - y) / 2 * φ' r + (Rabs y - Rabs (w w0 r)) * φ r)
                - (- b * (a - b * r - y) * φ r + (a - b * r - y) * (a - b * r - y) / 2 * φ' r)) s t); [lra| |].
    - intros r Hr. apply derivable_pt_lim_minus; [apply primitive; lra|].
      apply (derivable_pt_lim_mult (fun r => (a - b * r - y) * (a - b * r - y) / 2) φ); [apply squared_derivative|apply φ_derivative; lra].
    - intros r Hr. pose proof (S r Hr) as P. rewrite (E r Hr) in *. pose proof (φ_nonnegative r ltac:(lra)).
      assert (0 <= (Rabs y - Rabs (a - b * r) + b * (a - b * r - y)) * φ r) by (now apply Rmult_le_pos). lra.
  Qed.

  Theorem partial_weak_inequality : F T - F 0 + (w0 - y) * (w0 - y) / 2 * φ 0 >= 0.
  Proof.
    pose proof (Rabs_pos w0) as P.
    assert (A : F 0 - (w w0 0 - y) * (w w0 0 - y) / 2 * φ 0 <= F (Rabs w0) - (w w0 (Rabs w0) - y) * (w w0 (Rabs w0) - y) / 2 * φ (Rabs w0)).
    { apply (piece w0 (sign w0)); [lra|intros r Hr; apply before; lra|]. intros r Hr. rewrite before by lra.
      (* sign(w)w = |w| and sign(w)y ≤ |y| *)
      unfold sign, Rabs in *. destruct (Rlt_dec 0 w0), (Rlt_dec w0 0), (Rcase_abs w0), (Rcase_abs y); destruct Rcase_abs; lra. }
    assert (B : F (Rabs w0) - (w w0 (Rabs w0) - y) * (w w0 (Rabs w0) - y) / 2 * φ (Rabs w0) <= F T - (w w0 T - y) * (w w0 T - y) / 2 * φ T).
    { apply (piece 0 0); [lra|intros r Hr; rewrite after by lra; ring|]. intros r Hr. rewrite after by lra. rewrite Rabs_R0.
      pose proof (Rabs_pos y). lra. }
    rewrite φ_zero in B. destruct (partial_closed_form w0 0) as [E _]. rewrite E in A. lra.
  Qed.
End Weak.

(* The proof's integrand sign(w_0)y - |y| is not positive but negative: w_0 = 1, y = -1. *)
Theorem printed_integrand_is_false : ~ (forall w0 y, 0 <= sign w0 * y - Rabs y).
Proof.
  intro H. specialize (H 1 (-1)). unfold sign in H. rewrite (Rabs_left (-1)) in H by lra. destruct (Rlt_dec 0 1); lra.
Qed.
