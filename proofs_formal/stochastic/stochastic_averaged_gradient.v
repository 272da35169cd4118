(* mfds/sag: section 14.2.5, in part: what the bookkeeping keeps. With h ← ∇f_i(x), g ← g - Gⁱ + h, Gⁱ ← h, g stays the sum of the Gⁱ; the batch gradient is their
   mean, so that the step is τ/n g, not τg; x* with the gradients at it in memory is a fixed point, if h is taken at x_k, not at x̃_k. *)
From Verigrad.base Require Import inner_product sums spaces.

Section Memory.
  Context {V : space} {n : nat}.
  Variable grad : index n -> V -> V.
  Definition replaced (G : V ^^ n) (i : index n) (h : V) : V ^^ n := fun j => if same i j then h else G j.
  Definition step (τ : R) (i : index n) (state : V * V * (V ^^ n)) : V * V * (V ^^ n) :=
    let '(x, g, G) := state in let h := grad i x in let g' := g ⊖ G i ⊕ h in (x ⊖ (τ / INR n) ⋅ g', g', replaced G i h).

  Lemma vsum_replaced G i h : vsum (replaced G i h) = vsum G ⊖ G i ⊕ h.
  Proof.
    apply inner_definite. rewrite <- (Rplus_0_r 0). assert (E : forall v, ⟨vsum (replaced G i h), v⟩ = ⟨vsum G ⊖ G i ⊕ h, v⟩).
    { intro v. unfold sub. rewrite !inner_add_l, inner_scale_l, !inner_vsum_l.
      rewrite (sum_ext (fun j => ⟨replaced G i h j, v⟩) (fun j => ⟨G j, v⟩ + delta i j * (⟨h, v⟩ - ⟨G j, v⟩))).
      - rewrite sum_add, (sum_delta (fun j => ⟨h, v⟩ - ⟨G j, v⟩)). ring.
      - intro j. unfold replaced, delta. destruct (same i j) eqn:S; [|ring]. apply same_iff in S. subst. ring. }
    pose proof (E (vsum (replaced G i h))) as E1. pose proof (E (vsum G ⊖ G i ⊕ h)) as E2. rewrite E1, E2, inner_sym, E2. ring.
  Qed.
  Theorem partial_sum_is_kept τ i x g G : g = vsum G -> let '(_, g', G') := step τ i (x, g, G) in g' = vsum G'.
  Proof. intros ->. simpl. symmetry. apply vsum_replaced. Qed.
  Theorem partial_fixed_point τ i s : vsum (fun j => grad j s) = zero -> step τ i (s, zero, fun j => grad j s) = (s, zero, fun j => grad j s).
  Proof.
    intro Z. unfold step. assert (E : (zero : V) ⊖ grad i s ⊕ grad i s = zero) by vector. rewrite E.
    f_equal; [f_equal; vector|]. apply (@tuple_ext n V). intro j. unfold replaced. destruct (same i j) eqn:S; [|reflexivity].
    apply same_iff in S. now subst.
  Qed.
End Memory.

(* τg in the place of τ/n g: n = 3 terms x²/2 and τ = 1/L = 1 take the batch step from 1 to -2, and the batch gradient's step to 0. *)
Theorem sum_for_mean_is_false :
  ~ (forall (grad : index 3 -> ℝ -> ℝ) (x : ℝ), x ⊖ 1 ⋅ vsum (fun i => grad i x) = x ⊖ 1 ⋅ (/ 3 ⋅ vsum (fun i => grad i x))).
Proof. intro H. specialize (H (fun _ x => x) 1). unfold sub in H. simpl in H. lra. Qed.
