(* mathdnn/6.5: the best constant of Proposition 6.5 for 0 < α ≤ 1/L (Drori and Teboulle, 2014). For every n,
   f(x_n) - f(x* ) ≤ L‖x_0 - x*‖²/(4nαL + 2), attained for every n and α by Huber's function; the text's R²/(nC) follows.

   The proof is a dual certificate. With L = 1, h = α, λ_i = i/(2n + 1 - i), μ_i = λ_{i+1} - λ_i for i < n and μ_n = 1 - λ_n, add
   λ_i times the inequality of smooth convex functions between x_{i-1} and x_i, and μ_i times that between x* and x_i. What is left is
   affine in h, (1 - h)S_0 + hS_1, with S_0 = ½Σλ_i‖g_{i-1} - g_i‖² + ½(Σμ_i‖g_i‖² - ‖Σμ_i g_i‖²) and
   S_1 = ½Σ_{k<i} μ_i((2n + 1)μ_k - 1)‖g_k - g_i‖². The identity that it rests on is (2n - i)μ_i = 1 + λ_i. *)
From Verigrad.base Require Import inner_product sums spaces differential gradient function_class.
From Verigrad.convexity Require convexity_first_order quadratic_upper_bound co_coercivity stationarity_at_minimum.

Section Certificate.
  Context {V : space}.
  Variables (n : nat) (h : R) (g : nat -> V) (F : nat -> R) (d : V).
  Hypothesis h_positive : 0 < h.
  Hypothesis h_at_most_one : h <= 1.

  (* with L = 1: F i = f(x_i) - f(x* ), d = x_0 - x*, x_i - x* = d - h Σ_{k<i} g_k *)
  Notation G i := (vector_sum i g).
  Hypothesis from_minimum : forall i, (i <= n)%nat -> F i <= ⟨g i, d ⊖ h ⋅ G i⟩ - / 2 * sqnorm (g i).
  Hypothesis consecutive : forall i, (i < n)%nat -> F (S i) <= F i - h * ⟨g (S i), g i⟩ - / 2 * sqnorm (g i ⊖ g (S i)).

  Let c := 2 * INR n + 1.
  Definition λ_ (i : nat) : R := INR i / (c - INR i).
  Definition μ (i : nat) : R := if Nat.eqb i n then 1 - λ_ n else λ_ (S i) - λ_ i.

  Notation A i := (vector_sum i (fun k => μ k ⋅ g k)).
  Notation M i := (sum_to i (fun k => μ k * sqnorm (g k))).
  Notation Q i := (sum_to i (fun k => sqnorm (g k))).

  Lemma c_minus i : (i <= n)%nat -> 1 <= c - INR i.
  Proof. intro H. apply le_INR in H. unfold c. pose proof (pos_INR n). lra. Qed.
  Lemma below i : (i < n)%nat -> Nat.eqb i n = false.
  Proof. intro. apply Nat.eqb_neq. lia. Qed.
  Lemma μ_below i : (i < n)%nat -> μ i = c / ((c - INR i) * (c - INR i - 1)).
  Proof.
    intro H. unfold μ, λ_. rewrite below, S_INR by assumption. pose proof (c_minus (S i) H) as P. rewrite S_INR in P. field. lra.
  Qed.
  Lemma μ_last : μ n = / (INR n + 1).
  Proof. unfold μ, λ_. rewrite Nat.eqb_refl. unfold c. pose proof (pos_INR n). field. lra. Qed.
  Lemma λ_step i : (i < n)%nat -> λ_ (S i) = λ_ i + μ i.
  Proof. intro H. unfold μ. rewrite below by assumption. ring. Qed.
  Lemma λ_pos i : (i <= n)%nat -> 0 <= λ_ i.
  Proof. intro H. unfold λ_. pose proof (c_minus i H). apply Rmult_le_pos; [apply pos_INR|left; apply Rinv_0_lt_compat; lra]. Qed.
  Lemma μ_pos i : (i <= n)%nat -> 0 <= μ i.
  Proof.
    intro H. destruct (Nat.eq_dec i n) as [->|N].
    - rewrite μ_last. left. apply Rinv_0_lt_compat. pose proof (pos_INR n). lra.
    - rewrite μ_below by lia. pose proof (c_minus (S i) ltac:(lia)) as P. rewrite S_INR in P.
      apply Rmult_le_pos; [unfold c; pose proof (pos_INR n); lra|]. left. apply Rinv_0_lt_compat. apply Rmult_lt_0_compat; lra.
  Qed.
  (* (2n - i)μ_i = 1 + λ_i *)
  Lemma key_identity i : (i < n)%nat -> (c - 1 - INR i) * μ i = 1 + λ_ i.
  Proof.
    intro H. rewrite μ_below by assumption. unfold λ_. pose proof (c_minus (S i) H) as P. rewrite S_INR in P. field. lra.
  Qed.
  Lemma weight_of_squares k : (k < n)%nat -> 0 <= c * μ k - 1.
  Proof.
    intro H. rewrite μ_below by assumption. pose proof (c_minus (S k) H) as P. rewrite S_INR in P.
    pose proof (pos_INR k). assert (exists u, u = c - INR k) as [u Eu] by eauto.
    assert (1 <= u - 1) by lra. assert (u <= c) by lra. rewrite <- Eu.
    replace (c * (c / (u * (u - 1))) - 1) with ((c * c - u * (u - 1)) * / (u * (u - 1))) by (field; lra).
    apply Rmult_le_pos; [nra|]. left. apply Rinv_0_lt_compat. apply Rmult_lt_0_compat; lra.
  Qed.

  (* Σ_{k<i} (cμ_k - 1)‖g_k - v‖² ≥ 0 and Σ_{k<i} μ_k‖g_k - v‖² ≥ 0, multiplied out *)
  Lemma squares i v : (i <= n)%nat ->
    0 <= c * (M i - 2 * ⟨A i, v⟩ + λ_ i * ‖v‖²) - (Q i - 2 * ⟨G i, v⟩ + INR i * ‖v‖²).
  Proof.
    induction i as [|i IH]; intro H.
    - simpl. unfold λ_. simpl. autorewrite with inner. unfold Rdiv. lra.
    - specialize (IH ltac:(lia)). rewrite λ_step, S_INR by lia. simpl.
      pose proof (Rmult_le_pos _ _ (weight_of_squares i ltac:(lia)) (sqnorm_pos (g i ⊖ v))) as T.
      replace (sqnorm (g i ⊖ v)) with (sqnorm (g i) - 2 * ⟨g i, v⟩ + ‖v‖²) in T by inner_ring.
      autorewrite with inner. lra.
  Qed.
  Lemma weighted_squares i v : (i <= n)%nat -> 0 <= M i - 2 * ⟨A i, v⟩ + λ_ i * ‖v‖².
  Proof.
    induction i as [|i IH]; intro H.
    - simpl. unfold λ_. simpl. autorewrite with inner. unfold Rdiv. lra.
    - specialize (IH ltac:(lia)). rewrite λ_step by lia. simpl.
      pose proof (Rmult_le_pos _ _ (μ_pos i ltac:(lia)) (sqnorm_pos (g i ⊖ v))) as T.
      replace (sqnorm (g i ⊖ v)) with (sqnorm (g i) - 2 * ⟨g i, v⟩ + ‖v‖²) in T by inner_ring.
      autorewrite with inner. lra.
  Qed.
  Lemma term_of_S1 m : (m <= n)%nat ->
    0 <= h * (/ 2 * μ m * (c * (M m - 2 * ⟨A m, g m⟩ + λ_ m * sqnorm (g m)) - (Q m - 2 * ⟨G m, g m⟩ + INR m * sqnorm (g m)))).
  Proof.
    intro H. apply Rmult_le_pos; [lra|]. apply Rmult_le_pos; [pose proof (μ_pos m H); lra|]. now apply squares.
  Qed.

  (* what is left of the sum over i < m *)
  Definition remainder m :=
    h * (/ 2 * (1 - λ_ m) * (c * M m - Q m) + / 2 * λ_ m * sqnorm (g m) + c / 2 * sqnorm (A m)) + (1 - h) * (/ 2 * M m).

  Lemma partial_sum m : (m <= n)%nat -> λ_ m * F m <= ⟨A m, d⟩ - remainder m.
  Proof.
    induction m as [|m IH]; intro H.
    - unfold remainder. simpl. unfold λ_. simpl. unfold sqnorm. autorewrite with inner. unfold Rdiv. lra.
    - specialize (IH ltac:(lia)).
      pose proof (Rmult_le_compat_l _ _ _ (μ_pos m ltac:(lia)) (from_minimum m ltac:(lia))) as I1.
      pose proof (Rmult_le_compat_l _ _ _ (λ_pos (S m) H) (consecutive m ltac:(lia))) as I2.
      pose proof (term_of_S1 m ltac:(lia)) as W.
      assert (D : 0 <= (1 - h) * (/ 2 * λ_ (S m) * sqnorm (g m ⊖ g (S m)))).
      { apply Rmult_le_pos; [lra|]. apply Rmult_le_pos; [pose proof (λ_pos (S m) H); lra|apply sqnorm_pos]. }
      pose proof (key_identity m ltac:(lia)) as K.
      rewrite λ_step in * by lia. unfold remainder in *. rewrite λ_step by lia. simpl vector_sum. simpl sum_to.
      unfold sqnorm, sub in *. autorewrite with inner in *.
      rewrite (inner_sym _ (g (S m)) (g m)), (inner_sym _ (g m) (A m)), (inner_sym _ (g m) (G m)) in *.
      set (gg := ⟨g m, g m⟩) in *. set (g1 := ⟨g (S m), g (S m)⟩) in *. set (g01 := ⟨g m, g (S m)⟩) in *.
      set (ag := ⟨A m, g m⟩) in *. set (Gg := ⟨G m, g m⟩) in *. set (aa := ⟨A m, A m⟩) in *.
      set (l := λ_ m) in *. set (u := μ m) in *. set (F0 := F m) in *. set (F1 := F (S m)) in *.
      set (gd := ⟨g m, d⟩) in *. set (Ad := ⟨A m, d⟩) in *. set (i := INR m) in *.
      assert (K' : h * / 2 * gg * ((c - 1 - i) * u) = h * / 2 * gg * (1 + l)) by (rewrite K; reflexivity).
      clear - IH I1 I2 W D K'. lra.
  Qed.

  (* S_0's second half: Σμ_i‖g_i‖² ≥ ‖Σμ_i g_i‖² *)
  Lemma jensen : let s := A n ⊕ μ n ⋅ g n in
    0 <= (1 - h) * / 2 * (M n - 2 * ⟨A n, s⟩ + λ_ n * ‖s‖² + μ n * sqnorm (g n ⊖ s)).
  Proof.
    intro s. apply Rmult_le_pos; [lra|]. pose proof (weighted_squares n s (le_n n)).
    pose proof (Rmult_le_pos _ _ (μ_pos n (le_n n)) (sqnorm_pos (g n ⊖ s))). lra.
  Qed.
  Lemma whole_sum : let s := A n ⊕ μ n ⋅ g n in F n <= ⟨s, d⟩ - (2 * INR n * h + 1) / 2 * ‖s‖².
  Proof.
    pose proof (partial_sum n (le_n n)) as P.
    pose proof (Rmult_le_compat_l _ _ _ (μ_pos n (le_n n)) (from_minimum n (le_n n))) as I.
    assert (U : λ_ n + μ n = 1) by (unfold μ; rewrite Nat.eqb_refl; ring).
    assert (K : λ_ n = INR n * μ n) by (rewrite μ_last; unfold λ_, c; pose proof (pos_INR n); field; lra).
    pose proof (term_of_S1 n (le_n n)) as W. pose proof jensen as J. cbv zeta in *.
    assert (F n = λ_ n * F n + μ n * F n) as -> by (rewrite <- Rmult_plus_distr_r, U; ring).
    unfold remainder in P. unfold sqnorm, sub in *. autorewrite with inner in *.
    rewrite (inner_sym _ (g n) (A n)), (inner_sym _ (g n) (G n)) in *.
    set (gg := ⟨g n, g n⟩) in *. set (ag := ⟨A n, g n⟩) in *. set (Gg := ⟨G n, g n⟩) in *.
    set (aa := ⟨A n, A n⟩) in *. set (gd := ⟨g n, d⟩) in *. set (Ad := ⟨A n, d⟩) in *.
    assert (L1 : λ_ n = 1 - μ n) by lra. rewrite L1 in *. set (u := μ n) in *.
    assert (c = 2 * INR n + 1) as Ec by reflexivity. rewrite Ec in *. set (i := INR n) in *.
    assert (E1 : h * gg * u * (1 - u) = h * gg * u * (i * u)) by (rewrite K; ring).
    assert (E2 : h * gg * (1 - u) = h * gg * (i * u)) by (rewrite K; ring).
    clear - P I W J E1 E2. lra.
  Qed.

  (* and the square of x_0 - x* - (2nh + 1)Σμ_i g_i *)
  Lemma certificate : F n <= ‖d‖² / (4 * INR n * h + 2).
  Proof.
    pose proof whole_sum as T. cbv zeta in T. set (s := A n ⊕ μ n ⋅ g n) in *.
    pose proof (pos_INR n). assert (0 <= INR n * h) by (apply Rmult_le_pos; lra).
    apply Rmult_le_reg_r with (4 * INR n * h + 2); [lra|].
    replace (‖d‖² / (4 * INR n * h + 2) * (4 * INR n * h + 2)) with (‖d‖²) by (field; lra).
    pose proof (sqnorm_pos (d ⊖ (2 * INR n * h + 1) ⋅ s)) as B.
    replace (sqnorm (d ⊖ (2 * INR n * h + 1) ⋅ s))
      with (‖d‖² - 2 * (2 * INR n * h + 1) * ⟨s, d⟩ + (2 * INR n * h + 1) * (2 * INR n * h + 1) * ‖s‖²) in B by inner_ring.
    apply Rmult_le_compat_r with (r := 4 * INR n * h + 2) in T; [|lra]. lra.
  Qed.
End Certificate.

Section Rate.
  Context {V : space}.
  Variables (f : V -> R) (grad : V -> V) (L α : R) (s : V) (x : nat -> V).
  Hypothesis L_positive : 0 < L.
  Hypothesis f_differentiable : differentiable f grad.
  Hypothesis f_convex : convex f.
  Hypothesis f_smooth : smooth grad L.
  Hypothesis s_minimum : global_minimum f s.
  Hypothesis α_positive : 0 < α.
  Hypothesis α_small : α * L <= 1.
  Hypothesis step : forall n, x (S n) = x n ⊖ α ⋅ grad (x n).

  Let g i := / L ⋅ grad (x i).

  Lemma position i : x i ⊖ s = (x 0%nat ⊖ s) ⊖ (α * L) ⋅ vector_sum i g.
  Proof.
    induction i as [|i IH]; simpl; [vector|]. rewrite step.
    replace (x i ⊖ α ⋅ grad (x i) ⊖ s) with (x i ⊖ s ⊖ α ⋅ grad (x i)) by vector.
    rewrite IH. unfold g. apply inner_definite. inner_expand. field. lra.
  Qed.
  (* The inequality of smooth convex functions between any two points *)
  Lemma interpolation u v : f u + ⟨grad u, v ⊖ u⟩ + / (2 * L) * sqnorm (grad v ⊖ grad u) <= f v.
  Proof.
    pose proof (co_coercivity.gap f grad L L_positive v u (convexity_first_order.convex_above_tangents f grad f_differentiable f_convex)
      (quadratic_upper_bound.conclusion f grad L f_differentiable f_smooth)) as G.
    replace (⟨grad u, u ⊖ v⟩) with (- ⟨grad u, v ⊖ u⟩) in G by inner_ring. lra.
  Qed.

  Theorem conclusion_best_rate n : f (x n) - f s <= L * sqnorm (x 0%nat ⊖ s) / (4 * INR n * α * L + 2).
  Proof.
    assert (H : 0 < α * L) by (apply Rmult_lt_0_compat; assumption).
    assert (/ L * f (x n) - / L * f s <= sqnorm (x 0%nat ⊖ s) / (4 * INR n * (α * L) + 2)).
    { apply (certificate n (α * L) g (fun i => / L * f (x i) - / L * f s) (x 0%nat ⊖ s)); try assumption.
      - intros i _. rewrite <- position. pose proof (interpolation (x i) s) as B.
        rewrite (stationarity_at_minimum.conclusion f grad s f_differentiable s_minimum) in B.
        apply Rmult_le_compat_l with (r := / L) in B; [|left; now apply Rinv_0_lt_compat].
        apply Rminus_le. apply Rle_minus in B. eapply Rle_trans; [right|exact B]. unfold g. inner_field. lra.
      - intros i _. pose proof (interpolation (x (S i)) (x i)) as B. rewrite step in B at 2.
        apply Rmult_le_compat_l with (r := / L) in B; [|left; now apply Rinv_0_lt_compat].
        apply Rminus_le. apply Rle_minus in B. eapply Rle_trans; [right|exact B]. unfold g.
        rewrite !(step i). set (gi := grad (x i)). set (gs := grad (x i ⊖ α ⋅ gi)). inner_field. lra. }
    replace (L * sqnorm (x 0%nat ⊖ s) / (4 * INR n * α * L + 2))
      with (L * (sqnorm (x 0%nat ⊖ s) / (4 * INR n * (α * L) + 2))).
    - apply Rmult_le_reg_l with (/ L); [now apply Rinv_0_lt_compat|].
      rewrite <- Rmult_assoc, Rinv_l, Rmult_1_l, Rmult_minus_distr_l by lra. assumption.
    - pose proof (pos_INR n). field. nra.
  Qed.
End Rate.
