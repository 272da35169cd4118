(* sgm/5.2.4: Lemma 5.2.4. Solutions of (5.22), W′ = Z, Z′ = -(∇J(W) + Z)/ε, ε > 0, satisfy d/dt (J(W) + ε/2 |Z|²) = -|Z|² ≤ 0. *)
From Verigrad.base Require Import inner_product sums spaces differential gradient function_class flow.

Section Decay.
  Context {V : space}.
  Variables (J : V -> R) (grad : V -> V) (ε : R) (W Z : R -> V).
  Hypothesis J_differentiable : differentiable J grad.
  Hypothesis ε_positive : 0 < ε.
  Hypothesis W_velocity : forall t, 0 < t -> has_velocity W t (Z t).
  Hypothesis Z_velocity : forall t, 0 < t -> has_velocity Z t ((- / ε) ⋅ (grad (W t) ⊕ Z t)).

  Definition energy t := J (W t) + ε / 2 * sqnorm (Z t).

  Theorem conclusion t : 0 < t -> derivable_pt_lim energy t (- sqnorm (Z t)) /\ - sqnorm (Z t) <= 0.
  Proof.
    intro Ht. split; [|pose proof (sqnorm_pos (Z t)); lra].
    eapply derivative_ext; [apply (plain_energy_rate J grad W Z J_differentiable ε t _ _ (W_velocity t Ht) (Z_velocity t Ht))|reflexivity|].
    inner_field. lra.
  Qed.
  (* the same for all times, from the start on *)
  Theorem conclusion_decreases : continuous_from W 0 -> continuous_from Z 0 -> forall a b, 0 <= a -> a <= b -> energy b <= energy a.
  Proof.
    intros CW CZ a b Ha Hab. apply (nonincreasing_from energy (fun t => - sqnorm (Z t)) a b Hab).
    - destruct Ha as [Ha|<-]; [exact (continuous_derivative _ a _ (proj1 (conclusion a Ha)))|].
      now apply (plain_energy_continuous J grad).
    - intros t Ht. apply conclusion. lra.
    - intros t Ht. apply conclusion. lra.
  Qed.
End Decay.
