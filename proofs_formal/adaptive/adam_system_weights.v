(* sgm/5.26: (5.26), which rewrites (5.25) with θ = W, V = -Z, V̂ = D, β₁ = 1 - Δt/ε₁, β₂ = 1 - Δt/ε₂, α = Δt:
   V^{n+1} = β₁V^n + (1 - β₁)∇J(θ^n), V̂^{n+1} = β₂V̂^n + (1 - β₂)diag(∇J ⊗ ∇J), θ^{n+1} = θ^n - α(V̂^n)^{-1/2}V^n.
   With V̂^n on the right of the second line, where the text prints V^n, it is the same iteration. *)
From Verigrad.base Require Import inner_product sums spaces entrywise.
From Verigrad.adaptive Require adam_system_discrete.

Definition step {q} (grad : ℝ ^^ q -> ℝ ^^ q) (α β1 β2 : R) (θ v h θ' v' h' : ℝ ^^ q) : Prop :=
  v' = β1 ⋅ v ⊕ (1 - β1) ⋅ grad θ /\ h' = β2 ⋅ h ⊕ (1 - β2) ⋅ (grad θ ⊙ grad θ) /\ θ' = θ ⊖ α ⋅ over_root h v.

Section Weights.
  Context {q : nat}.
  Variables (grad : ℝ ^^ q -> ℝ ^^ q) (Δt ε1 ε2 : R).
  Hypothesis Δt_positive : 0 < Δt.
  Hypothesis ε1_positive : 0 < ε1.
  Hypothesis ε2_positive : 0 < ε2.

  Lemma over_root_opp (D Z : ℝ ^^ q) : over_root D (⊖ Z) = ⊖ over_root D Z.
  Proof. apply tuple_ext. intro i. unfold over_root, opp. simpl. unfold Rdiv. ring. Qed.

  (* one step of (5.25) is one of (5.26) *)
  Theorem conclusion W Z D W' Z' D' : adam_system_discrete.step grad Δt ε1 ε2 W Z D W' Z' D' <->
    step grad Δt (1 - Δt / ε1) (1 - Δt / ε2) W (⊖ Z) D W' (⊖ Z') D'.
  Proof.
    rewrite adam_system_discrete.found by assumption. unfold step. rewrite over_root_opp.
    assert (EZ : Z' = Z ⊕ Δt ⋅ ((- / ε1) ⋅ (grad W ⊕ Z)) <-> ⊖ Z' = (1 - Δt / ε1) ⋅ ⊖ Z ⊕ (1 - (1 - Δt / ε1)) ⋅ grad W).
    { split; intro H; [rewrite H|replace Z' with (⊖ ⊖ Z') by vector; rewrite H]; vector_field; lra. }
    assert (ED : D' = D ⊕ Δt ⋅ ((/ ε2) ⋅ (grad W ⊙ grad W ⊖ D)) <-> D' = (1 - Δt / ε2) ⋅ D ⊕ (1 - (1 - Δt / ε2)) ⋅ (grad W ⊙ grad W)).
    { set (g := grad W ⊙ grad W). split; intros ->; vector_field; lra. }
    assert (EW : W' = W ⊕ Δt ⋅ over_root D Z <-> W' = W ⊖ Δt ⋅ ⊖ over_root D Z).
    { split; intros ->; vector. }
    rewrite EZ, ED, EW. tauto.
  Qed.
  (* for all n *)
  Theorem conclusion_iteration (W Z D : nat -> ℝ ^^ q) :
    (forall n, adam_system_discrete.step grad Δt ε1 ε2 (W n) (Z n) (D n) (W (S n)) (Z (S n)) (D (S n))) <->
    (forall n, step grad Δt (1 - Δt / ε1) (1 - Δt / ε2) (W n) (⊖ Z n) (D n) (W (S n)) (⊖ Z (S n)) (D (S n))).
  Proof. split; intros H n; apply conclusion, H. Qed.
End Weights.

(* The second line as printed, read entry by entry: gradient 1, Δt = 1, ε₁ = 2, ε₂ = 4, Z = -1, D = 0 have D′ = ¼, not β₂V + ¼ = 1. *)
Theorem lost_hat_is_false :
  ~ (forall (grad : ℝ ^^ 1 -> ℝ ^^ 1) Δt ε1 ε2 W Z D W' Z' D', 0 < Δt -> Δt < ε1 -> Δt < ε2 ->
       adam_system_discrete.step grad Δt ε1 ε2 W Z D W' Z' D' ->
       D' = (1 - Δt / ε2) ⋅ ⊖ Z ⊕ (1 - (1 - Δt / ε2)) ⋅ (grad W ⊙ grad W)).
Proof.
  intro H. set (one := (fun _ => 1) : ℝ ^^ 1).
  assert (S := proj2 (adam_system_discrete.found (fun _ => one) 1 2 4 ltac:(lra) zero (⊖ one) zero _ _ _) (conj eq_refl (conj eq_refl eq_refl))).
  specialize (H (fun _ => one) 1 2 4 _ _ _ _ _ _ ltac:(lra) ltac:(lra) ltac:(lra) S).
  apply (f_equal (fun u => u Fin.F1)) in H. unfold times, sub, opp, one in H. simpl in H. lra.
Qed.
