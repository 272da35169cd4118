(* inna/4.6: Lemma 4.6 (Alber et al.). For u_k, v_k ≥ 0 with Σu_k v_k < ∞, Σv_k = ∞ and |u_{k+1} - u_k| ≤ Cv_k, C > 0, u_k → 0. *)
From Verigrad.base Require Import inner_product sums.

Section Series.
  Variables (u v : nat -> R) (C : R).
  Hypothesis u_pos : forall k, 0 <= u k.
  Hypothesis v_pos : forall k, 0 <= v k.
  Hypothesis C_positive : 0 < C.
  Hypothesis products_sum : exists S, Un_cv (fun n => sum_to n (fun k => u k * v k)) S.
  Hypothesis v_diverges : forall M, exists n, M < sum_to n v.
  Hypothesis small_steps : forall k, Rabs (u (S k) - u k) <= C * v k.

  Notation part := (fun n => sum_to n (fun k => u k * v k)).

  (* from n on, as long as u ≥ ε/2: u_n - u_m ≤ CΣv ≤ (2C/ε)Σuv *)
  Lemma cost_of_descent ε n d : 0 < ε -> (forall i, (i < d)%nat -> ε / 2 <= u (n + i)%nat) ->
    ε * (u n - u (n + d)%nat) <= 2 * C * (part (n + d)%nat - part n).
  Proof.
    intros Hε. induction d as [|d IH]; intro H; [rewrite Nat.add_0_r; lra|]. replace (n + S d)%nat with (S (n + d)) by lia.
    specialize (IH ltac:(intros; apply H; lia)). specialize (H d ltac:(lia)). pose proof (small_steps (n + d)) as B.
    pose proof (v_pos (n + d)) as V. pose proof (Rle_abs (- (u (S (n + d)) - u (n + d)%nat))) as A. rewrite Rabs_Ropp in A.
    cbn [sum_to]. assert (ε / 2 * (C * v (n + d)%nat) <= u (n + d)%nat * (C * v (n + d)%nat)) by (apply Rmult_le_compat_r; nra).
    assert (ε * (u (n + d)%nat - u (S (n + d))) <= ε * (C * v (n + d)%nat)) by (apply Rmult_le_compat_l; lra). lra.
  Qed.
  (* if u stays ≥ ε/2 from n on, Σuv diverges with Σv *)
  Lemma cost_of_staying c n d : 0 <= c -> (forall i, c <= u (n + i)%nat) -> c * (sum_to (n + d) v - sum_to n v) <= part (n + d)%nat - part n.
  Proof.
    intros Hc H. induction d as [|d IH]; [rewrite Nat.add_0_r; lra|]. replace (n + S d)%nat with (S (n + d)) by lia. cbn [sum_to].
    pose proof (Rmult_le_compat_r _ _ _ (v_pos (n + d)) (H d)). lra.
  Qed.
  Lemma v_monotone n m : (n <= m)%nat -> sum_to n v <= sum_to m v.
  Proof. induction 1; [lra|]. simpl. pose proof (v_pos m). lra. Qed.

  Theorem conclusion : Un_cv u 0.
  Proof.
    intros ε Hε. destruct products_sum as [S HS]. set (η := ε * ε / (4 * C)).
    assert (Hη : 0 < η) by (apply Rdiv_lt_0_compat; nra). destruct (HS (η / 2) ltac:(lra)) as [N HN].
    assert (Tail : forall a b, (N <= a)%nat -> (N <= b)%nat -> part b - part a < η).
    { intros a b Ha Hb. pose proof (HN a Ha) as A. pose proof (HN b Hb) as B. unfold R_dist in *. apply Rabs_def2 in A, B. lra. }
    exists N. intros n Hn. unfold R_dist. rewrite Rminus_0_r, Rabs_pos_eq by apply u_pos. apply Rnot_le_lt. intro Big.
    assert (Stays : forall d i, (i <= d)%nat -> ε / 2 <= u (n + i)%nat).
    { induction d as [|d IH]; intros i Hi.
      - replace i with 0%nat by lia. rewrite Nat.add_0_r. lra.
      - destruct (Nat.eq_dec i (Datatypes.S d)) as [->|]; [|apply IH; lia].
        pose proof (cost_of_descent ε n (Datatypes.S d) Hε ltac:(intros; apply IH; lia)) as K.
        pose proof (Tail n (n + Datatypes.S d)%nat Hn ltac:(lia)) as T. apply Rnot_lt_le. intro F.
        assert (E : 2 * C * η = ε * (ε / 2)) by (unfold η; field; lra).
        assert (2 * C * (part (n + Datatypes.S d)%nat - part n) < 2 * C * η) by (apply Rmult_lt_compat_l; lra).
        assert (ε * (ε / 2) < ε * (u n - u (n + Datatypes.S d)%nat)) by (apply Rmult_lt_compat_l; lra). lra. }
    destruct (v_diverges (sum_to n v + 2 * η / ε)) as [m Hm].
    assert (Hnm : (n <= m)%nat).
    { destruct (Nat.le_gt_cases n m) as [L|L]; [exact L|exfalso]. pose proof (v_monotone m n ltac:(lia)).
      assert (0 < 2 * η / ε) by (apply Rdiv_lt_0_compat; lra). lra. }
    replace m with (n + (m - n))%nat in Hm by lia.
    pose proof (cost_of_staying (ε / 2) n (m - n) ltac:(lra) ltac:(intro i; apply (Stays i); lia)) as K.
    pose proof (Tail n (n + (m - n))%nat Hn ltac:(lia)) as T.
    assert (ε / 2 * (2 * η / ε) < ε / 2 * (sum_to (n + (m - n)) v - sum_to n v)) by (apply Rmult_lt_compat_l; lra).
    replace (ε / 2 * (2 * η / ε)) with η in * by (field; lra). lra.
  Qed.
End Series.

(* Without the bound on the steps it fails: u_k = 1 where v_k = 0, for every second k. *)
Lemma even_odd_sum n : sum_to (n + n) (fun k => if Nat.even k then 0 else 1) = INR n.
Proof.
  induction n as [|n IH]; [reflexivity|]. replace (S n + S n)%nat with (S (S (n + n))) by lia. cbn [sum_to].
  rewrite IH, S_INR. replace (Nat.even (n + n)) with true by (symmetry; apply Nat.even_spec; exists n; lia).
  replace (Nat.even (S (n + n))) with false; [lra|]. rewrite Nat.even_succ. symmetry. rewrite <- Nat.negb_even.
  replace (Nat.even (n + n)) with true by (symmetry; apply Nat.even_spec; exists n; lia). reflexivity.
Qed.
Theorem without_small_steps_is_false :
  ~ (forall u v : nat -> R, (forall k, 0 <= u k) -> (forall k, 0 <= v k) -> (exists S, Un_cv (fun n => sum_to n (fun k => u k * v k)) S) ->
       (forall M, exists n, M < sum_to n v) -> Un_cv u 0).
Proof.
  intro H. specialize (H (fun k => if Nat.even k then 1 else 0) (fun k => if Nat.even k then 0 else 1)).
  assert (C : Un_cv (fun k => if Nat.even k then 1 else 0) 0).
  { apply H.
    - intro k. destruct (Nat.even k); lra.
    - intro k. destruct (Nat.even k); lra.
    - exists 0. intros ε Hε. exists 0%nat. intros n _. rewrite (sum_to_ext n _ (fun _ => 0)) by (intros k _; destruct (Nat.even k); ring).
      rewrite sum_to_const. unfold R_dist. replace (INR n * 0 - 0) with 0 by ring. rewrite Rabs_R0. exact Hε.
    - intro M. exists (Z.to_nat (Z.max 0 (up M)) + Z.to_nat (Z.max 0 (up M)))%nat. rewrite even_odd_sum, INR_IZR_INZ, Z2Nat.id by lia.
      apply Rlt_le_trans with (IZR (up M)); [apply archimed|apply IZR_le; lia]. }
  destruct (C 1 Rlt_0_1) as [N B]. specialize (B (N + N)%nat ltac:(lia)). unfold R_dist in B.
  replace (Nat.even (N + N)) with true in B by (symmetry; apply Nat.even_spec; exists N; lia). rewrite Rminus_0_r, Rabs_R1 in B. lra.
Qed.
