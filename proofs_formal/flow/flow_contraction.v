(* sgm/5.1.2: Lemma 5.1.2. Under (5.4), β ≥ ∇²J ≥ α > 0, and (5.5), ∇J(W* ) = 0, the flow W′ = -∇J(W) has |W(t) - W*| ≤ e^{-αt}|W(0) - W*|.
   Only the lower bound of (5.8) is used, so that ∇²J need not be bounded; α of any sign will do. *)
From Verigrad.base Require Import inner_product sums spaces differential gradient function_class flow.
From Verigrad.convexity Require strong_monotonicity.

Section Contraction.
  Context {V : space}.
  Variables (grad : V -> V) (H : V -> V -> V) (α : R) (s : V) (W : R -> V).
  Hypothesis hessian : has_hessian grad H.
  Hypothesis lower : hessian_at_least H α.
  Hypothesis s_extremal : grad s = zero.
  Hypothesis W_solves : solves (fun x => ⊖ grad x) W.

  (* d/dt |W - W*|² = -2⟨∇J(W) - ∇J(W* ), W - W*⟩ *)
  Lemma distance_derivative t : 0 < t ->
    derivable_pt_lim (fun t => sqnorm (W t ⊖ s)) t (-2 * ⟨grad (W t) ⊖ grad s, W t ⊖ s⟩).
  Proof.
    intro Ht. eapply derivative_ext.
    - apply (derivative_sqnorm (fun t => W t ⊖ s)), velocity_sub; [apply W_solves, Ht|apply velocity_const].
    - reflexivity.
    - cbv beta. rewrite s_extremal. inner_ring.
  Qed.
  (* d/dt |W - W*|² ≤ -2α|W - W*|² *)
  Lemma distance_rate t : -2 * ⟨grad (W t) ⊖ grad s, W t ⊖ s⟩ <= -2 * α * sqnorm (W t ⊖ s).
  Proof.
    destruct (strong_monotonicity.mean_value grad H hessian (W t) s) as [μ [_ ->]].
    pose proof (lower (s ⊕ μ ⋅ (W t ⊖ s)) (W t ⊖ s)). lra.
  Qed.
  (* d/dt (e^{2αt}|W - W*|²) ≤ 0 *)
  Lemma weighted_distance_rate t : 0 < t -> exists l, l <= 0 /\ derivable_pt_lim (fun t => exp (2 * α * t) * sqnorm (W t ⊖ s)) t l.
  Proof.
    intro Ht. eexists. split; [|apply derivative_weighted, distance_derivative, Ht].
    pose proof (distance_rate t). pose proof (exp_pos (2 * α * t)). nra.
  Qed.

  Theorem conclusion t : 0 <= t -> norm (W t ⊖ s) <= exp (- α * t) * norm (W 0 ⊖ s).
  Proof.
    intro Ht. apply norm_bound_of_squares. replace (2 * (- α * t)) with (-2 * α * (t - 0)) by ring.
    apply (exponential_bound (fun t => sqnorm (W t ⊖ s)) (fun t => -2 * ⟨grad (W t) ⊖ grad s, W t ⊖ s⟩) (-2 * α) 0 t Ht).
    - apply continuous_sqnorm, continuous_sub; [apply W_solves|apply continuous_const].
    - intros u Hu. apply distance_derivative. lra.
    - intros u _. apply distance_rate.
  Qed.
End Contraction.

(* Attained: J(W) = αW²/2 has the solutions W_0 e^{-αt}. *)
Theorem sharp α (w0 : R) : let grad := fun x : ℝ => α ⋅ x in let W := fun t => w0 * exp (- α * t) : ℝ in
  hessian_at_least (fun _ h : ℝ => α ⋅ h) α /\ has_hessian grad (fun _ h => α ⋅ h) /\ grad 0 = (zero : ℝ) /\
  (forall t, has_velocity W t (⊖ grad (W t))) /\ forall t, norm (W t ⊖ (0 : ℝ)) = exp (- α * t) * norm (W 0 ⊖ (0 : ℝ)).
Proof.
  intros grad W. repeat split.
  - intros x h. rewrite inner_scale_l. apply Rle_refl.
  - apply linear_scale.
  - apply linear_scale.
  - apply bounded_scale.
  - apply (differential_scale α (fun u : ℝ => u) x (fun h => h)), differential_id.
  - unfold grad. simpl. ring.
  - intro t. apply velocity_on_line. eapply derivative_ext; [apply (derivable_pt_lim_scal (fun s => exp (- α * s)) w0), derivative_exp|reflexivity|].
    unfold W, grad, opp. simpl. ring.
  - intro t. unfold W. rewrite !line_norm, !line_sub, Rmult_0_r, exp_0, !Rminus_0_r, Rmult_1_r, Rabs_mult, Rmult_comm.
    rewrite (Rabs_pos_eq (exp _)); [reflexivity|left; apply exp_pos].
Qed.
