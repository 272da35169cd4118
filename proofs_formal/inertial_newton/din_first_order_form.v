(* inna/2.5-2.6: (2.5), θ″ + αθ′ + β∇²J(θ)θ′ + ∇J(θ) = 0, and (2.6), θ′ + β∇J(θ) + (α - 1/β)θ + ψ/β = 0, ψ′ + (α - 1/β)θ + ψ/β = 0, are
   equivalent for a twice differentiable J, with ψ = -βθ′ - β²∇J(θ) - (αβ - 1)θ. β ≠ 0; α of any sign. *)
From Verigrad.base Require Import inner_product sums spaces differential gradient function_class.

Section Equivalence.
  Context {V : space}.
  Variables (grad : V -> V) (hess : V -> V -> V) (α β : R).
  Hypothesis J_hessian : has_hessian grad hess.
  Hypothesis β_nonzero : β <> 0.

  (* (2.5) at t > 0, with θ′ and θ″ *)
  Definition second_order (θ θ' θ'' : R -> V) : Prop := forall t, 0 < t ->
    has_velocity θ t (θ' t) /\ has_velocity θ' t (θ'' t) /\ θ'' t ⊕ α ⋅ θ' t ⊕ β ⋅ hess (θ t) (θ' t) ⊕ grad (θ t) = zero.
  (* (2.6) at t > 0 *)
  Definition first_order (θ ψ : R -> V) : Prop := forall t, 0 < t -> exists u v, has_velocity θ t u /\ has_velocity ψ t v /\
    u ⊕ β ⋅ grad (θ t) ⊕ (α - / β) ⋅ θ t ⊕ (/ β) ⋅ ψ t = zero /\ v ⊕ (α - / β) ⋅ θ t ⊕ (/ β) ⋅ ψ t = zero.

  (* d/dt ∇J(θ(t)) = ∇²J(θ(t))θ′(t) *)
  Lemma gradient_velocity θ t u : has_velocity θ t u -> has_velocity (fun s => grad (θ s)) t (hess (θ t) u).
  Proof.
    intro H. apply velocity_iff_differential in H. apply velocity_iff_differential.
    eapply differential_ext; [reflexivity| |exact (differential_compose (θ : ℝ -> V) grad t _ _ H (J_hessian _))].
    intro h. cbv beta. destruct (J_hessian (θ t)) as [[_ S] _]. apply S.
  Qed.

  Definition auxiliary (θ θ' : R -> V) (t : R) : V := (- β) ⋅ θ' t ⊖ (β * β) ⋅ grad (θ t) ⊖ (α * β - 1) ⋅ θ t.

  Lemma solve_for (x y : V) : x ⊕ y = zero -> x = ⊖ y.
  Proof. intro H. replace x with (x ⊕ y ⊖ y) by vector. rewrite H. vector. Qed.

  Theorem conclusion θ θ' θ'' : second_order θ θ' θ'' -> first_order θ (auxiliary θ θ').
  Proof.
    intros H t Ht. destruct (H t Ht) as [D [D' E]].
    exists (θ' t), ((- β) ⋅ θ'' t ⊖ (β * β) ⋅ hess (θ t) (θ' t) ⊖ (α * β - 1) ⋅ θ' t). split; [exact D|split; [|split]].
    - apply velocity_sub; [apply velocity_sub|]; apply velocity_scale; [exact D'|now apply gradient_velocity|exact D].
    - unfold auxiliary. vector_field. exact β_nonzero.
    - unfold auxiliary.
      replace (θ'' t) with (⊖ (α ⋅ θ' t ⊕ β ⋅ hess (θ t) (θ' t) ⊕ grad (θ t))).
      + vector_field. exact β_nonzero.
      + symmetry. apply solve_for. rewrite <- E. vector.
  Qed.
  (* "substitute the first line of (2.6) into the second one" *)
  Theorem conclusion_converse θ ψ : first_order θ ψ ->
    let θ' := fun t => ⊖ (β ⋅ grad (θ t) ⊕ (α - / β) ⋅ θ t ⊕ (/ β) ⋅ ψ t) in
    second_order θ θ' (fun t => ⊖ (β ⋅ hess (θ t) (θ' t) ⊕ (α - / β) ⋅ θ' t ⊕ (/ β) ⋅ ⊖ ((α - / β) ⋅ θ t ⊕ (/ β) ⋅ ψ t))) /\
    forall t, 0 < t -> ψ t = auxiliary θ θ' t.
  Proof.
    intros H θ'. split; intros t Ht; destruct (H t Ht) as [u [v [D [P [E F]]]]].
    - assert (Eu : u = θ' t) by (apply solve_for; rewrite <- E; vector).
      assert (Ev : v = ⊖ ((α - / β) ⋅ θ t ⊕ (/ β) ⋅ ψ t)) by (apply solve_for; rewrite <- F; vector).
      rewrite Eu in D. rewrite Ev in P. split; [exact D|split].
      + replace (⊖ (β ⋅ hess (θ t) (θ' t) ⊕ (α - / β) ⋅ θ' t ⊕ (/ β) ⋅ ⊖ ((α - / β) ⋅ θ t ⊕ (/ β) ⋅ ψ t)))
          with (-1 ⋅ (β ⋅ hess (θ t) (θ' t) ⊕ (α - / β) ⋅ θ' t ⊕ (/ β) ⋅ ⊖ ((α - / β) ⋅ θ t ⊕ (/ β) ⋅ ψ t))) by reflexivity.
        apply velocity_scale, velocity_add; [apply velocity_add|]; apply velocity_scale; [now apply gradient_velocity|exact D|exact P].
      + set (h := hess (θ t) (θ' t)). unfold θ'. vector_field. exact β_nonzero.
    - unfold auxiliary, θ'. vector_field. exact β_nonzero.
  Qed.
End Equivalence.
