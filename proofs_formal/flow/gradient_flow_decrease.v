(* sgm/5.3: (5.3) and the line below it. Along W′(t) = -∇J(W(t)), t > 0, one has d/dt J(W(t)) = -|∇J(W(t))|² ≤ 0, so J(W(t))
   decreases. "One has formally": it holds wherever J has a gradient at W(t) and W the printed velocity. *)
From Verigrad.base Require Import inner_product sums spaces differential gradient function_class flow.

Section Decrease.
  Context {V : space}.
  Variables (J : V -> R) (grad : V -> V) (W : R -> V).
  Hypothesis J_differentiable : differentiable J grad.

  Theorem conclusion t : has_velocity W t (⊖ grad (W t)) ->
    derivable_pt_lim (fun s => J (W s)) t (- sqnorm (grad (W t))) /\ - sqnorm (grad (W t)) <= 0.
  Proof.
    intro H. split; [|pose proof (sqnorm_pos (grad (W t))); lra].
    eapply derivative_ext; [apply (chain_rule J W t _ _ (J_differentiable _) H)|reflexivity|inner_ring].
  Qed.
  (* so the value of the functional decreases *)
  Theorem conclusion_decreases : solves (fun x => ⊖ grad x) W -> forall a b, 0 <= a -> a <= b -> J (W b) <= J (W a).
  Proof.
    intros [C D] a b Ha Hab. apply (nonincreasing_from (fun s => J (W s)) (fun t => - sqnorm (grad (W t))) a b Hab).
    - apply (continuous_real_function J W a _ (J_differentiable _)).
      destruct Ha as [Ha|<-]; [apply (velocity_continuous W a _ (D a Ha))|exact C].
    - intros t Ht. apply conclusion, D. lra.
    - intros t _. pose proof (sqnorm_pos (grad (W t))). lra.
  Qed.
End Decrease.

(* (5.3) with the initial condition as printed, W(t) = W_0: J(W) = W²/2, W_0 = 1 has no such solution. *)
Theorem initial_condition_is_false :
  ~ (forall (J : ℝ -> R) (grad : ℝ -> ℝ) (W0 : ℝ), differentiable J grad -> smooth grad 1 ->
       exists W : R -> ℝ, forall t, 0 < t -> has_velocity W t (⊖ grad (W t)) /\ W t = W0).
Proof.
  intro H. destruct (H (fun x => / 2 * sqnorm x) (fun x => / 2 ⋅ (2 ⋅ x)) 1) as [W S].
  - intro x. apply gradient_scale, gradient_sqnorm.
  - intros x y. rewrite Rmult_1_l. replace (/ 2 ⋅ (2 ⋅ x) ⊖ / 2 ⋅ (2 ⋅ y)) with (x ⊖ y) by vector_field. apply Rle_refl.
  - destruct (S 1) as [D E]; [lra|]. rewrite E in D.
    assert (Z : has_velocity W 1 (zero : ℝ)).
    { intros ε Hε. exists 1. split; [lra|]. intros h Hh. rewrite line_norm in Hh. apply Rabs_def2 in Hh.
      rewrite E, (proj2 (S (1 + h) ltac:(lra))). replace ((1 : ℝ) ⊖ 1 ⊖ h ⋅ zero) with (zero : ℝ) by vector.
      rewrite norm_zero. apply Rmult_le_pos; [lra|apply norm_pos]. }
    pose proof (velocity_unique W 1 _ _ D Z) as N. simpl in N. unfold opp in N. simpl in N. lra.
Qed.
