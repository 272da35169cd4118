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
