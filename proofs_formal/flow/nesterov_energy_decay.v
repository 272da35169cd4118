(* sgm/5.2.3: Lemma 5.2.3. Solutions of (5.19), W′ = Z, Z′ = -∇J(W + νZ), ν ≥ 0, satisfy (5.20),
   d/dt (J(W + νZ) + ½|Z|²) = -ν|∇J(W + νZ)|² ≤ 0. The equality holds for ν of any sign, and J need not be C². *)
From Verigrad.base Require Import inner_product sums spaces differential gradient function_class flow.

Section Decay.
  Context {V : space}.
  Variables (J : V -> R) (grad : V -> V) (ν : R) (W Z : R -> V).
  Hypothesis J_differentiable : differentiable J grad.
  Hypothesis ν_pos : 0 <= ν.
  Hypothesis W_velocity : forall t, 0 < t -> has_velocity W t (Z t).
  Hypothesis Z_velocity : forall t, 0 < t -> has_velocity Z t (⊖ grad (W t ⊕ ν ⋅ Z t)).

  Definition energy t := J (W t ⊕ ν ⋅ Z t) + / 2 * sqnorm (Z t).

  (* ⟨Z - ν∇J(W + νZ), ∇J(W + νZ)⟩ + ⟨-∇J(W + νZ), Z⟩ = -ν|∇J(W + νZ)|² *)
  Lemma rate t : let g := grad (W t ⊕ ν ⋅ Z t) in ⟨g, Z t ⊕ ν ⋅ ⊖ g⟩ + 1 * ⟨Z t, ⊖ g⟩ = - ν * sqnorm g.
  Proof. cbv zeta. set (g := grad (W t ⊕ ν ⋅ Z t)). inner_ring. Qed.

  Theorem conclusion t : 0 < t ->
    derivable_pt_lim energy t (- ν * sqnorm (grad (W t ⊕ ν ⋅ Z t))) /\ - ν * sqnorm (grad (W t ⊕ ν ⋅ Z t)) <= 0.
  Proof.
    intro Ht. split; [|pose proof (sqnorm_pos (grad (W t ⊕ ν ⋅ Z t))); nra].
    eapply derivative_ext; [apply (energy_rate J grad W Z J_differentiable ν 1 t _ _ (W_velocity t Ht) (Z_velocity t Ht))| |apply rate].
    intro s. unfold energy. lra.
  Qed.
  (* the same for all times, from the start on *)
  Theorem conclusion_decreases : continuous_from W 0 -> continuous_from Z 0 -> forall a b, 0 <= a -> a <= b -> energy b <= energy a.
  Proof.
    intros CW CZ a b Ha Hab.
    apply (nonincreasing_from energy (fun t => - ν * sqnorm (grad (W t ⊕ ν ⋅ Z t))) a b Hab).
    - destruct Ha as [Ha|<-]; [exact (continuous_derivative _ a _ (proj1 (conclusion a Ha)))|].
      replace energy with (fun s => J (W s ⊕ ν ⋅ Z s) + 1 / 2 * sqnorm (Z s)).
      + now apply (energy_continuous J grad).
      + unfold energy. now replace (1 / 2) with (/ 2) by lra.
    - intros t Ht. apply conclusion. lra.
    - intros t Ht. apply conclusion. lra.
  Qed.
End Decay.
