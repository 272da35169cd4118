(* sgm/5.6.5: Lemma 5.6.5, for solutions with a velocity, for which the weak form says (5.39): two of them with the same initial value are equal. J₂
   need not be differentiable nor convex; ∇J₁ is C-Lipschitz. The general case, of solutions that are merely continuous, is not proved here. *)
From Verigrad.base Require Import inner_product sums spaces differential gradient function_class.

Definition variational_inequality {V : space} (J2 : V -> R) (grad1 : V -> V) (W W' : R -> V) : Prop :=
  forall t, 0 <= t -> has_velocity W t (W' t) /\ forall Y, ⟨W' t ⊕ grad1 (W t), Y ⊖ W t⟩ + J2 Y - J2 (W t) >= 0.

Section Uniqueness.
  Context {V : space}.
  Variables (J2 : V -> R) (grad1 : V -> V) (C : R) (W W' Z Z' : R -> V).
  Hypothesis smooth1 : smooth grad1 C.
  Hypothesis solution_W : variational_inequality J2 grad1 W W'.
  Hypothesis solution_Z : variational_inequality J2 grad1 Z Z'.

  (* Y = Z(t) in the one, Y = W(t) in the other: ⟨W′ - Z′, W - Z⟩ ≤ -⟨∇J₁(W) - ∇J₁(Z), W - Z⟩ *)
  Lemma doubled t : 0 <= t -> ⟨W t ⊖ Z t, W' t ⊖ Z' t⟩ <= ⟨grad1 (W t) ⊖ grad1 (Z t), Z t ⊖ W t⟩.
  Proof.
    intro Ht. destruct (solution_W t Ht) as [_ A]. destruct (solution_Z t Ht) as [_ B]. specialize (A (Z t)). specialize (B (W t)).
    assert (E : ⟨grad1 (W t) ⊖ grad1 (Z t), Z t ⊖ W t⟩ - ⟨W t ⊖ Z t, W' t ⊖ Z' t⟩
                = ⟨W' t ⊕ grad1 (W t), Z t ⊖ W t⟩ + ⟨Z' t ⊕ grad1 (Z t), W t ⊖ Z t⟩) by inner_ring. lra.
  Qed.
  (* Gronwall *)
  Theorem partial_estimate t : 0 <= t -> sqnorm (W t ⊖ Z t) <= exp (2 * C * t) * sqnorm (W 0 ⊖ Z 0).
  Proof.
    intro Ht.
    assert (N : exp (- (2 * C) * t) * sqnorm (W t ⊖ Z t) <= exp (- (2 * C) * 0) * sqnorm (W 0 ⊖ Z 0)).
    { apply (nonincreasing (fun s => exp (- (2 * C) * s) * sqnorm (W s ⊖ Z s))
        (fun s => - (2 * C) * exp (- (2 * C) * s) * sqnorm (W s ⊖ Z s) + exp (- (2 * C) * s) * (2 * ⟨W s ⊖ Z s, W' s ⊖ Z' s⟩)) 0 t Ht).
      - intros s [Hs _]. destruct (solution_W s Hs) as [DW _]. destruct (solution_Z s Hs) as [DZ _].
        apply (derivable_pt_lim_mult (fun s => exp (- (2 * C) * s)) (fun s => sqnorm (W s ⊖ Z s))); [apply derivative_exp|].
        apply (derivative_sqnorm (fun s => W s ⊖ Z s)), (velocity_sub W Z); assumption.
      - intros s [Hs _]. pose proof (exp_pos (- (2 * C) * s)). pose proof (doubled s Hs) as D.
        pose proof (cauchy_schwarz (grad1 (W s) ⊖ grad1 (Z s)) (Z s ⊖ W s)) as S. rewrite (norm_sub_sym (Z s)) in S.
        pose proof (smooth1 (W s) (Z s)) as L. pose proof (norm_pos (W s ⊖ Z s)).
        assert (norm (grad1 (W s) ⊖ grad1 (Z s)) * norm (W s ⊖ Z s) <= C * sqnorm (W s ⊖ Z s)) by (rewrite <- norm_sqr; nra). nra. }
    rewrite Rmult_0_r, exp_0, Rmult_1_l in N. pose proof (exp_pos (2 * C * t)) as P.
    apply Rmult_le_compat_l with (r := exp (2 * C * t)) in N; [|lra].
    rewrite <- Rmult_assoc, <- exp_plus in N. replace (2 * C * t + - (2 * C) * t) with 0 in N by ring. rewrite exp_0 in N. lra.
  Qed.
  Theorem partial_differentiable_solutions : W 0 = Z 0 -> forall t, 0 <= t -> W t = Z t.
  Proof.
    intros E t Ht. pose proof (partial_estimate t Ht) as B. rewrite E in B. replace (sqnorm (Z 0 ⊖ Z 0)) with 0 in B by inner_ring.
    pose proof (sqnorm_pos (W t ⊖ Z t)). assert (S : sqnorm (W t ⊖ Z t) = 0) by lra. apply sqnorm_zero_inv in S.
    replace (W t) with ((W t ⊖ Z t) ⊕ Z t) by vector. rewrite S. vector.
  Qed.
End Uniqueness.

(* The estimate as printed, |W(t) - Z(t)|² ≤ |W(s) - Z(s)|² + ∫⟨∇J₁(W) - ∇J₁(Z), W - Z⟩, has the other sign under the integral: for J₁(w) = -w²/2, J₂ = 0, of
   W = eᵗ and Z = 0 the rate of |W - Z|² is 2e^{2t}, and ⟨∇J₁(W) - ∇J₁(Z), W - Z⟩ = -e^{2t}. *)
Theorem sign_of_the_estimate_is_false :
  ~ (forall (J2 : ℝ -> R) (grad1 : ℝ -> ℝ) (W W' Z Z' : R -> ℝ), variational_inequality J2 grad1 W W' -> variational_inequality J2 grad1 Z Z' ->
       forall t, 0 <= t -> 2 * ⟨W t ⊖ Z t, W' t ⊖ Z' t⟩ <= ⟨grad1 (W t) ⊖ grad1 (Z t), W t ⊖ Z t⟩).
Proof.
  intro H. specialize (H (fun _ => 0) (fun w => -1 ⋅ w) (fun t => exp (1 * t)) (fun t => 1 * exp (1 * t)) (fun _ => 0) (fun _ => 0)).
  assert (A : variational_inequality (fun _ : ℝ => 0) (fun w => -1 ⋅ w) (fun t => exp (1 * t)) (fun t => 1 * exp (1 * t))).
  { intros t _. split.
    - apply velocity_iff_differential. eapply differential_ext; [reflexivity| |apply derivative_iff_differential, derivative_exp]. intro h. simpl. ring.
    - intro Y. simpl. rewrite Rmult_1_l. lra. }
  assert (B : variational_inequality (fun _ : ℝ => 0) (fun w => -1 ⋅ w) (fun _ => 0) (fun _ => 0)).
  { intros t _. split; [apply (@velocity_const ℝ (0 : ℝ) t)|]. intro Y. simpl. lra. }
  specialize (H A B 0 ltac:(lra)). unfold sub in H. simpl in H. rewrite Rmult_0_r, exp_0 in H. lra.
Qed.
