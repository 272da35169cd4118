(* mfds/44: Proposition 44. If x_k minimises ½‖Ax - y‖² + λ_k R(x), λ_k > 0, λ_k → 0, and Ax = y has a solution, then (x_k) is bounded and each of its
   accumulation points solves min R(x) subject to Ax = y. R is not negative, coercive, and lower semicontinuous, which the text forgets. A is bounded,
   as every A in finite dimension is. *)
From Verigrad.base Require Import inner_product sums spaces differential.

Definition coercive {V : space} (R' : V -> R) : Prop := forall M, exists r, forall x, r < ‖x‖ -> M < R' x.
Definition lower_semicontinuous {V : space} (R' : V -> R) : Prop :=
  forall x c, c < R' x -> exists δ, 0 < δ /\ forall z, norm (z ⊖ x) < δ -> c < R' z.
Definition accumulation_point {V : space} (x : nat -> V) (s : V) : Prop :=
  forall δ N, 0 < δ -> exists k, (N <= k)%nat /\ norm (x k ⊖ s) < δ.

Section Limit.
  Context {V W : space}.
  Variables (A : V -> W) (y : W) (R' : V -> R) (λ_ : nat -> R) (x : nat -> V).
  Hypothesis A_linear : linear A.
  Hypothesis A_bounded : bounded A.
  Hypothesis R_nonnegative : forall v, 0 <= R' v.
  Hypothesis R_coercive : coercive R'.
  Hypothesis λ_positive : forall k, 0 < λ_ k.
  Hypothesis λ_to_zero : forall ε, 0 < ε -> exists N, forall k, (N <= k)%nat -> λ_ k < ε.
  Hypothesis minimisers : forall k v, / 2 * sqnorm (A (x k) ⊖ y) + λ_ k * R' (x k) <= / 2 * sqnorm (A v ⊖ y) + λ_ k * R' v.
  Variable x0 : V.
  Hypothesis solution : A x0 = y.

  (* (14.3) *)
  Lemma optimality k v : A v = y -> / 2 * sqnorm (A (x k) ⊖ y) + λ_ k * R' (x k) <= λ_ k * R' v.
  Proof. intro E. pose proof (minimisers k v) as M. rewrite E in M. replace (sqnorm (y ⊖ y)) with 0 in M by inner_ring. lra. Qed.
  Lemma R_below k v : A v = y -> R' (x k) <= R' v.
  Proof.
    intro E. pose proof (optimality k v E). pose proof (sqnorm_pos (A (x k) ⊖ y)). apply Rmult_le_reg_l with (λ_ k); [apply λ_positive|lra].
  Qed.
  (* with the square that the text loses *)
  Lemma residual k : sqnorm (A (x k) ⊖ y) <= 2 * λ_ k * R' x0.
  Proof. pose proof (optimality k x0 solution). pose proof (Rmult_le_pos _ _ (Rlt_le _ _ (λ_positive k)) (R_nonnegative (x k))). lra. Qed.

  Theorem conclusion_bounded : exists r, forall k, norm (x k) <= r.
  Proof.
    destruct (R_coercive (R' x0)) as [r B]. exists r. intro k. apply Rnot_lt_le. intro H.
    pose proof (B (x k) H). pose proof (R_below k x0 solution). lra.
  Qed.
  Theorem conclusion : lower_semicontinuous R' -> forall s, accumulation_point x s -> A s = y /\ forall v, A v = y -> R' s <= R' v.
  Proof.
    intros Lsc s Acc. split.
    - assert (Z : norm (A s ⊖ y) = 0).
      { pose proof (norm_pos (A s ⊖ y)) as P. apply Rle_antisym; [|assumption]. apply Rnot_lt_le. intro Hn. set (e := norm (A s ⊖ y)) in *.
        destruct A_bounded as [K [HK B]]. pose proof (R_nonnegative x0) as Rp.
        destruct (λ_to_zero (e * e / (8 * (R' x0 + 1)))) as [N HN]; [apply Rdiv_lt_0_compat; nra|].
        destruct (Acc (e / (4 * K)) N) as [k [Hk D]]; [apply Rdiv_lt_0_compat; lra|].
        pose proof (norm_triangle_sub (A s) (A (x k)) y) as T. fold e in T.
        assert (T1 : norm (A s ⊖ A (x k)) <= e / 4).
        { rewrite <- linear_sub by assumption. eapply Rle_trans; [apply B|]. rewrite norm_sub_sym.
          replace (e / 4) with (K * (e / (4 * K))) by (field; lra). apply Rmult_le_compat_l; lra. }
        assert (T2 : norm (A (x k) ⊖ y) <= e / 2).
        { apply norm_le_of_squares; [lra|]. eapply Rle_trans; [apply residual|]. specialize (HN k Hk).
          apply Rle_trans with (2 * (e * e / (8 * (R' x0 + 1))) * R' x0); [apply Rmult_le_compat_r; lra|].
          apply Rmult_le_reg_r with (8 * (R' x0 + 1)); [lra|].
          replace (2 * (e * e / (8 * (R' x0 + 1))) * R' x0 * (8 * (R' x0 + 1))) with (2 * (e * e) * R' x0) by (field; lra). nra. }
        lra. }
      apply norm_zero_inv in Z. replace (A s) with ((A s ⊖ y) ⊕ y) by vector. rewrite Z. vector.
    - intros v E. apply Rnot_lt_le. intro H. destruct (Lsc s (R' v) H) as [δ [Hδ B]]. destruct (Acc δ 0%nat Hδ) as [k [_ D]].
      pose proof (B (x k) D). pose proof (R_below k v E). lra.
  Qed.
End Limit.

(* ‖Ax_k - y‖ ≤ λ_k R(x_0): A = 1, R = |x|, y = x_0 = 1, λ = 1/4: x = 3/4 and 1/4 ≤ 1/4 holds; y = x_0 = 1/2 has R(x_0) = 1/2, and 1/4 ≤ 1/8 is false. *)
Theorem lost_square_is_false :
  ~ (forall (R' : ℝ -> R) l (x y : ℝ), 0 < l -> (forall v, 0 <= R' v) -> coercive R' ->
       (forall v : ℝ, / 2 * sqnorm (x ⊖ y) + l * R' x <= / 2 * sqnorm (v ⊖ y) + l * R' v) -> norm (x ⊖ y) <= l * R' y).
Proof.
  intro H. assert (B : norm ((/ 4 : ℝ) ⊖ (/ 2 : ℝ)) <= / 4 * Rabs (/ 2)).
  { apply (H (fun v => Rabs v)); [lra|apply Rabs_pos| |].
    - intro M. exists M. intros v Hv. now rewrite line_norm in Hv.
    - intro v. unfold sqnorm, sub. simpl. rewrite (Rabs_pos_eq (/ 4)) by lra. pose proof (Rle_0_sqr (v - / 4)) as Q. unfold Rsqr in Q. pose proof (Rle_abs v). lra. }
  rewrite line_norm, line_sub in B. unfold Rabs in B. repeat destruct Rcase_abs in B; lra.
Qed.
