(* sgm/5.1.3: Lemma 5.1.3. Under (5.4), β ≥ ∇²J ≥ α > 0, and (5.5), ∇J(W* ) = 0, with 0 < Δt < 2α/β², the iteration
   W^{n+1} = W^n - Δt∇J(W^n) has |W^n - W*| ≤ (1 - ε)^n |W^0 - W*| for an ε ∈ (0, 1). The proof's ε = 2Δtα - Δt²β² belongs to the
   squares of the distances; half of it is one for the distances. β > 0 follows from (5.4), but for the space {0}. *)
From Verigrad.base Require Import inner_product sums spaces differential gradient function_class hessian.
From Verigrad.convexity Require strong_monotonicity.

Section Contraction.
  Context {V : space}.
  Variables (J : V -> R) (grad : V -> V) (hess : V -> V -> V) (α β Δt : R) (s : V) (W : nat -> V).
  Hypothesis J_differentiable : differentiable J grad.
  Hypothesis J_hessian : has_hessian grad hess.
  Hypothesis bounds : hessian_between hess α β.
  Hypothesis α_positive : 0 < α.
  Hypothesis α_below_β : α <= β.
  Hypothesis s_extremal : grad s = zero.
  Hypothesis Δt_positive : 0 < Δt.
  Hypothesis Δt_small : Δt < 2 * α / (β * β).
  Hypothesis step : forall n, W (S n) = W n ⊖ Δt ⋅ grad (W n).

  Definition ε_of_squares := 2 * Δt * α - Δt * Δt * (β * β).

  Lemma ε_positive : 0 < ε_of_squares.
  Proof.
    assert (0 < β * β) by nra. apply Rmult_lt_compat_r with (r := β * β) in Δt_small; [|assumption].
    replace (2 * α / (β * β) * (β * β)) with (2 * α) in Δt_small by (field; lra). unfold ε_of_squares. nra.
  Qed.
  (* 1 - 2Δtα + Δt²β² = (1 - Δtα)² + Δt²(β² - α²) *)
  Lemma ε_at_most_one : ε_of_squares <= 1.
  Proof. unfold ε_of_squares. pose proof (Rle_0_sqr (1 - Δt * α)) as S. unfold Rsqr in S. assert (α * α <= β * β) by nra. nra. Qed.

  (* |∇J(W^n)| ≤ β|W^n - W*| *)
  Lemma gradient_bound n : sqnorm (grad (W n)) <= β * β * sqnorm (W n ⊖ s).
  Proof.
    pose proof (strong_monotonicity.gradient_lipschitz J grad hess α β J_hessian bounds J_differentiable ltac:(lra) ltac:(lra) (W n) s) as L.
    rewrite s_extremal in L. replace (grad (W n) ⊖ zero) with (grad (W n)) in L by vector.
    rewrite <- !norm_sqr. pose proof (norm_pos (grad (W n))). nra.
  Qed.
  (* |W^{n+1} - W*|² ≤ (1 - 2Δtα + Δt²β²)|W^n - W*|² *)
  Lemma square_step n : sqnorm (W (S n) ⊖ s) <= (1 - ε_of_squares) * sqnorm (W n ⊖ s).
  Proof.
    destruct (strong_monotonicity.conclusion grad hess α β J_hessian bounds (W n) s) as [M _]. pose proof (gradient_bound n) as G.
    rewrite step. replace (sqnorm (W n ⊖ Δt ⋅ grad (W n) ⊖ s))
      with (sqnorm (W n ⊖ s) - 2 * Δt * ⟨W n ⊖ s, grad (W n)⟩ + Δt * Δt * sqnorm (grad (W n))) by inner_ring.
    rewrite s_extremal in M. replace (⟨grad (W n) ⊖ zero, W n ⊖ s⟩) with (⟨W n ⊖ s, grad (W n)⟩) in M by inner_ring.
    apply Rmult_le_compat_l with (r := 2 * Δt) in M; [|lra]. apply Rmult_le_compat_l with (r := Δt * Δt) in G; [|nra].
    unfold ε_of_squares. lra.
  Qed.
  Lemma squares n : sqnorm (W n ⊖ s) <= (1 - ε_of_squares) ^ n * sqnorm (W 0%nat ⊖ s).
  Proof.
    induction n; simpl; [lra|]. pose proof (square_step n). pose proof ε_at_most_one. rewrite Rmult_assoc.
    eapply Rle_trans; [eassumption|]. apply Rmult_le_compat_l; [lra|exact IHn].
  Qed.
  (* √(1 - 2ε) ≤ 1 - ε *)
  Lemma norm_step n : norm (W (S n) ⊖ s) <= (1 - ε_of_squares / 2) * norm (W n ⊖ s).
  Proof.
    pose proof (square_step n) as Q. pose proof ε_at_most_one. pose proof (norm_pos (W n ⊖ s)).
    apply norm_le_of_squares; [apply Rmult_le_pos; lra|]. eapply Rle_trans; [exact Q|]. rewrite <- norm_sqr.
    replace ((1 - ε_of_squares / 2) * norm (W n ⊖ s) * ((1 - ε_of_squares / 2) * norm (W n ⊖ s)))
      with ((1 - ε_of_squares / 2) * (1 - ε_of_squares / 2) * (norm (W n ⊖ s) * norm (W n ⊖ s))) by ring.
    apply Rmult_le_compat_r; [nra|]. pose proof (Rle_0_sqr ε_of_squares) as S. unfold Rsqr in S. lra.
  Qed.

  Theorem conclusion : exists ε, 0 < ε < 1 /\ forall n, norm (W n ⊖ s) <= (1 - ε) ^ n * norm (W 0%nat ⊖ s).
  Proof.
    exists (ε_of_squares / 2). pose proof ε_positive. pose proof ε_at_most_one. split; [lra|].
    induction n; simpl; [lra|]. rewrite Rmult_assoc. eapply Rle_trans; [apply norm_step|]. apply Rmult_le_compat_l; lra.
  Qed.
End Contraction.

(* J(W) = W²/2, Δt = ½, W^n = 2^{-n}: α = β = 1, and ε = 2Δtα - Δt²β² = ¾. *)
Lemma identity_hessian : has_hessian (fun x : ℝ => x) (fun _ h => h).
Proof. intro x. apply differential_id. Qed.
Lemma identity_bounds : hessian_between (fun _ h : ℝ => h) 1 1.
Proof. intros x h. rewrite Rmult_1_l. split; apply Rle_refl. Qed.
Lemma halves_step n : (/ 2) ^ S n = ((/ 2) ^ n : ℝ) ⊖ (/ 2) ⋅ ((/ 2) ^ n : ℝ).
Proof. rewrite line_sub. simpl. field. Qed.

(* The proof's last line, which takes the ε of the squares for the distances. *)
Theorem ε_of_the_square_is_false :
  ~ (forall (grad : ℝ -> ℝ) hess α β Δt (s : ℝ) (W : nat -> ℝ), has_hessian grad hess -> hessian_between hess α β -> 0 < α ->
       grad s = zero -> 0 < Δt -> Δt < 2 * α / (β * β) -> (forall n, W (S n) = W n ⊖ Δt ⋅ grad (W n)) ->
       forall n, norm (W n ⊖ s) <= (1 - (2 * Δt * α - Δt * Δt * (β * β))) ^ n * norm (W 0%nat ⊖ s)).
Proof.
  intro H. specialize (H _ _ 1 1 (/ 2) 0 (fun n => (/ 2) ^ n) identity_hessian identity_bounds ltac:(lra) eq_refl ltac:(lra) ltac:(lra)
    halves_step 1%nat). rewrite !line_norm, !line_sub, !Rabs_pos_eq in H; simpl; simpl in H; lra.
Qed.
(* ∇J(W_1) - ∇J(W_2) as the integral from W_1 to W_2, with a constant Hessian h: h(W_2 - W_1). *)
Theorem sign_of_integral_is_false :
  ~ (forall (grad : ℝ -> ℝ) h, has_hessian grad (fun _ => h) -> forall x y, grad x ⊖ grad y = h (y ⊖ x)).
Proof. intro H. specialize (H _ _ identity_hessian 1 0). rewrite !line_sub in H. lra. Qed.
