(* sgm/5.17: (5.17), the discrete version of (5.16): W^{n+1} = W^n + ΔtZ^n, Z^{n+1} = Z^n - Δt∇J(W^n), Δt > 0. In one line,
   W^{n+2} = 2W^{n+1} - W^n - Δt²∇J(W^n), with the gradient one step late. Lemma 5.2.1's energy E = J(W) + ½|Z|² is not kept: for a convex J
   it grows by Δt²|∇J(W^n)|²/2 at least, for an L-smooth one by Δt²(|∇J(W^n)|² + L|Z^n|²)/2 at most. *)
From Verigrad.base Require Import inner_product sums spaces differential gradient function_class.
From Verigrad.convexity Require convexity_first_order quadratic_upper_bound.

Section Discrete.
  Context {V : space}.
  Variables (J : V -> R) (grad : V -> V) (Δt : R).

  Definition steps (W Z : nat -> V) : Prop := forall n, W (S n) = W n ⊕ Δt ⋅ Z n /\ Z (S n) = Z n ⊖ Δt ⋅ grad (W n).

  Theorem found W Z : steps W Z -> forall n, W (S (S n)) = 2 ⋅ W (S n) ⊖ W n ⊖ (Δt * Δt) ⋅ grad (W n).
  Proof.
    intros H n. destruct (H n) as [E EZ]. destruct (H (S n)) as [E2 _]. rewrite E2, EZ. rewrite E. vector.
  Qed.
  Theorem found_converse W : 0 < Δt -> (forall n, W (S (S n)) = 2 ⋅ W (S n) ⊖ W n ⊖ (Δt * Δt) ⋅ grad (W n)) ->
    steps W (fun n => (/ Δt) ⋅ (W (S n) ⊖ W n)).
  Proof. intros Ht H n. split; [vector_field; lra|]. rewrite H. vector_field. lra. Qed.

  Definition energy (W Z : nat -> V) n := J (W n) + / 2 * sqnorm (Z n).
  Hypothesis J_differentiable : differentiable J grad.

  (* ½|Z^{n+1}|² = ½|Z^n|² - Δt⟨Z^n, ∇J(W^n)⟩ + ½Δt²|∇J(W^n)|² *)
  Lemma kinetic_step W Z n : steps W Z ->
    / 2 * sqnorm (Z (S n)) = / 2 * sqnorm (Z n) - Δt * ⟨grad (W n), Z n⟩ + / 2 * (Δt * Δt) * sqnorm (grad (W n)).
  Proof. intro H. rewrite (proj2 (H n)). inner_field. Qed.
  Theorem found_energy_grows W Z : steps W Z -> convex J ->
    forall n, energy W Z n + / 2 * (Δt * Δt) * sqnorm (grad (W n)) <= energy W Z (S n).
  Proof.
    intros H C n. unfold energy. rewrite (kinetic_step W Z n H).
    pose proof (convexity_first_order.convex_above_tangents J grad J_differentiable C (W n) (W (S n))) as T.
    rewrite (proj1 (H n)) in *. replace (⟨grad (W n), W n ⊕ Δt ⋅ Z n ⊖ W n⟩) with (Δt * ⟨grad (W n), Z n⟩) in T by inner_ring. lra.
  Qed.
  Theorem found_energy_bound W Z L : steps W Z -> smooth grad L ->
    forall n, energy W Z (S n) <= energy W Z n + / 2 * (Δt * Δt) * (sqnorm (grad (W n)) + L * sqnorm (Z n)).
  Proof.
    intros H S n. unfold energy. rewrite (kinetic_step W Z n H).
    pose proof (quadratic_upper_bound.conclusion J grad L J_differentiable S (W n) (W (Datatypes.S n))) as T.
    rewrite (proj1 (H n)) in *. replace (⟨grad (W n), W n ⊕ Δt ⋅ Z n ⊖ W n⟩) with (Δt * ⟨grad (W n), Z n⟩) in T by inner_ring.
    replace (sqnorm (W n ⊕ Δt ⋅ Z n ⊖ W n)) with (Δt * Δt * sqnorm (Z n)) in T by inner_ring. lra.
  Qed.
End Discrete.

(* Both bounds are attained by J(W) = λ|W|²/2: E^{n+1} = (1 + λΔt²)E^n. *)
Theorem sharp {V : space} λ Δt (W Z : nat -> V) : steps (fun x => λ ⋅ x) Δt W Z ->
  forall n, energy (fun x => λ / 2 * ‖x‖²) W Z (S n) = energy (fun x => λ / 2 * ‖x‖²) W Z n + / 2 * (Δt * Δt) * (sqnorm (λ ⋅ W n) + λ * sqnorm (Z n)).
Proof. intros H n. unfold energy. destruct (H n) as [-> ->]. inner_field. Qed.
