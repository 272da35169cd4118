(* inna/1.16: (1.15) and (1.16). For ‖d‖ = 1, J(θ + γd) = J(θ) + ⟨∇J(θ), γd⟩ + o(γ) ≥ J(θ) - γ‖∇J(θ)‖ + o(γ); at first order
   d = -∇J(θ)/‖∇J(θ)‖ is the optimal choice, the only one; (1.15) stands still if and only if ∇J(θ) = 0. For the norm of the inner
   product: the text allows any norm, with which Cauchy–Schwarz and the choice of d are false. *)
From Verigrad.base Require Import inner_product sums spaces differential gradient function_class.

Section Steepest.
  Context {V : space}.
  Variables (f : V -> R) (x g : V).
  Hypothesis gradient : has_gradient f x g.

  (* the o(γ) is one for all directions *)
  Theorem conclusion_expansion : forall ε, 0 < ε -> exists δ, 0 < δ /\ forall γ d, 0 <= γ < δ -> ‖d‖ = 1 ->
    Rabs (f (x ⊕ γ ⋅ d) - f x - ⟨g, γ ⋅ d⟩) <= ε * γ.
  Proof.
    intros ε Hε. destruct (gradient ε Hε) as [δ [Hδ B]]. exists δ. split; [assumption|]. intros γ d Hγ U.
    assert (N : norm (γ ⋅ d) = γ) by (rewrite norm_scale, U, Rabs_pos_eq; lra).
    specialize (B (γ ⋅ d)). rewrite N, line_norm in B. apply B. lra.
  Qed.
  Theorem conclusion : forall ε, 0 < ε -> exists δ, 0 < δ /\ forall γ d, 0 <= γ < δ -> ‖d‖ = 1 ->
    f (x ⊕ γ ⋅ d) >= f x - γ * ‖g‖ - ε * γ.
  Proof.
    intros ε Hε. destruct (conclusion_expansion ε Hε) as [δ [Hδ B]]. exists δ. split; [assumption|]. intros γ d Hγ U.
    specialize (B γ d Hγ U). pose proof (cauchy_schwarz_abs g d) as S. rewrite U, Rmult_1_r in S.
    rewrite inner_scale_r in B. unfold Rabs in *. repeat destruct Rcase_abs in B; destruct Rcase_abs in S; nra.
  Qed.

  (* among unit vectors ⟨∇J(θ), d⟩ is least for -∇J(θ)/‖∇J(θ)‖ alone *)
  Theorem conclusion_best_direction : ‖g‖ <> 0 -> let b := (- / ‖g‖) ⋅ g in
    ‖b‖ = 1 /\ ⟨g, b⟩ = - ‖g‖ /\ (forall d, ‖d‖ = 1 -> - ‖g‖ <= ⟨g, d⟩) /\ (forall d, ‖d‖ = 1 -> ⟨g, d⟩ = - ‖g‖ -> d = b).
  Proof.
    intros N b. pose proof (norm_pos g). assert (P : 0 < ‖g‖) by lra.
    assert (Ib : 0 < / ‖g‖) by (now apply Rinv_0_lt_compat).
    repeat split.
    - unfold b. rewrite norm_scale, Rabs_Ropp, Rabs_pos_eq by lra. field. lra.
    - unfold b. rewrite inner_scale_r. fold (sqnorm g). rewrite <- norm_sqr. field. lra.
    - intros d U. pose proof (cauchy_schwarz_abs g d) as S. rewrite U in S. unfold Rabs in S. destruct Rcase_abs in S; lra.
    - intros d U E. apply inner_definite. unfold b. autorewrite with inner. rewrite (inner_sym _ d g), E.
      fold (sqnorm g). fold (sqnorm d). rewrite <- !norm_sqr, U. field. lra.
  Qed.
  Theorem conclusion_stationary γ : 0 < γ -> (x ⊖ γ ⋅ g = x <-> g = zero).
  Proof.
    intro Hγ. split; [|intros ->; vector]. intro E. apply sqnorm_zero_inv.
    assert (Z : sqnorm (x ⊖ (x ⊖ γ ⋅ g)) = 0) by (rewrite E; inner_ring).
    replace (sqnorm (x ⊖ (x ⊖ γ ⋅ g))) with (γ * γ * ‖g‖²) in Z by inner_ring.
    apply Rmult_integral in Z as [Z|Z]; [nra|exact Z].
  Qed.
End Steepest.

(* Other norms on ℝ²: with ‖·‖∞, ∇J = (1, 1) and d = (-1, -1), -2 ≥ -1 would hold; *)
Theorem any_norm_is_false :
  ~ (forall g d : ℝ ⊗ ℝ, let sup (v : ℝ ⊗ ℝ) := Rmax (Rabs (fst v)) (Rabs (snd v)) in ⟨g, d⟩ >= - (sup g * sup d)).
Proof.
  intro H. specialize (H (1, 1) (-1, -1)). simpl in H. rewrite !Rabs_Ropp, !Rabs_R1 in H || rewrite Rabs_R1, (Rabs_left (-1)) in H by lra.
  rewrite !Rmax_left in H by lra. lra.
Qed.
(* with ‖·‖₁, ∇J = (2, 1) and d = (-1, 0) is better than -∇J/‖∇J‖₁. *)
Theorem best_direction_in_any_norm_is_false :
  ~ (forall g d : ℝ ⊗ ℝ, let one (v : ℝ ⊗ ℝ) := Rabs (fst v) + Rabs (snd v) in one d = 1 -> ⟨g, (- / one g) ⋅ g⟩ <= ⟨g, d⟩).
Proof.
  intro H. specialize (H (2, 1) (-1, 0)). simpl in H.
  rewrite (Rabs_left (-1)), (Rabs_pos_eq 2), (Rabs_pos_eq 1), Rabs_R0 in H by lra. specialize (H ltac:(ring)). lra.
Qed.
