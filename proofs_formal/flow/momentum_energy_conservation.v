(* sgm/5.2.1: Lemma 5.2.1. Solutions of (5.16), W′ = Z, Z′ = -∇J(W), satisfy d/dt (J(W(t)) + ½|Z(t)|²) = 0.
   (5.18), J ∈ C², is not needed: a gradient at each point is enough. *)
From Verigrad.base Require Import inner_product sums spaces differential gradient function_class flow.

Section Conservation.
  Context {V : space}.
  Variables (J : V -> R) (grad : V -> V) (W Z : R -> V).
  Hypothesis J_differentiable : differentiable J grad.
  Hypothesis W_velocity : forall t, 0 < t -> has_velocity W t (Z t).
  Hypothesis Z_velocity : forall t, 0 < t -> has_velocity Z t (⊖ grad (W t)).

  Definition energy t := J (W t) + / 2 * sqnorm (Z t).

  (* ⟨W′, ∇J(W)⟩ + ⟨Z′, Z⟩ = ⟨Z, ∇J(W)⟩ + ⟨-∇J(W), Z⟩ = 0 *)
  Lemma rate_vanishes t : ⟨grad (W t), Z t⟩ + 1 * ⟨Z t, ⊖ grad (W t)⟩ = 0.
  Proof. inner_ring. Qed.

  Theorem conclusion t : 0 < t -> derivable_pt_lim energy t 0.
  Proof.
    intro Ht. eapply derivative_ext; [|intro s; unfold energy; reflexivity|apply (rate_vanishes t)].
    eapply derivative_ext; [apply (plain_energy_rate J grad W Z J_differentiable 1 t _ _ (W_velocity t Ht) (Z_velocity t Ht))| |reflexivity].
    intro s. cbv beta. lra.
  Qed.
  (* the same for all times, from the start on *)
  Theorem conclusion_constant : continuous_from W 0 -> continuous_from Z 0 -> forall t, 0 <= t -> energy t = energy 0.
  Proof.
    intros CW CZ t Ht. assert (C : continuous_from (energy : R -> ℝ) 0).
    { replace energy with (fun s => J (W s) + 1 / 2 * sqnorm (Z s)).
      - now apply (plain_energy_continuous J grad).
      - unfold energy. now replace (1 / 2) with (/ 2) by lra. }
    apply Rle_antisym.
    - apply (nonincreasing_from energy (fun _ => 0) 0 t Ht C); intros s Hs; [apply conclusion|]; lra.
    - apply (nondecreasing_from energy (fun _ => 0) 0 t Ht C); intros s Hs; [apply conclusion|]; lra.
  Qed.
End Conservation.
