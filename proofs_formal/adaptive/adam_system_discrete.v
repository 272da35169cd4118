(* sgm/5.25: (5.25), the discretisation of (5.23):
   (W^{n+1} - W^n)/Δt = (D^n)^{-1/2}Z^n, (Z^{n+1} - Z^n)/Δt = -(∇J(W^n) + Z^n)/ε₁, (D^{n+1} - D^n)/Δt = (diag(∇J ⊗ ∇J) - D^n)/ε₂.
   An explicit Euler step of (5.23), which is defined for all n: D^n > 0 if D^0 > 0 and Δt < ε₂. *)
From Verigrad.base Require Import inner_product sums spaces entrywise.

Definition step {q} (grad : ℝ ^^ q -> ℝ ^^ q) (Δt ε1 ε2 : R) (W Z D W' Z' D' : ℝ ^^ q) : Prop :=
  (/ Δt) ⋅ (W' ⊖ W) = over_root D Z /\
  (/ Δt) ⋅ (Z' ⊖ Z) = (- / ε1) ⋅ (grad W ⊕ Z) /\
  (/ Δt) ⋅ (D' ⊖ D) = (/ ε2) ⋅ (grad W ⊙ grad W ⊖ D).

Section Discrete.
  Context {q : nat}.
  Variables (grad : ℝ ^^ q -> ℝ ^^ q) (Δt ε1 ε2 : R).
  Hypothesis Δt_positive : 0 < Δt.

  (* the step from n to n + 1, solved: Euler's with the right sides of (5.23) *)
  Theorem found W Z D W' Z' D' : step grad Δt ε1 ε2 W Z D W' Z' D' <->
    W' = W ⊕ Δt ⋅ over_root D Z /\ Z' = Z ⊕ Δt ⋅ ((- / ε1) ⋅ (grad W ⊕ Z)) /\ D' = D ⊕ Δt ⋅ ((/ ε2) ⋅ (grad W ⊙ grad W ⊖ D)).
  Proof.
    assert (S : forall u v w : ℝ ^^ q, (/ Δt) ⋅ (v ⊖ u) = w <-> v = u ⊕ Δt ⋅ w).
    { intros u v w. split; [intros <-|intros ->]; vector_field; lra. }
    unfold step. now rewrite !S.
  Qed.

  Variables (W Z D : nat -> ℝ ^^ q).
  Hypothesis steps : forall n, step grad Δt ε1 ε2 (W n) (Z n) (D n) (W (S n)) (Z (S n)) (D (S n)).
  Hypothesis ε2_above : Δt < ε2.

  Theorem found_defined : positive (D 0%nat) -> forall n, positive (D n).
  Proof.
    intros H n. induction n as [|n IH]; [exact H|]. intro i.
    destruct (proj1 (found _ _ _ _ _ _) (steps n)) as [_ [_ ->]]. unfold times, sub. simpl.
    set (g := grad (W n) i). specialize (IH i). assert (Q : 0 < / ε2) by (apply Rinv_0_lt_compat; lra).
    replace (D n i + Δt * (/ ε2 * (g * g + -1 * D n i))) with (/ ε2 * ((ε2 - Δt) * D n i + Δt * (g * g))) by (field; lra).
    apply Rmult_lt_0_compat; [exact Q|]. pose proof (Rle_0_sqr g) as G. unfold Rsqr in G.
    pose proof (Rmult_lt_0_compat _ _ (Rlt_Rminus _ _ ε2_above) IH). nra.
  Qed.
End Discrete.
