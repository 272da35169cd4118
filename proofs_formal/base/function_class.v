(* The classes of objectives: differentiable, convex, smooth, strongly convex, with a minimum. *)
From Verigrad.base Require Import inner_product sums spaces differential gradient.

Section Classes.
  Context {V : space}.
  Variables (f : V -> R) (grad : V -> V).

  (* f has the gradient grad x at every x *)
  Definition differentiable : Prop := forall x, has_gradient f x (grad x).
  Definition convex : Prop := forall x y t, 0 <= t <= 1 -> f (t ⋅ x ⊕ (1 - t) ⋅ y) <= t * f x + (1 - t) * f y.
  (* the first-order inequality *)
  Definition above_tangents : Prop := forall x y, f x + ⟨grad x, y ⊖ x⟩ <= f y.
  (* ∇f is L-Lipschitz *)
  Definition smooth (L : R) : Prop := forall x y, norm (grad x ⊖ grad y) <= L * norm (x ⊖ y).
  Definition quadratic_upper (L : R) : Prop := forall x y, f y <= f x + ⟨grad x, y ⊖ x⟩ + L / 2 * sqnorm (y ⊖ x).
  Definition strongly_convex (μ : R) : Prop := forall x y, f x + ⟨grad x, y ⊖ x⟩ + μ / 2 * sqnorm (y ⊖ x) <= f y.
  Definition global_minimum (s : V) : Prop := forall x, f s <= f x.
End Classes.

(* ---- second order: ∇f has the differential H x at x; H x is the Hessian *)
Section SecondOrder.
  Context {V : space}.
  Variables (grad : V -> V) (H : V -> V -> V).
  Definition has_hessian : Prop := forall x, has_differential grad x (H x).
  (* α ≤ ∇²f ≤ β in the order of symmetric operators *)
  Definition hessian_at_least (α : R) : Prop := forall x v, α * ‖v‖² <= ⟨H x v, v⟩.
  Definition hessian_at_most (β : R) : Prop := forall x v, ⟨H x v, v⟩ <= β * ‖v‖².

  (* d/dt ⟨∇f(x + tv), w⟩ = ⟨∇²f(x + tv) v, w⟩ *)
  Lemma gradient_along_line x v w t : has_hessian -> derivable_pt_lim (fun s => ⟨grad (x ⊕ s ⋅ v), w⟩) t ⟨H (x ⊕ t ⋅ v) v, w⟩.
  Proof.
    intro D. apply derivative_iff_differential.
    pose proof (proj1 (velocity_iff_differential _ _ _) (velocity_line x v t)) as L.
    pose proof (differential_compose (fun s : ℝ => x ⊕ s ⋅ v) grad t _ _ L (D _)) as G.
    pose proof (differential_compose (fun s : ℝ => grad (x ⊕ s ⋅ v)) (fun u => ⟨w, u⟩ : ℝ) t _ _ G
                  (differential_linear _ _ (linear_inner w) (bounded_inner w))) as E.
    eapply differential_ext; [intro s; apply inner_sym| |exact E].
    intro h. destruct (D (x ⊕ t ⋅ v)) as [[_ S] _]. rewrite S. simpl. rewrite inner_scale_r, (inner_sym _ w). ring.
  Qed.
End SecondOrder.
