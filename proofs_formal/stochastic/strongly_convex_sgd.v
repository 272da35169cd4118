(* mfds/24: Theorem 24. If f is μ-strongly convex, the sampled gradients are unbiased and ‖∇f_i‖ ≤ C, then x_{k+1} = x_k - τ_k∇f_{i(k)}(x_k) with
   τ_k = 1/(μ(k + 1)) and independent uniform i(k) has E‖x_k - x*‖² ≤ R/(k + 1), R = max(‖x_0 - x*‖, C²/μ²), for every k but 1, where only
   E‖x_1 - x*‖² ≤ R holds. The text states all k ≥ 0. The bound on the gradients is asked for at the points that the method steps from:
   for all x it contradicts strong convexity. *)
From Verigrad.base Require Import inner_product sums spaces differential gradient function_class.
From Verigrad.convexity Require stationarity_at_minimum.

Section Method.
  Context {V : space} {n : nat}.
  Variables (grad_i : index n -> V -> V) (μ : R) (x0 : V).

  Definition τ (k : nat) : R := / (μ * (INR k + 1)).
  Definition next (k : nat) (i : index n) (x : V) : V := x ⊖ τ k ⋅ grad_i i x.
  (* E φ(x_k), over all sequences of k indices *)
  Fixpoint expect (k : nat) (φ : V -> R) : R :=
    match k with O => φ x0 | S j => expect j (fun x => mean (fun i => φ (next j i x))) end.
  (* P holds at every point where the method can be after k steps *)
  Fixpoint reachable (k : nat) (P : V -> Prop) : Prop :=
    match k with O => P x0 | S j => reachable j (fun x => forall i, P (next j i x)) end.
  Definition ε (s : V) (k : nat) : R := expect k (fun x => sqnorm (x ⊖ s)).

  Hypothesis n_positive : (0 < n)%nat.
  Lemma expect_le k : forall (P : V -> Prop) φ ψ, reachable k P -> (forall x, P x -> φ x <= ψ x) -> expect k φ <= expect k ψ.
  Proof.
    induction k as [|k IH]; intros P φ ψ H L; [now apply L|]. apply (IH _ _ _ H). intros x Hx. apply mean_le; [assumption|]. intro i. now apply L.
  Qed.
  Lemma expect_ext k : forall φ ψ, (forall x, φ x = ψ x) -> expect k φ = expect k ψ.
  Proof. induction k as [|k IH]; intros φ ψ E; [apply E|]. apply IH. intro x. apply mean_ext. intro i. apply E. Qed.
  Lemma expect_affine k : forall φ p c, expect k (fun x => p * φ x + c) = p * expect k φ + c.
  Proof.
    induction k as [|k IH]; intros φ p c; [reflexivity|]. simpl. rewrite <- IH. apply expect_ext. intro x.
    now rewrite mean_add, mean_scale, mean_const.
  Qed.
  Lemma reachable_all k : forall P : V -> Prop, (forall x, P x) -> reachable k P.
  Proof. induction k as [|k IH]; intros P H; [apply H|]. apply IH. intros x i. apply H. Qed.
  Lemma reachable_mono k : forall P Q : V -> Prop, (forall x, P x -> Q x) -> reachable k P -> reachable k Q.
  Proof.
    induction k as [|k IH]; intros P Q I H; [now apply I|]. simpl in *. revert H. apply IH. intros x Hx i. apply I, Hx.
  Qed.
  Lemma ε_pos s k : 0 <= ε s k.
  Proof.
    replace 0 with (expect k (fun x => 0 * 0 + 0)) by (rewrite (expect_affine k (fun _ => 0)); ring).
    apply (expect_le k (fun _ => True)); [now apply reachable_all|]. intros x _. pose proof (sqnorm_pos (x ⊖ s)). lra.
  Qed.
End Method.

Section Theorem24.
  Context {V : space} {n : nat}.
  Variables (f : V -> R) (grad : V -> V) (grad_i : index n -> V -> V) (μ C : R) (s x0 : V).
  Hypothesis n_positive : (0 < n)%nat.
  Hypothesis μ_positive : 0 < μ.
  Hypothesis f_differentiable : differentiable f grad.
  Hypothesis s_minimum : global_minimum f s.
  Hypothesis f_strongly_convex : strongly_convex f grad μ.
  Hypothesis unbiased : forall x v, mean (fun i => ⟨grad_i i x, v⟩) = ⟨grad x, v⟩.
  Hypothesis bounded : forall k, reachable grad_i μ x0 k (fun x => forall i, sqnorm (grad_i i x) <= C * C).

  Notation ε := (ε grad_i μ x0 s).
  Notation τ := (τ μ).

  (* (14.17) *)
  Lemma strong_monotonicity x : μ * sqnorm (x ⊖ s) <= ⟨grad x, x ⊖ s⟩.
  Proof.
    pose proof (f_strongly_convex x s) as A. pose proof (f_strongly_convex s x) as B.
    rewrite (stationarity_at_minimum.conclusion f grad s f_differentiable s_minimum), inner_zero_l in B.
    replace (sqnorm (s ⊖ x)) with (sqnorm (x ⊖ s)) in A by inner_ring.
    replace (⟨grad x, s ⊖ x⟩) with (- ⟨grad x, x ⊖ s⟩) in A by inner_ring. lra.
  Qed.
  Lemma τ_positive k : 0 < τ k.
  Proof. apply Rinv_0_lt_compat, Rmult_lt_0_compat; [assumption|pose proof (pos_INR k); lra]. Qed.

  (* the conditional expectation of one step *)
  Lemma one_step k x : (forall i, sqnorm (grad_i i x) <= C * C) ->
    mean (fun i => sqnorm (next grad_i μ k i x ⊖ s)) <= (1 - 2 * μ * τ k) * sqnorm (x ⊖ s) + τ k * τ k * (C * C).
  Proof.
    intro B. pose proof (τ_positive k) as T.
    rewrite (mean_ext _ (fun i => - 2 * τ k * ⟨grad_i i x, x ⊖ s⟩ + (τ k * τ k * sqnorm (grad_i i x) + sqnorm (x ⊖ s)))).
    2:{ intro i. unfold next. inner_ring. }
    rewrite mean_add, mean_scale, unbiased, mean_add, mean_scale, mean_const by assumption.
    assert (M : mean (fun i => sqnorm (grad_i i x)) <= C * C) by (rewrite <- (mean_const n_positive (C * C)); now apply mean_le).
    pose proof (strong_monotonicity x) as S. apply Rmult_le_compat_l with (r := τ k * τ k) in M; [|nra].
    apply Rmult_le_compat_l with (r := 2 * τ k) in S; [|lra]. lra.
  Qed.
  (* (14.18) *)
  Lemma recursion k : ε (S k) <= (1 - 2 * μ * τ k) * ε k + τ k * τ k * (C * C).
  Proof. unfold strongly_convex_sgd.ε. simpl. rewrite <- expect_affine by assumption. apply (expect_le _ _ _ n_positive k _ _ _ (bounded k)), one_step. Qed.
  Lemma recursion_in_m k : let m := INR k + 1 in ε (S k) <= (1 - 2 / m) * ε k + C * C / (μ * μ) / (m * m).
  Proof.
    intro m. eapply Rle_trans; [apply recursion|]. right. unfold strongly_convex_sgd.τ. pose proof (pos_INR k). unfold m. field. lra.
  Qed.

  (* not in the text: ‖x_0 - x*‖ ≤ C/μ, so that R is C²/μ² or more than ‖x_0 - x*‖² *)
  Lemma start : sqnorm (x0 ⊖ s) <= C * C / (μ * μ).
  Proof.
    pose proof (strong_monotonicity x0) as M. pose proof (bounded 0) as B. simpl in B. set (d := x0 ⊖ s) in *.
    assert (J : ⟨grad x0, d⟩ * ⟨grad x0, d⟩ <= C * C * ‖d‖²).
    { rewrite <- unbiased. set (a := mean (fun i => ⟨grad_i i x0, d⟩)).
      assert (Q : 0 <= mean (fun i => - 2 * a * ⟨grad_i i x0, d⟩ + (⟨grad_i i x0, d⟩ * ⟨grad_i i x0, d⟩ + a * a))).
      { rewrite <- (mean_const n_positive 0). apply mean_le; [assumption|]. intro i.
        pose proof (Rle_0_sqr (⟨grad_i i x0, d⟩ - a)) as Sq. unfold Rsqr in Sq. lra. }
      rewrite mean_add, mean_scale, mean_add, mean_const in Q by assumption. fold a in Q.
      apply Rle_trans with (mean (fun i => ⟨grad_i i x0, d⟩ * ⟨grad_i i x0, d⟩)); [lra|].
      rewrite <- (mean_const n_positive (C * C * ‖d‖²)). apply mean_le; [assumption|]. intro i.
      eapply Rle_trans; [apply cauchy_schwarz_sqr|]. apply Rmult_le_compat_r; [apply sqnorm_pos|apply B]. }
    pose proof (sqnorm_pos d) as P. set (D := ‖d‖²) in *. apply Rmult_le_reg_r with (μ * μ); [nra|].
    replace (C * C / (μ * μ) * (μ * μ)) with (C * C) by (field; lra).
    destruct (Req_dec D 0) as [->|N]; [nra|]. apply Rmult_le_reg_r with D; [lra|]. assert (0 <= μ * D) by nra. nra.
  Qed.

  Definition bound : R := Rmax (norm (x0 ⊖ s)) (C * C / (μ * μ)).
  Lemma base_case : ε 0 <= C * C / (μ * μ).
  Proof. apply start. Qed.
  (* ε_2 needs nothing of ε_1: the factor 1 - 2/m is 0 for m = 2 *)
  Lemma from_two k : ε (S (S k)) <= C * C / (μ * μ) / (INR k + 3).
  Proof.
    set (K := C * C / (μ * μ)). assert (PK : 0 <= K) by (pose proof start; pose proof (sqnorm_pos (x0 ⊖ s)); unfold K; lra).
    induction k as [|k IH].
    - pose proof (recursion_in_m 1) as A. simpl in A. fold K in A. simpl. lra.
    - pose proof (recursion_in_m (S (S k))) as A. cbv zeta in A. fold K in A. rewrite !S_INR in *. pose proof (pos_INR k).
      replace (INR k + 1 + 1 + 1) with (INR k + 3) in A by ring. replace (INR k + 1 + 3) with (INR k + 3 + 1) by ring.
      set (m := INR k + 3) in *. assert (3 <= m) by (unfold m; lra).
      assert (I : (1 - 2 / m) * ε (S (S k)) <= (1 - 2 / m) * (K / m)).
      { apply Rmult_le_compat_l; [|exact IH]. replace (1 - 2 / m) with ((m - 2) * / m) by (field; lra).
        apply Rmult_le_pos; [lra|left; apply Rinv_0_lt_compat; lra]. }
      (* (1 - 2/m)/m + 1/m² = (m² - 1)/m² · 1/(m + 1) *)
      replace (K / (m + 1)) with ((1 - 2 / m) * (K / m) + K / (m * m) + K * / (m * m) * / (m + 1)) by (field; lra).
      assert (0 <= K * / (m * m) * / (m + 1)); [|lra].
      apply Rmult_le_pos; [apply Rmult_le_pos; [assumption|]|]; left; apply Rinv_0_lt_compat; nra.
  Qed.

  Theorem conclusion k : k <> 1%nat -> ε k <= bound / (INR k + 1).
  Proof.
    intro N. apply Rle_trans with (C * C / (μ * μ) / (INR k + 1)).
    - destruct k as [|[|k]]; [|easy|].
      + replace (C * C / (μ * μ) / (INR 0 + 1)) with (C * C / (μ * μ)) by (simpl; field; lra). apply base_case.
      + rewrite !S_INR. replace (INR k + 1 + 1 + 1) with (INR k + 3) by ring. apply from_two.
    - apply Rmult_le_compat_r; [left; apply Rinv_0_lt_compat; pose proof (pos_INR k); lra|apply Rmax_r].
  Qed.
  Theorem conclusion_at_one : ε 1 <= bound.
  Proof.
    pose proof (recursion_in_m 0) as A. simpl in A. pose proof (ε_pos grad_i μ x0 n_positive s 0) as P.
    apply Rle_trans with (C * C / (μ * μ)); [|apply Rmax_r].
    replace ((0 + 1) * (0 + 1)) with 1 in A by ring. unfold Rdiv in *. rewrite Rplus_0_l, Rinv_1 in A. lra.
  Qed.
End Theorem24.

(* k = 1: f(x) = x²/2 is the mean of two terms with the slopes x ± max(0, 1 - |x|), from x_0 = 0, C = μ = 1: x_1 = ±1, and 1 > 1/2. *)
Definition tent (x : R) : R := Rmax 0 (1 - Rabs x).
Definition slope (i : index 2) (x : ℝ) : ℝ := if same i Fin.F1 then x + tent x else x - tent x.
Lemma slope_bounded i x : -1 <= x <= 1 -> -1 <= slope i x <= 1.
Proof. unfold slope, tent, Rmax. intro H. unfold Rabs. destruct (same i Fin.F1), Rcase_abs, Rle_dec; lra. Qed.
Lemma stays_within k : reachable slope 1 0 k (fun x => -1 <= x <= 1).
Proof.
  induction k as [|k IH]; [simpl; lra|].
  change (reachable slope 1 0 k (fun x => forall i, -1 <= next slope 1 k i x <= 1)). revert IH. apply reachable_mono. intros x Hx i.
  (* x - t(x ± tent x) for 0 < t ≤ 1 *)
  unfold next, τ. rewrite line_sub, Rmult_1_l. simpl. pose proof (pos_INR k).
  set (t := / (INR k + 1)). assert (Ht : 0 < t <= 1).
  { unfold t. split; [apply Rinv_0_lt_compat; lra|]. rewrite <- Rinv_1 at 2. apply Rinv_le_contravar; lra. }
  unfold slope, tent, Rmax, Rabs. destruct (same i Fin.F1), Rcase_abs, Rle_dec; nra.
Qed.
Theorem at_k_equal_one_is_false :
  ~ (forall (n : nat) (f : ℝ -> R) (grad : ℝ -> ℝ) (grad_i : index n -> ℝ -> ℝ) μ C s x0, (0 < n)%nat -> 0 < μ -> differentiable f grad ->
       global_minimum f s -> strongly_convex f grad μ -> (forall x v, mean (fun i => ⟨grad_i i x, v⟩) = ⟨grad x, v⟩) ->
       (forall k, reachable grad_i μ x0 k (fun x => forall i, sqnorm (grad_i i x) <= C * C)) ->
       forall k, ε grad_i μ x0 s k <= bound μ C s x0 / (INR k + 1)).
Proof.
  intro H. assert (B : forall k, reachable slope 1 0 k (fun x => forall i, sqnorm (slope i x) <= 1 * 1)).
  { intro k. generalize (stays_within k). apply reachable_mono. intros x Hx i. pose proof (slope_bounded i x Hx). unfold sqnorm. simpl. nra. }
  specialize (H 2%nat (fun x : ℝ => / 2 * ‖x‖²) (fun x => x) slope 1 1 0 0 ltac:(lia) ltac:(lra)).
  assert (D : differentiable (fun x : ℝ => / 2 * ‖x‖²) (fun x => x)).
  { intro x. apply gradient_ext with (f := fun u : ℝ => / 2 * ‖u‖²) (g := / 2 ⋅ (2 ⋅ x)); [apply gradient_scale, gradient_sqnorm|reflexivity|vector_field]. }
  assert (M : global_minimum (fun x : ℝ => / 2 * ‖x‖²) 0) by (intro x; pose proof (sqnorm_pos x); replace (sqnorm (0 : ℝ)) with 0 by (unfold sqnorm; simpl; ring); lra).
  assert (S : strongly_convex (fun x : ℝ => / 2 * ‖x‖²) (fun x => x) 1).
  { intros x y. right. unfold sqnorm, sub. simpl. field. }
  assert (U : forall x v : ℝ, mean (fun i => ⟨slope i x, v⟩) = ⟨x, v⟩).
  { intros x v. unfold mean, slope. simpl. field. }
  specialize (H D M S U B 1%nat).
  assert (T : tent 0 = 1) by (unfold tent; rewrite Rabs_R0, Rmax_right; lra).
  assert (Bd : bound 1 1 (0 : ℝ) (0 : ℝ) = 1).
  { unfold bound. rewrite line_norm, line_sub, Rminus_0_r, Rabs_R0. replace (1 * 1 / (1 * 1)) with 1 by field. apply Rmax_right. lra. }
  rewrite Bd in H. unfold ε, mean, next, slope, τ in H. simpl in H. rewrite T in H. unfold sqnorm, sub, mean, τ in H. simpl in H.
  replace (/ (1 * (0 + 1))) with 1 in H by field. lra.
Qed.
