(* mathdnn/6.1: Proposition 6.1. A differentiable f is convex if and only if f(x) + ⟨∇f(x), y - x⟩ ≤ f(y) for all x and y. *)
From Verigrad.base Require Import inner_product sums spaces differential gradient function_class.

Section FirstOrder.
  Context {V : space}.
  Variables (f : V -> R) (grad : V -> V).

  (* the difference quotient of a convex function at x towards y *)
  Lemma quotient_of_convex x y t : convex f -> 0 < t <= 1 -> (f (x ⊕ t ⋅ (y ⊖ x)) - f x) / t <= f y - f x.
  Proof.
    intros C Ht. replace (x ⊕ t ⋅ (y ⊖ x)) with (t ⋅ y ⊕ (1 - t) ⋅ x) by vector.
    pose proof (C y x t ltac:(lra)). apply Rmult_le_reg_r with t; [lra|].
    unfold Rdiv. rewrite Rmult_assoc, Rinv_l; lra.
  Qed.

  Lemma convex_above_tangents : differentiable f grad -> convex f -> above_tangents f grad.
  Proof.
    intros D C x y. apply Rnot_lt_le. intro N.
    pose proof (along_line f x (y ⊖ x) 0 (grad x)) as A. replace (x ⊕ 0 ⋅ (y ⊖ x)) with x in A by vector.
    destruct (A (D x) (f x + ⟨grad x, y ⊖ x⟩ - f y)) as [[δ Hδ] B]; [lra|]. simpl in B.
    set (t := Rmin (δ / 2) 1). assert (0 < t) by (apply Rmin_pos; lra).
    assert (t <= δ / 2) by apply Rmin_l. assert (t <= 1) by apply Rmin_r.
    specialize (B t ltac:(lra)). rewrite Rplus_0_l, (Rabs_pos_eq t) in B by lra. specialize (B ltac:(lra)).
    replace (x ⊕ 0 ⋅ (y ⊖ x)) with x in B by vector.
    pose proof (quotient_of_convex x y t C ltac:(lra)). apply Rabs_def2 in B. lra.
  Qed.

  (* τ(a) + (1 - τ)(b), with f(z) for the f(y) that (b) prints *)
  Lemma above_tangents_convex : above_tangents f grad -> convex f.
  Proof.
    intros T x y t Ht. set (z := t ⋅ x ⊕ (1 - t) ⋅ y).
    assert (a : f z - (1 - t) * ⟨grad z, y ⊖ x⟩ <= f x).
    { pose proof (T z x). replace (⟨grad z, x ⊖ z⟩) with (- (1 - t) * ⟨grad z, y ⊖ x⟩) in * by (unfold z; inner_ring). lra. }
    assert (b : f z + t * ⟨grad z, y ⊖ x⟩ <= f y).
    { pose proof (T z y). replace (⟨grad z, y ⊖ z⟩) with (t * ⟨grad z, y ⊖ x⟩) in * by (unfold z; inner_ring). lra. }
    apply Rmult_le_compat_l with (r := t) in a; [|lra]. apply Rmult_le_compat_l with (r := 1 - t) in b; [|lra]. lra.
  Qed.

  Theorem conclusion : differentiable f grad -> (convex f <-> above_tangents f grad).
  Proof. intro D. split; [now apply convex_above_tangents|apply above_tangents_convex]. Qed.
End FirstOrder.

(* The proof's line for τ in [-η, η], f(x) + τ⟨∇f(x), y - x⟩ + o(τ) ≤ τf(y) + (1 - τ)f(x), read for τ < 0: f(x) = x², x = 0, y = 1. *)
Theorem negative_steps_is_false :
  ~ (forall (f : ℝ -> R) (grad : ℝ -> ℝ), differentiable f grad -> convex f ->
       forall x y t, -1 <= t <= 1 -> f (x ⊕ t ⋅ (y ⊖ x)) <= t * f y + (1 - t) * f x).
Proof.
  intro H. assert (D : differentiable (fun x : ℝ => sqnorm x) (fun x => 2 ⋅ x)) by (intro x; apply gradient_sqnorm).
  specialize (H _ _ D).
  assert (C : convex (fun x : ℝ => sqnorm x)).
  { apply (above_tangents_convex _ (fun x => 2 ⋅ x)). intros x y.
    pose proof (sqnorm_pos (y ⊖ x)). replace (‖y‖²) with (‖x‖² + ⟨2 ⋅ x, y ⊖ x⟩ + sqnorm (y ⊖ x)) by inner_ring. lra. }
  specialize (H C 0 1 (-1) ltac:(lra)). unfold sqnorm, sub in H. simpl in H. lra.
Qed.
