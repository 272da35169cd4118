(* mathdnn/6.5: Proposition 6.5. Gradient descent x_{n+1} = x_n - α∇f(x_n) on a convex, L-smooth f with the global minimum x*,
   0 < α < 2/L, reaches f(x_n) - f(x* ) ≤ ‖x_0 - x*‖²/(nC) with C = α - Lα²/2, for every n ≥ 1.
   (22) prints the step for n ≥ 1 only, which leaves x_1 free; here it is for n ≥ 0. *)
From Verigrad.base Require Import inner_product sums spaces differential gradient function_class.
From Verigrad.convexity Require convexity_first_order quadratic_upper_bound co_coercivity stationarity_at_minimum.

Section Rate.
  Context {V : space}.
  Variables (f : V -> R) (grad : V -> V) (L α : R) (s : V) (x : nat -> V).
  Hypothesis L_positive : 0 < L.
  Hypothesis f_differentiable : differentiable f grad.
  Hypothesis f_convex : convex f.
  Hypothesis f_smooth : smooth grad L.
  Hypothesis s_minimum : global_minimum f s.
  Hypothesis α_positive : 0 < α.
  Hypothesis α_small : α < 2 / L.
  Hypothesis step : forall n, x (S n) = x n ⊖ α ⋅ grad (x n).

  Definition C := α - L * (α * α) / 2.
  Definition gap n := f (x n) - f s.

  Lemma α_times_L : α * L < 2.
  Proof. apply Rmult_lt_compat_r with (r := L) in α_small; [|assumption]. replace (2 / L * L) with 2 in α_small by (field; lra). exact α_small. Qed.
  Lemma C_positive : 0 < C.
  Proof. unfold C. pose proof α_times_L. nra. Qed.
  Lemma distance_factor_positive : 0 < 2 * α / L - α * α.
  Proof. replace (2 * α / L - α * α) with (α * (2 / L - α)) by (field; lra). apply Rmult_lt_0_compat; lra. Qed.
  Lemma gap_pos n : 0 <= gap n.
  Proof. unfold gap. pose proof (s_minimum (x n)). lra. Qed.

  (* the distances decrease, by co-coercivity *)
  Lemma distance_step n : sqnorm (x (S n) ⊖ s) <= sqnorm (x n ⊖ s) - (2 * α / L - α * α) * sqnorm (grad (x n)).
  Proof.
    pose proof (co_coercivity.conclusion f grad L L_positive f_differentiable f_convex f_smooth s (x n)) as K.
    rewrite (stationarity_at_minimum.conclusion f grad s f_differentiable s_minimum) in K. rewrite step.
    replace (sqnorm (x n ⊖ α ⋅ grad (x n) ⊖ s))
      with (sqnorm (x n ⊖ s) - 2 * α * ⟨grad (x n), x n ⊖ s⟩ + α * α * sqnorm (grad (x n))) by inner_ring.
    replace (⟨grad (x n) ⊖ zero, x n ⊖ s⟩) with (⟨grad (x n), x n ⊖ s⟩) in K by inner_ring.
    replace (sqnorm (grad (x n) ⊖ zero)) with (sqnorm (grad (x n))) in K by inner_ring.
    apply Rmult_le_compat_l with (r := 2 * α) in K; [|lra]. unfold Rdiv. lra.
  Qed.
  Lemma distance_decreases n : sqnorm (x n ⊖ s) <= sqnorm (x 0%nat ⊖ s).
  Proof.
    induction n; [lra|]. pose proof (distance_step n). pose proof distance_factor_positive. pose proof (sqnorm_pos (grad (x n))). nra.
  Qed.

  (* (a) *)
  Lemma descent n : f (x (S n)) <= f (x n) - C * sqnorm (grad (x n)).
  Proof.
    pose proof (quadratic_upper_bound.conclusion f grad L f_differentiable f_smooth (x n) (x (S n))) as Q. rewrite step in *.
    replace (⟨grad (x n), x n ⊖ α ⋅ grad (x n) ⊖ x n⟩) with (- α * sqnorm (grad (x n))) in Q by inner_ring.
    replace (sqnorm (x n ⊖ α ⋅ grad (x n) ⊖ x n)) with (α * α * sqnorm (grad (x n))) in Q by inner_ring. unfold C. lra.
  Qed.

  (* δ_n ≤ ‖∇f(x_n)‖ ‖x_0 - x*‖ *)
  Lemma gap_bound n : gap n <= norm (grad (x n)) * norm (x 0%nat ⊖ s).
  Proof.
    pose proof (convexity_first_order.convex_above_tangents f grad f_differentiable f_convex (x n) s) as T.
    replace (⟨grad (x n), s ⊖ x n⟩) with (- ⟨grad (x n), x n ⊖ s⟩) in T by inner_ring. unfold gap.
    apply Rle_trans with (⟨grad (x n), x n ⊖ s⟩); [lra|]. eapply Rle_trans; [apply cauchy_schwarz|].
    apply Rmult_le_compat_l; [apply norm_pos|]. apply norm_le, distance_decreases.
  Qed.
  Lemma gap_squared n : gap n * gap n <= sqnorm (grad (x n)) * sqnorm (x 0%nat ⊖ s).
  Proof.
    pose proof (gap_bound n) as B. pose proof (gap_pos n). rewrite <- (norm_sqr (grad (x n))), <- (norm_sqr (x 0%nat ⊖ s)).
    replace (norm (grad (x n)) * norm (grad (x n)) * (norm (x 0%nat ⊖ s) * norm (x 0%nat ⊖ s)))
      with ((norm (grad (x n)) * norm (x 0%nat ⊖ s)) * (norm (grad (x n)) * norm (x 0%nat ⊖ s))) by ring. nra.
  Qed.

  (* δ_{n+1} ≤ δ_n - C/R² δ_n², with the square that the text loses; R² on the other side, so that R = 0 is allowed *)
  Lemma gap_step n : sqnorm (x 0%nat ⊖ s) * gap (S n) <= sqnorm (x 0%nat ⊖ s) * gap n - C * (gap n * gap n).
  Proof.
    pose proof (descent n) as D. pose proof (gap_squared n) as G. pose proof C_positive. pose proof (sqnorm_pos (x 0%nat ⊖ s)).
    assert (A : gap (S n) <= gap n - C * sqnorm (grad (x n))) by (unfold gap; lra).
    apply Rmult_le_compat_l with (r := sqnorm (x 0%nat ⊖ s)) in A; [|assumption]. apply Rmult_le_compat_l with (r := C) in G; lra.
  Qed.

  (* the telescoped sum, nC δ_n ≤ R² *)
  Lemma telescoped n : INR n * C * gap n <= sqnorm (x 0%nat ⊖ s).
  Proof.
    induction n as [|n IH]; [simpl; pose proof (sqnorm_pos (x 0%nat ⊖ s)); lra|].
    rewrite S_INR. pose proof (gap_step n) as A. pose proof C_positive. pose proof (gap_pos n) as P. pose proof (gap_pos (S n)) as P'.
    pose proof (descent n) as D. pose proof (sqnorm_pos (grad (x n))) as G. pose proof (sqnorm_pos (x 0%nat ⊖ s)) as R0.
    assert (M : gap (S n) <= gap n) by (unfold gap; nra). destruct (Req_dec (gap n) 0) as [Z|N].
    - replace (gap (S n)) with 0 by lra. lra.
    - apply Rmult_le_reg_r with (gap n); [lra|].
      assert (C * (gap n * gap (S n)) <= sqnorm (x 0%nat ⊖ s) * (gap n - gap (S n))).
      { apply Rle_trans with (C * (gap n * gap n)); [apply Rmult_le_compat_l; [lra|apply Rmult_le_compat_l; lra]|lra]. }
      apply Rmult_le_compat_r with (r := gap (S n)) in IH; [|assumption]. lra.
  Qed.

  Theorem conclusion n : (1 <= n)%nat -> f (x n) - f s <= sqnorm (x 0%nat ⊖ s) / (INR n * C).
  Proof.
    intro Hn. apply le_INR in Hn. simpl in Hn. pose proof C_positive. apply Rmult_le_reg_r with (INR n * C); [nra|].
    replace (sqnorm (x 0%nat ⊖ s) / (INR n * C) * (INR n * C)) with (sqnorm (x 0%nat ⊖ s)) by (field; lra).
    pose proof (telescoped n). unfold gap in *. lra.
  Qed.
End Rate.

(* f(x) = x²/2 with α = 1/2 from x_0 = 1/2: x_n = 2^{-n-1}. *)
Definition halves (n : nat) : ℝ := / 2 * (/ 2) ^ n.
Lemma halves_step n : halves (S n) = halves n ⊖ / 2 ⋅ halves n.
Proof. unfold halves, sub. simpl. lra. Qed.

(* The line δ_{n+1} ≤ δ_n - C/R² δ_n, as printed. *)
Theorem lost_square_is_false :
  ~ (forall (f : ℝ -> R) (grad : ℝ -> ℝ) L α s (x : nat -> ℝ), 0 < L -> differentiable f grad -> convex f -> smooth grad L ->
       global_minimum f s -> 0 < α -> α < 2 / L -> (forall n, x (S n) = x n ⊖ α ⋅ grad (x n)) -> sqnorm (x 0%nat ⊖ s) <> 0 ->
       forall n, gap f s x (S n) <= gap f s x n - C L α / sqnorm (x 0%nat ⊖ s) * gap f s x n).
Proof.
  intro H. specialize (H _ _ 1 (/ 2) 0 halves ltac:(lra) co_coercivity.half_square_differentiable
    co_coercivity.half_square_convex co_coercivity.half_square_smooth).
  assert (N : sqnorm (halves 0%nat ⊖ (0 : ℝ)) = / 4) by (unfold sqnorm, sub, halves; simpl; lra).
  rewrite N in H. specialize (H ltac:(intro x; unfold co_coercivity.half_square; pose proof (sqnorm_pos x);
    replace (sqnorm (0 : ℝ)) with 0 by (unfold sqnorm; simpl; ring); lra) ltac:(lra) ltac:(lra) halves_step ltac:(lra) 0%nat).
  unfold gap, C, co_coercivity.half_square, halves, sqnorm in H. simpl in H. lra.
Qed.

(* The note that x_n converges to x*: f(u, v) = u²/2 is least at 0, from x_0 = (0, 1) no step moves. *)
Definition valley (p : ℝ ⊗ ℝ) : R := / 2 * sqnorm (fst p).
Definition valley_gradient (p : ℝ ⊗ ℝ) : ℝ ⊗ ℝ := (fst p, 0).
Lemma valley_differentiable : differentiable valley valley_gradient.
Proof.
  intro p. apply gradient_of_quadratic_bound with 1; [lra|]. intro h. unfold valley, valley_gradient.
  replace (/ 2 * sqnorm (fst (p ⊕ h)) - / 2 * sqnorm (fst p) - @inner (ℝ ⊗ ℝ) (fst p, 0) h) with (/ 2 * sqnorm (fst h)).
  - pose proof (sqnorm_pos (fst h)). rewrite Rabs_pos_eq by lra. pose proof (sqnorm_le _ _ (fst_norm h)). pose proof (sqnorm_pos h). lra.
  - unfold sqnorm. simpl. field.
Qed.
Lemma valley_convex : convex valley.
Proof.
  apply (convexity_first_order.above_tangents_convex _ valley_gradient). intros [p p'] [q q']. unfold valley, valley_gradient, sqnorm, sub.
  simpl. pose proof (Rle_0_sqr (q - p)). unfold Rsqr in *. lra.
Qed.
Lemma valley_smooth : smooth valley_gradient 1.
Proof.
  intros [p p'] [q q']. rewrite Rmult_1_l. apply norm_le. unfold valley_gradient, sqnorm, sub. simpl.
  pose proof (Rle_0_sqr (p' + -1 * q')). unfold Rsqr in *. lra.
Qed.
Theorem iterates_converge_is_false :
  ~ (forall (f : ℝ ⊗ ℝ -> R) grad L α s (x : nat -> ℝ ⊗ ℝ), 0 < L -> differentiable f grad -> convex f -> smooth grad L ->
       global_minimum f s -> 0 < α -> α < 2 / L -> (forall n, x (S n) = x n ⊖ α ⋅ grad (x n)) ->
       forall ε, 0 < ε -> exists n, sqnorm (x n ⊖ s) < ε).
Proof.
  intro H. destruct (H valley valley_gradient 1 1 (0, 0) (fun _ => (0, 1)) ltac:(lra) valley_differentiable valley_convex valley_smooth) with (ε := 1)
    as [n B]; try lra.
  - intros [p p']. unfold valley, sqnorm. simpl. pose proof (Rle_0_sqr p). unfold Rsqr in *. lra.
  - intros _. unfold valley_gradient, sub. simpl. f_equal; ring.
  - unfold sqnorm, sub in B. simpl in B. lra.
Qed.
