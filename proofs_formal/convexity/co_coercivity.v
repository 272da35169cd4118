(* mathdnn/6.3: Proposition 6.3. If f is convex and L-smooth, then 1/L ‖∇f(y) - ∇f(x)‖² ≤ ⟨∇f(y) - ∇f(x), y - x⟩. *)
From Verigrad.base Require Import inner_product sums spaces differential gradient function_class.
From Verigrad.convexity Require convexity_first_order quadratic_upper_bound.

Section CoCoercivity.
  Context {V : space}.
  Variables (f : V -> R) (grad : V -> V) (L : R).
  Hypothesis L_positive : 0 < L.

  (* (a) of the proof, from z = x + 1/L (∇f(y) - ∇f(x)); the text prints z with the other sign *)
  Lemma gap x y : above_tangents f grad -> quadratic_upper f grad L ->
    f y - f x <= ⟨grad y, y ⊖ x⟩ - / (2 * L) * sqnorm (grad x ⊖ grad y).
  Proof.
    intros T Q. set (z := x ⊕ / L ⋅ (grad y ⊖ grad x)). pose proof (T y z) as A. pose proof (Q x z) as B.
    assert (E : ⟨grad x, z ⊖ x⟩ + L / 2 * sqnorm (z ⊖ x) - ⟨grad y, z ⊖ y⟩
                = ⟨grad y, y ⊖ x⟩ - / (2 * L) * sqnorm (grad x ⊖ grad y)).
    { unfold z. inner_field. lra. }
    lra.
  Qed.

  Theorem conclusion : differentiable f grad -> convex f -> smooth grad L ->
    forall x y, / L * sqnorm (grad y ⊖ grad x) <= ⟨grad y ⊖ grad x, y ⊖ x⟩.
  Proof.
    intros D C S x y.
    pose proof (convexity_first_order.convex_above_tangents f grad D C) as T.
    pose proof (quadratic_upper_bound.conclusion f grad L D S) as Q.
    pose proof (gap x y T Q) as a. pose proof (gap y x T Q) as b.
    assert (E : ⟨grad y ⊖ grad x, y ⊖ x⟩ - / L * sqnorm (grad y ⊖ grad x)
                = (⟨grad y, y ⊖ x⟩ - / (2 * L) * sqnorm (grad x ⊖ grad y))
                  + (⟨grad x, x ⊖ y⟩ - / (2 * L) * sqnorm (grad y ⊖ grad x))) by (inner_field; lra).
    lra.
  Qed.
End CoCoercivity.

(* f(x) = x²/2 is convex and 1-smooth. *)
Definition half_square (x : ℝ) : R := / 2 * ‖x‖².
Lemma half_square_differentiable : differentiable half_square (fun x => x).
Proof.
  intro x. apply gradient_ext with (f := fun u : ℝ => / 2 * ‖u‖²) (g := / 2 ⋅ (2 ⋅ x)).
  - apply gradient_scale, gradient_sqnorm.
  - reflexivity.
  - apply inner_definite. inner_field.
Qed.
Lemma half_square_convex : convex half_square.
Proof.
  apply (convexity_first_order.above_tangents_convex _ (fun x => x)). intros x y. unfold half_square.
  pose proof (sqnorm_pos (y ⊖ x)). replace (‖y‖²) with (‖x‖² + 2 * ⟨x, y ⊖ x⟩ + sqnorm (y ⊖ x)) by inner_ring. lra.
Qed.
Lemma half_square_smooth : smooth (fun x : ℝ => x) 1.
Proof. intros x y. lra. Qed.

(* z as printed, x - 1/L (∇f(y) - ∇f(x)), breaks the proof's last step: x = 0, y = 1. *)
Theorem printed_z_is_false :
  ~ (forall (f : ℝ -> R) (grad : ℝ -> ℝ) L, 0 < L -> differentiable f grad -> convex f -> smooth grad L -> forall x y,
       let z := x ⊖ / L ⋅ (grad y ⊖ grad x) in
       ⟨grad y, y ⊖ z⟩ + ⟨grad x, z ⊖ x⟩ + L / 2 * sqnorm (z ⊖ x) <= ⟨grad y, y ⊖ x⟩ - / (2 * L) * sqnorm (grad x ⊖ grad y)).
Proof.
  intro H. specialize (H _ _ 1 ltac:(lra) half_square_differentiable half_square_convex half_square_smooth 0 1).
  unfold sqnorm, sub in H. simpl in H. rewrite Rinv_1, Rmult_1_r in H. lra.
Qed.

(* With equality for f(x) = x²/2, at all x and y. *)
Theorem sharp (x y : ℝ) : / 1 * sqnorm (y ⊖ x) = ⟨y ⊖ x, y ⊖ x⟩.
Proof. rewrite Rinv_1, Rmult_1_l. reflexivity. Qed.

(* Convexity is needed: f(x) = -x²/2 is 1-smooth, x = 0, y = 1. *)
Theorem without_convexity_is_false :
  ~ (forall (f : ℝ -> R) (grad : ℝ -> ℝ) L, 0 < L -> differentiable f grad -> smooth grad L ->
       forall x y, / L * sqnorm (grad y ⊖ grad x) <= ⟨grad y ⊖ grad x, y ⊖ x⟩).
Proof.
  intro H.
  assert (D : differentiable (fun x => -1 * half_square x) (fun x => -1 ⋅ x)) by (intro x; apply gradient_scale, half_square_differentiable).
  assert (S : smooth (fun x : ℝ => -1 ⋅ x) 1).
  { intros x y. replace (-1 ⋅ x ⊖ -1 ⋅ y) with (-1 ⋅ (x ⊖ y)) by vector. rewrite norm_scale, (Rabs_left (-1)); lra. }
  specialize (H _ _ 1 ltac:(lra) D S 0 1). unfold sqnorm, sub in H. simpl in H. rewrite Rinv_1 in H. lra.
Qed.
