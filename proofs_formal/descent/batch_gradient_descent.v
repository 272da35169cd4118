(* mfds/bgd: section 14.2.2. x_{k+1} = x_k - τ_k∇f(x_k) with 0 < τ_min ≤ τ_k ≤ τ_max < 2/L converges: for convex, L-smooth f,
   f(x_n) - f* ≤ ‖x_0 - x*‖²/Σ_{k<n}(τ_k - Lτ_k²/2); for μ-strongly convex f at a linear rate, ‖x_n - x*‖ ≤ ρⁿ‖x_0 - x*‖, ρ < 1.
   The text prints τ_max = 2/L, which steps may approach: then it is false. The linear rate asks for μ < L: of an f with μ = L every smaller μ is one. *)
From Verigrad.base Require Import inner_product sums spaces differential gradient function_class.
From Verigrad.convexity Require convexity_first_order quadratic_upper_bound co_coercivity stationarity_at_minimum descent_inequality.

Section Convex.
  Context {V : space}.
  Variables (f : V -> R) (grad : V -> V) (L : R) (τ : nat -> R) (s : V) (x : nat -> V).
  Hypothesis L_positive : 0 < L.
  Hypothesis f_differentiable : differentiable f grad.
  Hypothesis f_convex : convex f.
  Hypothesis f_smooth : smooth grad L.
  Hypothesis s_minimum : global_minimum f s.
  Hypothesis steps : forall k, 0 < τ k < 2 / L.
  Hypothesis step : forall k, x (S k) = x k ⊖ τ k ⋅ grad (x k).

  Definition decrease k := τ k - L * (τ k * τ k) / 2.
  Definition gap k := f (x k) - f s.

  Lemma τ_times_L k : τ k * L < 2.
  Proof. destruct (steps k) as [_ H]. apply Rmult_lt_compat_r with (r := L) in H; [|assumption]. replace (2 / L * L) with 2 in H by (field; lra). exact H. Qed.
  Lemma decrease_positive k : 0 < decrease k.
  Proof. unfold decrease. pose proof (τ_times_L k). destruct (steps k). nra. Qed.
  Lemma gap_pos k : 0 <= gap k.
  Proof. unfold gap. pose proof (s_minimum (x k)). lra. Qed.
  Lemma descent k : gap (S k) <= gap k - decrease k * sqnorm (grad (x k)).
  Proof.
    unfold gap, decrease. rewrite step.
    pose proof (descent_inequality.lipschitz_decrease f grad L (τ k) (x k) f_differentiable f_smooth). lra.
  Qed.
  Lemma distance_step k : sqnorm (x (S k) ⊖ s) <= sqnorm (x k ⊖ s).
  Proof.
    pose proof (co_coercivity.conclusion f grad L L_positive f_differentiable f_convex f_smooth s (x k)) as K.
    rewrite (stationarity_at_minimum.conclusion f grad s f_differentiable s_minimum) in K. rewrite step.
    replace (grad (x k) ⊖ zero) with (grad (x k)) in K by vector.
    replace (sqnorm (x k ⊖ τ k ⋅ grad (x k) ⊖ s))
      with (sqnorm (x k ⊖ s) - τ k * (2 * ⟨grad (x k), x k ⊖ s⟩ - τ k * sqnorm (grad (x k)))) by inner_ring.
    assert (B : τ k * sqnorm (grad (x k)) <= 2 * (/ L * sqnorm (grad (x k)))).
    { rewrite <- Rmult_assoc. apply Rmult_le_compat_r; [apply sqnorm_pos|]. destruct (steps k). unfold Rdiv in *. lra. }
    destruct (steps k). nra.
  Qed.
  Lemma distance_decreases k : sqnorm (x k ⊖ s) <= sqnorm (x 0%nat ⊖ s).
  Proof. induction k; [lra|]. pose proof (distance_step k). lra. Qed.
  Lemma gap_squared k : gap k * gap k <= sqnorm (grad (x k)) * sqnorm (x 0%nat ⊖ s).
  Proof.
    pose proof (convexity_first_order.convex_above_tangents f grad f_differentiable f_convex (x k) s) as T.
    replace (⟨grad (x k), s ⊖ x k⟩) with (- ⟨grad (x k), x k ⊖ s⟩) in T by inner_ring.
    pose proof (gap_pos k) as P. pose proof (cauchy_schwarz_sqr (grad (x k)) (x k ⊖ s)). unfold gap in *.
    apply Rle_trans with (sqnorm (grad (x k)) * sqnorm (x k ⊖ s)); [nra|].
    apply Rmult_le_compat_l; [apply sqnorm_pos|apply distance_decreases].
  Qed.
  Lemma telescoped n : sum_to n decrease * gap n <= sqnorm (x 0%nat ⊖ s).
  Proof.
    induction n as [|n IH]; [simpl; pose proof (sqnorm_pos (x 0%nat ⊖ s)); lra|]. simpl.
    pose proof (descent n) as A. pose proof (gap_squared n) as G. pose proof (decrease_positive n) as C.
    pose proof (gap_pos n). pose proof (gap_pos (S n)). pose proof (sqnorm_pos (grad (x n))). pose proof (sqnorm_pos (x 0%nat ⊖ s)) as R0.
    assert (M : gap (S n) <= gap n) by nra. destruct (Req_dec (gap n) 0) as [Z|N].
    - replace (gap (S n)) with 0 by lra. lra.
    - apply Rmult_le_reg_r with (gap n); [lra|].
      assert (decrease n * (gap n * gap (S n)) <= sqnorm (x 0%nat ⊖ s) * (gap n - gap (S n))).
      { apply Rle_trans with (decrease n * (gap n * gap n)); [apply Rmult_le_compat_l; [lra|apply Rmult_le_compat_l; lra]|].
        apply Rmult_le_compat_l with (r := decrease n) in G; [|lra].
        apply Rmult_le_compat_l with (r := sqnorm (x 0%nat ⊖ s)) in A; [|assumption]. lra. }
      apply Rmult_le_compat_r with (r := gap (S n)) in IH; [|assumption]. lra.
  Qed.
  Theorem conclusion_convex n : (1 <= n)%nat -> f (x n) - f s <= sqnorm (x 0%nat ⊖ s) / sum_to n decrease.
  Proof.
    intro Hn. assert (P : 0 < sum_to n decrease).
    { destruct n; [lia|]. simpl. pose proof (decrease_positive n). pose proof (sum_to_pos n decrease (fun k _ => Rlt_le _ _ (decrease_positive k))). lra. }
    apply Rmult_le_reg_r with (sum_to n decrease); [assumption|].
    replace (sqnorm (x 0%nat ⊖ s) / sum_to n decrease * sum_to n decrease) with (sqnorm (x 0%nat ⊖ s)) by (field; lra).
    pose proof (telescoped n). unfold gap in *. lra.
  Qed.
End Convex.

Section StronglyConvex.
  Context {V : space}.
  Variables (f : V -> R) (grad : V -> V) (μ L : R).
  Hypothesis μ_positive : 0 < μ.
  Hypothesis f_strongly_convex : strongly_convex f grad μ.
  Hypothesis f_upper : quadratic_upper f grad L.

  (* f - μ/2‖·‖², convex and (L - μ)-smooth *)
  Let rest x := f x - μ / 2 * ‖x‖².
  Let rest_grad x := grad x ⊖ μ ⋅ x.
  Lemma rest_tangents : above_tangents rest rest_grad.
  Proof.
    intros x y. unfold rest, rest_grad. pose proof (f_strongly_convex x y) as S.
    replace (⟨grad x ⊖ μ ⋅ x, y ⊖ x⟩) with (⟨grad x, y ⊖ x⟩ + μ / 2 * sqnorm (y ⊖ x) - μ / 2 * ‖y‖² + μ / 2 * ‖x‖²) by inner_field. lra.
  Qed.
  Lemma rest_upper M : L - μ <= M -> quadratic_upper rest rest_grad M.
  Proof.
    intros HM x y. unfold rest, rest_grad. pose proof (f_upper x y) as S. pose proof (sqnorm_pos (y ⊖ x)).
    replace (⟨grad x ⊖ μ ⋅ x, y ⊖ x⟩) with (⟨grad x, y ⊖ x⟩ + μ / 2 * sqnorm (y ⊖ x) - μ / 2 * ‖y‖² + μ / 2 * ‖x‖²) by inner_field. nra.
  Qed.
  (* ⟨∇f(x) - ∇f(y) - μ(x - y), L(x - y) - (∇f(x) - ∇f(y))⟩ ≥ 0 *)
  Lemma between x y : let g := grad x ⊖ grad y in let d := x ⊖ y in 0 <= ⟨g ⊖ μ ⋅ d, L ⋅ d ⊖ g⟩.
  Proof.
    intros g d.
    assert (E : forall M, 0 < M -> L - μ <= M -> 0 <= M * ⟨g ⊖ μ ⋅ d, d⟩ - sqnorm (g ⊖ μ ⋅ d)).
    { intros M HM HL. pose proof (co_coercivity.gap rest rest_grad M HM x y rest_tangents (rest_upper M HL)) as A.
      pose proof (co_coercivity.gap rest rest_grad M HM y x rest_tangents (rest_upper M HL)) as B.
      assert (K : / M * sqnorm (g ⊖ μ ⋅ d) <= ⟨g ⊖ μ ⋅ d, d⟩).
      { assert (Eq : ⟨g ⊖ μ ⋅ d, d⟩ - / M * sqnorm (g ⊖ μ ⋅ d)
                   = (⟨rest_grad y, y ⊖ x⟩ - / (2 * M) * sqnorm (rest_grad x ⊖ rest_grad y))
                     + (⟨rest_grad x, x ⊖ y⟩ - / (2 * M) * sqnorm (rest_grad y ⊖ rest_grad x))).
        { unfold g, d, rest_grad. inner_field. lra. }
        lra. }
      apply Rmult_le_compat_l with (r := M) in K; [|lra]. rewrite <- Rmult_assoc, Rinv_r, Rmult_1_l in K by lra. lra. }
    replace (⟨g ⊖ μ ⋅ d, L ⋅ d ⊖ g⟩) with ((L - μ) * ⟨g ⊖ μ ⋅ d, d⟩ - sqnorm (g ⊖ μ ⋅ d)) by inner_ring.
    destruct (Rlt_dec 0 (L - μ)) as [P|N]; [apply E; lra|].
    (* L ≤ μ: every M > 0 will do *)
    assert (S : sqnorm (g ⊖ μ ⋅ d) = 0).
    { pose proof (sqnorm_pos (g ⊖ μ ⋅ d)) as Q. set (b := ⟨g ⊖ μ ⋅ d, d⟩) in *. set (a := sqnorm (g ⊖ μ ⋅ d)) in *.
      apply Rle_antisym; [|assumption]. apply Rnot_lt_le. intro Pa.
      destruct (Rle_dec b 0) as [Hb|Hb]; [pose proof (E 1 ltac:(lra) ltac:(lra)); lra|].
      pose proof (E (a / (2 * b)) ltac:(apply Rdiv_lt_0_compat; lra) ltac:(apply Rle_trans with 0; [lra|left; apply Rdiv_lt_0_compat; lra])) as F.
      replace (a / (2 * b) * b) with (a / 2) in F by (field; lra). lra. }
    rewrite S. apply sqnorm_zero_inv in S. rewrite S, inner_zero_l. lra.
  Qed.

  (* one step from two points: ρ = max(|1 - τμ|, |1 - τL|) *)
  Lemma contraction τ x y ρ : μ < L -> Rabs (1 - τ * μ) <= ρ -> Rabs (1 - τ * L) <= ρ ->
    norm (x ⊖ τ ⋅ grad x ⊖ (y ⊖ τ ⋅ grad y)) <= ρ * norm (x ⊖ y).
  Proof.
    intros HL A B. pose proof (between x y) as P. cbv zeta in P. set (g := grad x ⊖ grad y) in *. set (d := x ⊖ y) in *.
    pose proof (Rabs_pos (1 - τ * μ)) as P0. apply norm_le_of_squares; [apply Rmult_le_pos; [lra|apply norm_pos]|].
    replace (ρ * norm d * (ρ * norm d)) with (ρ * ρ * (norm d * norm d)) by ring. rewrite norm_sqr.
    replace (x ⊖ τ ⋅ grad x ⊖ (y ⊖ τ ⋅ grad y)) with (d ⊖ τ ⋅ g) by (unfold d, g; vector).
    set (p := g ⊖ μ ⋅ d) in *. set (q := L ⋅ d ⊖ g) in *.
    assert (D : (L - μ) * (L - μ) * ‖d‖² = ‖p‖² + 2 * ⟨p, q⟩ + ‖q‖²) by (unfold p, q; inner_ring).
    assert (S : (L - μ) * (L - μ) * sqnorm (d ⊖ τ ⋅ g) = (1 - τ * L) * (1 - τ * L) * ‖p‖²
              + 2 * ((1 - τ * L) * (1 - τ * μ)) * ⟨p, q⟩ + (1 - τ * μ) * (1 - τ * μ) * ‖q‖²) by (unfold p, q; inner_ring).
    apply Rmult_le_reg_l with ((L - μ) * (L - μ)); [nra|].
    replace ((L - μ) * (L - μ) * (ρ * ρ * ‖d‖²)) with (ρ * ρ * ((L - μ) * (L - μ) * ‖d‖²)) by ring. rewrite S, D.
    assert (Bound : forall a b, Rabs a <= ρ -> Rabs b <= ρ -> a * b <= ρ * ρ).
    { intros a b Ha Hb. eapply Rle_trans; [apply Rle_abs|]. rewrite Rabs_mult. apply Rmult_le_compat; auto using Rabs_pos. }
    pose proof (Bound _ _ B B) as B1. pose proof (Bound _ _ B A) as B2. pose proof (Bound _ _ A A) as B3.
    apply Rmult_le_compat_r with (r := ‖p‖²) in B1; [|apply sqnorm_pos]. apply Rmult_le_compat_r with (r := ‖q‖²) in B3; [|apply sqnorm_pos].
    apply Rmult_le_compat_r with (r := ⟨p, q⟩) in B2; [|assumption]. lra.
  Qed.

  Variables (τ : nat -> R) (τ_min τ_max : R) (s : V) (x : nat -> V).
  Hypothesis μ_below_L : μ < L.
  Hypothesis τ_min_positive : 0 < τ_min.
  Hypothesis τ_max_small : τ_max < 2 / L.
  Hypothesis steps : forall k, τ_min <= τ k <= τ_max.
  Hypothesis stationary : grad s = zero.
  Hypothesis step : forall k, x (S k) = x k ⊖ τ k ⋅ grad (x k).

  Definition ρ := Rmax (1 - τ_min * μ) (τ_max * L - 1).
  Lemma ρ_below_one : ρ < 1.
  Proof.
    apply Rmax_lub_lt; [nra|]. apply Rmult_lt_compat_r with (r := L) in τ_max_small; [|lra].
    replace (2 / L * L) with 2 in τ_max_small by (field; lra). lra.
  Qed.
  Lemma ρ_bounds k : Rabs (1 - τ k * μ) <= ρ /\ Rabs (1 - τ k * L) <= ρ.
  Proof.
    pose proof (steps k). unfold ρ.
    assert (τ_min * μ <= τ k * μ) by (apply Rmult_le_compat_r; lra). assert (τ k * L <= τ_max * L) by (apply Rmult_le_compat_r; lra).
    assert (τ k * μ <= τ k * L) by (apply Rmult_le_compat_l; lra).
    pose proof (Rmax_l (1 - τ_min * μ) (τ_max * L - 1)). pose proof (Rmax_r (1 - τ_min * μ) (τ_max * L - 1)).
    split; apply Rabs_le; lra.
  Qed.
  Theorem conclusion_strongly_convex : ρ < 1 /\ forall n, norm (x n ⊖ s) <= ρ ^ n * norm (x 0%nat ⊖ s).
  Proof.
    split; [apply ρ_below_one|]. induction n as [|n IH]; [simpl; lra|]. destruct (ρ_bounds n) as [A B].
    pose proof (contraction (τ n) (x n) s ρ μ_below_L A B) as C. rewrite stationary, <- step in C.
    replace (s ⊖ τ n ⋅ zero) with s in C by vector. eapply Rle_trans; [exact C|]. simpl. rewrite Rmult_assoc.
    apply Rmult_le_compat_l; [|exact IH]. eapply Rle_trans; [apply Rabs_pos|exact A].
  Qed.
End StronglyConvex.

(* Steps below 2/L that approach it: f(x) = x²/2, τ_k = 2 - 1/(k + 2)², from 1: |x_n| = (n + 2)/(2(n + 1)) stays above 1/2. *)
Definition τ_to_two (k : nat) : R := 2 - / ((INR k + 2) * (INR k + 2)).
Fixpoint bouncing (n : nat) : ℝ := match n with O => 1 | S k => bouncing k ⊖ τ_to_two k ⋅ bouncing k end.
Lemma bouncing_is n : bouncing n = (-1) ^ n * ((INR n + 2) / (2 * (INR n + 1))).
Proof.
  induction n as [|n IH]; [simpl; field|]. change (bouncing (S n)) with (bouncing n ⊖ τ_to_two n ⋅ bouncing n).
  rewrite line_sub, IH, S_INR. simpl. unfold τ_to_two. pose proof (pos_INR n). field. lra.
Qed.
Theorem steps_up_to_two_over_L_is_false :
  ~ (forall (f : ℝ -> R) (grad : ℝ -> ℝ) L τ (s : ℝ) (x : nat -> ℝ), 0 < L -> differentiable f grad -> convex f -> smooth grad L ->
       global_minimum f s -> (forall k, 1 < τ k < 2 / L) -> (forall k, x (S k) = x k ⊖ τ k ⋅ grad (x k)) ->
       forall ε, 0 < ε -> exists n, f (x n) - f s < ε).
Proof.
  intro H. assert (St : forall k, 1 < τ_to_two k < 2 / 1).
  { intro k. unfold τ_to_two. pose proof (pos_INR k). assert (P : 1 < (INR k + 2) * (INR k + 2)) by nra.
    pose proof (Rinv_1_lt_contravar 1 _ ltac:(lra) P) as I. rewrite Rinv_1 in I.
    assert (0 < / ((INR k + 2) * (INR k + 2))) by (apply Rinv_0_lt_compat; lra). lra. }
  destruct (H _ _ 1 τ_to_two 0 bouncing ltac:(lra) co_coercivity.half_square_differentiable co_coercivity.half_square_convex
    co_coercivity.half_square_smooth) with (ε := / 8) as [n B]; [|exact St|reflexivity|lra|].
  - intro x. unfold co_coercivity.half_square. pose proof (sqnorm_pos x). replace (sqnorm (0 : ℝ)) with 0 by (unfold sqnorm; simpl; ring). lra.
  - unfold co_coercivity.half_square, sqnorm in B. rewrite bouncing_is in B. simpl in B. pose proof (pos_INR n).
    assert (Sq : (-1) ^ n * (-1) ^ n = 1) by (rewrite <- Rpow_mult_distr; replace (-1 * -1) with 1 by ring; apply pow1).
    set (q := (INR n + 2) / (2 * (INR n + 1))) in *. assert (Hq : / 2 <= q).
    { unfold q. apply Rmult_le_reg_r with (2 * (INR n + 1)); [lra|]. unfold Rdiv. rewrite (Rmult_assoc (INR n + 2)), Rinv_l by lra. lra. }
    replace ((-1) ^ n * q * ((-1) ^ n * q)) with (((-1) ^ n * (-1) ^ n) * (q * q)) in B by ring. rewrite Sq in B. nra.
Qed.
