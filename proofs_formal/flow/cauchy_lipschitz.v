(* sgm/5.1.1: Theorem 5.1.1 (Cauchy–Lipschitz). Where ∇J is C-Lipschitz on the open set Ω, W′ = -∇J(W), W(0) = W_0 has on a maximal
   interval [0, T) one solution. Proved is its uniqueness, on any interval, from the estimate that two solutions of W′ = F(W) in Ω
   separate at most like e^{Ct}; existence is not. The Lipschitz constant is asked of F itself: a bound of ∇²J gives it on convex Ω only.
   Ω need not be open for uniqueness. *)
From Verigrad.base Require Import inner_product sums spaces differential gradient function_class flow.

Section Separation.
  Context {V : space}.
  Variables (Ω : V -> Prop) (F : V -> V) (c T : R) (w z : R -> V).
  (* ⟨F(x) - F(y), x - y⟩ ≤ c|x - y|², for c of any sign *)
  Hypothesis one_sided : forall x y, Ω x -> Ω y -> ⟨F x ⊖ F y, x ⊖ y⟩ <= c * sqnorm (x ⊖ y).
  Hypothesis w_solves : continuous_from w 0 /\ forall t, 0 < t < T -> Ω (w t) /\ has_velocity w t (F (w t)).
  Hypothesis z_solves : continuous_from z 0 /\ forall t, 0 < t < T -> Ω (z t) /\ has_velocity z t (F (z t)).

  Lemma distance_derivative t : 0 < t < T ->
    derivable_pt_lim (fun s => sqnorm (w s ⊖ z s)) t (2 * ⟨w t ⊖ z t, F (w t) ⊖ F (z t)⟩).
  Proof.
    intro Ht. apply (derivative_sqnorm (fun s => w s ⊖ z s)). apply velocity_sub; [apply w_solves|apply z_solves]; exact Ht.
  Qed.
  Theorem partial_one_sided t : 0 <= t < T -> norm (w t ⊖ z t) <= exp (c * t) * norm (w 0 ⊖ z 0).
  Proof.
    intros [H0 HT]. apply norm_bound_of_squares. replace (2 * (c * t)) with (2 * c * (t - 0)) by ring.
    apply (exponential_bound (fun s => sqnorm (w s ⊖ z s)) (fun s => 2 * ⟨w s ⊖ z s, F (w s) ⊖ F (z s)⟩) (2 * c) 0 t H0).
    - apply continuous_sqnorm, continuous_sub; [apply w_solves|apply z_solves].
    - intros s Hs. apply distance_derivative. lra.
    - intros s Hs. pose proof (one_sided (w s) (z s) (proj1 (proj2 w_solves s ltac:(lra))) (proj1 (proj2 z_solves s ltac:(lra)))) as H.
      rewrite inner_sym in H. lra.
  Qed.
End Separation.

Lemma lipschitz_one_sided {V : space} (F : V -> V) C x y : norm (F x ⊖ F y) <= C * norm (x ⊖ y) ->
  ⟨F x ⊖ F y, x ⊖ y⟩ <= C * sqnorm (x ⊖ y).
Proof.
  intro H. eapply Rle_trans; [apply cauchy_schwarz|]. rewrite <- norm_sqr, <- Rmult_assoc.
  apply Rmult_le_compat_r; [apply norm_pos|exact H].
Qed.

Section Uniqueness.
  Context {V : space}.
  Variables (Ω : V -> Prop) (grad : V -> V) (C T : R) (w z : R -> V).
  Hypothesis lipschitz : forall x y, Ω x -> Ω y -> norm (grad x ⊖ grad y) <= C * norm (x ⊖ y).
  Hypothesis w_solves : continuous_from w 0 /\ forall t, 0 < t < T -> Ω (w t) /\ has_velocity w t (⊖ grad (w t)).
  Hypothesis z_solves : continuous_from z 0 /\ forall t, 0 < t < T -> Ω (z t) /\ has_velocity z t (⊖ grad (z t)).

  Theorem partial_separation t : 0 <= t < T -> norm (w t ⊖ z t) <= exp (C * t) * norm (w 0 ⊖ z 0).
  Proof.
    apply (partial_one_sided Ω (fun x => ⊖ grad x) C T w z); [|exact w_solves|exact z_solves].
    intros x y Hx Hy. apply (lipschitz_one_sided (fun x => ⊖ grad x)). replace (⊖ grad x ⊖ ⊖ grad y) with (-1 ⋅ (grad x ⊖ grad y)) by vector.
    rewrite norm_scale, (Rabs_left (-1)) by lra. pose proof (lipschitz x y Hx Hy). lra.
  Qed.
  Theorem partial_uniqueness : w 0 = z 0 -> forall t, 0 <= t < T -> w t = z t.
  Proof.
    intros E t Ht. pose proof (partial_separation t Ht) as S. rewrite E in S.
    replace (norm (z 0 ⊖ z 0)) with 0 in S by (replace (z 0 ⊖ z 0) with (zero : V) by vector; now rewrite norm_zero).
    pose proof (norm_pos (w t ⊖ z t)). assert (N : norm (w t ⊖ z t) = 0) by lra. apply norm_zero_inv in N.
    replace (w t) with ((w t ⊖ z t) ⊕ z t) by vector. rewrite N. vector.
  Qed.
End Uniqueness.

(* Attained: J(W) = -CW²/2 has the solutions W_0 e^{Ct}. *)
Theorem sharp C (w0 z0 : R) : 0 <= C ->
  let grad := fun x : ℝ => - C ⋅ x in let w := fun t => w0 * exp (C * t) : ℝ in let z := fun t => z0 * exp (C * t) : ℝ in
  (forall x y, norm (grad x ⊖ grad y) <= C * norm (x ⊖ y)) /\
  (forall t, has_velocity w t (⊖ grad (w t)) /\ has_velocity z t (⊖ grad (z t))) /\
  (forall t, norm (w t ⊖ z t) = exp (C * t) * norm (w 0 ⊖ z 0)).
Proof.
  intros HC grad w z. repeat split.
  - intros x y. unfold grad. replace (- C ⋅ x ⊖ - C ⋅ y) with (- C ⋅ (x ⊖ y)) by vector.
    rewrite norm_scale, Rabs_Ropp, Rabs_pos_eq by assumption. apply Rle_refl.
  - apply velocity_on_line. eapply derivative_ext; [apply (derivable_pt_lim_scal (fun s => exp (C * s)) w0), derivative_exp|reflexivity|].
    unfold w, grad, opp. simpl. ring.
  - apply velocity_on_line. eapply derivative_ext; [apply (derivable_pt_lim_scal (fun s => exp (C * s)) z0), derivative_exp|reflexivity|].
    unfold z, grad, opp. simpl. ring.
  - intro t. unfold w, z. rewrite !line_norm, !line_sub, Rmult_0_r, exp_0, !Rmult_1_r.
    replace (w0 * exp (C * t) - z0 * exp (C * t)) with (exp (C * t) * (w0 - z0)) by ring.
    rewrite Rabs_mult, (Rabs_pos_eq (exp _)); [reflexivity|left; apply exp_pos].
Qed.
