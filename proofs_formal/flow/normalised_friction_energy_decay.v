(* sgm/5.21: (5.21) and the sentence after it. Solutions of W′ = Z, Z′ = -∇J(W) - νZ/√(|Z|² + ε), ε > 0, satisfy
   d/dt (J(W) + ½|Z|²) = -ν|Z|²/√(|Z|² + ε) ≤ 0. ν ≥ 0, as in (5.19). *)
From Verigrad.base Require Import inner_product sums spaces differential gradient function_class flow.

Section Decay.
  Context {V : space}.
  Variables (J : V -> R) (grad : V -> V) (ν ε : R) (W Z : R -> V).
  Hypothesis J_differentiable : differentiable J grad.
  Hypothesis ν_pos : 0 <= ν.
  Hypothesis ε_positive : 0 < ε.
  Hypothesis W_velocity : forall t, 0 < t -> has_velocity W t (Z t).
  Hypothesis Z_velocity : forall t, 0 < t -> has_velocity Z t (⊖ grad (W t) ⊖ (ν / sqrt (sqnorm (Z t) + ε)) ⋅ Z t).

  Definition energy t := J (W t) + / 2 * sqnorm (Z t).
  Definition friction t := ν * (sqnorm (Z t) / sqrt (sqnorm (Z t) + ε)).

  Lemma root_positive t : 0 < sqrt (sqnorm (Z t) + ε).
  Proof. apply sqrt_lt_R0. pose proof (sqnorm_pos (Z t)). lra. Qed.
  Lemma friction_pos t : 0 <= friction t.
  Proof.
    unfold friction. apply Rmult_le_pos; [exact ν_pos|]. apply Rmult_le_pos; [apply sqnorm_pos|].
    left. apply Rinv_0_lt_compat, root_positive.
  Qed.

  Theorem conclusion t : 0 < t -> derivable_pt_lim energy t (- friction t) /\ - friction t <= 0.
  Proof.
    intro Ht. split; [|pose proof (friction_pos t); lra].
    eapply derivative_ext; [apply (plain_energy_rate J grad W Z J_differentiable 1 t _ _ (W_velocity t Ht) (Z_velocity t Ht))| |].
    - intro s. unfold energy. lra.
    - unfold friction. pose proof (root_positive t). set (r := sqrt (sqnorm (Z t) + ε)) in *. clearbody r. inner_field. lra.
  Qed.
  (* the same for all times, from the start on *)
  Theorem conclusion_decreases : continuous_from W 0 -> continuous_from Z 0 -> forall a b, 0 <= a -> a <= b -> energy b <= energy a.
  Proof.
    intros CW CZ a b Ha Hab. apply (nonincreasing_from energy (fun t => - friction t) a b Hab).
    - destruct Ha as [Ha|<-]; [exact (continuous_derivative _ a _ (proj1 (conclusion a Ha)))|].
      replace energy with (fun s => J (W s) + 1 / 2 * sqnorm (Z s)).
      + now apply (plain_energy_continuous J grad).
      + unfold energy. now replace (1 / 2) with (/ 2) by lra.
    - intros t Ht. apply conclusion. lra.
    - intros t Ht. apply conclusion. lra.
  Qed.
End Decay.
