(* sgm/5.3.1: Theorem 5.3.1, its last part: a_k ≥ 0 with a_{k+1} ≤ (1 - λΔt_k)a_k + CΔt_k², Δt_k → 0 and ΣΔt_k = ∞ tends to 0, for any batches. (That the
   errors of the splitting satisfy this recursion is not proved here.) The text's product of factors needs 1 - λΔt_k ≥ 0, true from some k on. *)
From Verigrad.base Require Import inner_product sums.

Section Recursion.
  Variables (a Δt : nat -> R) (λ_ C : R).
  Hypothesis λ_positive : 0 < λ_.
  Hypothesis C_nonnegative : 0 <= C.
  Hypothesis Δt_positive : forall k, 0 < Δt k.
  Hypothesis Δt_to_zero : forall ε, 0 < ε -> exists N, forall k, (N <= k)%nat -> Δt k < ε.
  Hypothesis sum_diverges : forall M, exists N, forall k, (N <= k)%nat -> M < sum_to k Δt.
  Hypothesis recursion : forall k, a (S k) <= (1 - λ_ * Δt k) * a k + C * (Δt k * Δt k).

  (* 1 - x ≤ e^{-x}, over the steps from N on *)
  Lemma from_N N e : 0 <= e -> (forall k, (N <= k)%nat -> λ_ * Δt k <= 1 /\ C * Δt k <= λ_ * e) ->
    forall j, a (N + j)%nat <= e + exp (- λ_ * (sum_to (N + j) Δt - sum_to N Δt)) * Rmax 0 (a N - e).
  Proof.
    intros He H j. induction j as [|j IH].
    - rewrite Nat.add_0_r. replace (- λ_ * (sum_to N Δt - sum_to N Δt)) with 0 by ring. rewrite exp_0. pose proof (Rmax_r 0 (a N - e)). lra.
    - rewrite Nat.add_succ_r. simpl sum_to. destruct (H (N + j)%nat ltac:(lia)) as [A B]. pose proof (recursion (N + j)) as R0.
      pose proof (Δt_positive (N + j)) as P. set (d := Δt (N + j)%nat) in *. set (T := sum_to (N + j) Δt - sum_to N Δt) in *.
      replace (sum_to (N + j) Δt + d - sum_to N Δt) with (T + d) by (unfold T; ring).
      replace (- λ_ * (T + d)) with (- λ_ * T + - (λ_ * d)) by ring. rewrite exp_plus.
      pose proof (Rmax_l 0 (a N - e)) as M0. set (m := Rmax 0 (a N - e)) in *. pose proof (exp_pos (- λ_ * T)) as PT.
      assert (X : 1 - λ_ * d <= exp (- (λ_ * d))).
      { destruct (Req_dec (λ_ * d) 0) as [Z|Z]; [rewrite Z, Ropp_0, exp_0; lra|].
        pose proof (exp_ineq1 (- (λ_ * d)) ltac:(lra)). lra. }
      apply Rmult_le_compat_l with (r := 1 - λ_ * d) in IH; [|lra].
      assert (Q : C * (d * d) <= λ_ * d * e) by (apply Rmult_le_compat_r with (r := d) in B; lra).
      assert (Y : (1 - λ_ * d) * (exp (- λ_ * T) * m) <= exp (- (λ_ * d)) * (exp (- λ_ * T) * m)) by (apply Rmult_le_compat_r; [nra|assumption]).
      nra.
  Qed.

  Theorem partial_recursion : (forall k, 0 <= a k) -> forall ε, 0 < ε -> exists N, forall k, (N <= k)%nat -> a k < ε.
  Proof.
    intros Pos ε Hε. set (e := ε / 2).
    destruct (Δt_to_zero (Rmin (/ λ_) (λ_ * e / (C + 1)))) as [N HN].
    { apply Rmin_pos; [now apply Rinv_0_lt_compat|]. apply Rdiv_lt_0_compat; [unfold e; nra|lra]. }
    assert (H : forall k, (N <= k)%nat -> λ_ * Δt k <= 1 /\ C * Δt k <= λ_ * e).
    { intros k Hk. specialize (HN k Hk). pose proof (Δt_positive k) as P. pose proof (Rmin_l (/ λ_) (λ_ * e / (C + 1))). pose proof (Rmin_r (/ λ_) (λ_ * e / (C + 1))).
      split.
      - apply Rle_trans with (λ_ * / λ_); [apply Rmult_le_compat_l; lra|rewrite Rinv_r; lra].
      - apply Rle_trans with ((C + 1) * Δt k); [nra|].
        replace (λ_ * e) with ((C + 1) * (λ_ * e / (C + 1))) by (field; lra). apply Rmult_le_compat_l; lra. }
    set (m := Rmax 0 (a N - e)). pose proof (Rmax_l 0 (a N - e)) as M0. fold m in M0.
    (* e^{-λT}m < e once λT > m/e, as e^x > x *)
    destruct (sum_diverges (sum_to N Δt + (m / e + 1) / λ_)) as [N2 H2]. exists (Nat.max N N2). intros k Hk.
    replace k with (N + (k - N))%nat by lia. eapply Rle_lt_trans; [apply (from_N N e ltac:(unfold e; lra) H)|].
    replace (N + (k - N))%nat with k by lia. specialize (H2 k ltac:(lia)). fold m.
    set (T := sum_to k Δt - sum_to N Δt). assert (HT : m / e + 1 < λ_ * T).
    { apply Rmult_lt_reg_r with (/ λ_); [now apply Rinv_0_lt_compat|]. replace (λ_ * T * / λ_) with T by (field; lra). unfold T. unfold Rdiv in *. lra. }
    assert (He : 0 < e) by (unfold e; lra). assert (Hme : 0 <= m / e) by (apply Rmult_le_pos; [assumption|left; now apply Rinv_0_lt_compat]).
    pose proof (exp_ineq1 (λ_ * T) ltac:(lra)) as X. replace (- λ_ * T) with (- (λ_ * T)) by ring. rewrite exp_Ropp.
    assert (Y : m < e * exp (λ_ * T)) by (replace m with (e * (m / e)) at 1 by (field; lra); apply Rmult_lt_compat_l; lra).
    assert (Z : / exp (λ_ * T) * m < e).
    { apply Rmult_lt_reg_l with (exp (λ_ * T)); [apply exp_pos|]. rewrite <- Rmult_assoc, Rinv_r, Rmult_1_l; [lra|]. pose proof (exp_pos (λ_ * T)). lra. }
    unfold e in *. lra.
  Qed.
End Recursion.

(* a_k = Π(1 - λΔt_q)a_0 + CΣ… is no equality: a_0 = 1, a_1 = 0, Δt_0 = 1/2, λ = C = 1 satisfy the recursion, and 0 is not 1/2 + 1/4. *)
Theorem equality_is_false :
  ~ (forall (a0 a1 Δt0 λ_ C : R), 0 <= a0 -> 0 <= a1 -> a1 <= (1 - λ_ * Δt0) * a0 + C * (Δt0 * Δt0) -> a1 = (1 - λ_ * Δt0) * a0 + C * (Δt0 * Δt0)).
Proof. intro H. specialize (H 1 0 (/ 2) 1 1 ltac:(lra) ltac:(lra) ltac:(lra)). lra. Qed.
