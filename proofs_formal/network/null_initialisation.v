(* sgm/5.4.1: Lemma 5.4.1. With the least-squares cost, W(0) = 0 and ReLU, or any activation with |σ(t)| ≤ |t|, the steepest gradient method (5.2) keeps
   f(·, W^n) constant in x for all n, for every number of hidden layers, at least one: the gradient exists at all iterates though ReLU has a kink at 0, and only
   the outermost bias moves. For (5.3), the curve of that bias is a solution, along which f is constant; that it is the only one is not proved here. *)
From Verigrad.base Require Import inner_product sums spaces differential gradient networks.
From Verigrad.derivative Require differential_uniqueness.

(* at least one hidden layer, over inputs in X *)
Inductive hidden (X : space) : nat -> Type :=
| one_layer (m : nat) : hidden X m
| one_more (m k : nat) (below : hidden X m) : hidden X k.
Fixpoint weights {X m} (h : hidden X m) : space :=
  match h with one_layer _ m => (X ^^ m) ⊗ (ℝ ^^ m) | one_more _ m k below => weights below ⊗ (((ℝ ^^ m) ^^ k) ⊗ (ℝ ^^ k)) end.

Section Null.
  Variable σ : R -> R.
  Hypothesis σ_below : forall t, Rabs (σ t) <= Rabs t.
  Context {X : space}.

  Fixpoint value {m} (h : hidden X m) : weights h -> X -> ℝ ^^ m :=
    match h with
    | one_layer _ m => fun θ x => each σ (dense θ x)
    | one_more _ m k below => fun θ x => each σ (dense (snd θ) (value below (fst θ) x))
    end.

  Lemma each_norm {m} (z : ℝ ^^ m) : norm (each σ z) <= ‖z‖.
  Proof.
    apply norm_le. rewrite !tuple_sqnorm. apply sum_le. intro i. unfold each, sqnorm. simpl.
    pose proof (σ_below (z i)). pose proof (Rabs_pos (σ (z i))). fold (Rsqr (σ (z i))). fold (Rsqr (z i)).
    rewrite (Rsqr_abs (σ (z i))), (Rsqr_abs (z i)). unfold Rsqr. nra.
  Qed.
  Lemma apply_norm {Y : space} {m} (W : Y ^^ m) (x : Y) : norm (apply W x) <= ‖W‖ * ‖x‖.
  Proof.
    apply norm_le_of_squares; [apply Rmult_le_pos; apply norm_pos|].
    replace (‖W‖ * ‖x‖ * (‖W‖ * ‖x‖)) with ((‖x‖ * ‖x‖) * (‖W‖ * ‖W‖)) by ring. rewrite !norm_sqr, !tuple_sqnorm, <- sum_scale.
    apply sum_le. intro i. pose proof (cauchy_schwarz_sqr (W i) x). unfold apply, sqnorm in *. simpl in *. lra.
  Qed.
  Lemma sum_bound a b w N r : a <= w * r -> w <= N -> b <= N -> 0 <= r -> a + b <= N * (r + 1).
  Proof. intros. assert (w * r <= N * r) by (now apply Rmult_le_compat_r). lra. Qed.
  Lemma dense_norm {Y : space} {m} (θ : (Y ^^ m) ⊗ (ℝ ^^ m)) (x : Y) : norm (dense θ x) <= ‖θ‖ * (‖x‖ + 1).
  Proof.
    destruct θ as [W b]. eapply Rle_trans; [apply norm_triangle|]. cbn [fst snd]. pose proof (apply_norm W x).
    pose proof (fst_norm ((W, b) : (Y ^^ m) ⊗ (ℝ ^^ m))) as F. pose proof (snd_norm ((W, b) : (Y ^^ m) ⊗ (ℝ ^^ m))) as S. cbn [fst snd] in F, S.
    exact (sum_bound _ _ _ _ _ (apply_norm W x) F S (norm_pos x)).
  Qed.
  (* ‖value(θ)‖ ≤ c‖θ‖ near 0 *)
  Lemma value_bound {m} (h : hidden X m) x : exists c, 0 <= c /\ forall θ, ‖θ‖ <= 1 -> norm (value h θ x) <= c * ‖θ‖.
  Proof.
    induction h as [m|m k below [c [Hc IH]]].
    - exists (‖x‖ + 1). pose proof (norm_pos x). split; [lra|]. intros θ _. eapply Rle_trans; [apply each_norm|].
      rewrite Rmult_comm. apply dense_norm.
    - exists (c + 1). split; [lra|]. intros θ H. eapply Rle_trans; [apply each_norm|]. eapply Rle_trans; [apply dense_norm|].
      destruct θ as [θ1 θ2]. pose proof (fst_norm ((θ1, θ2) : weights (one_more X m k below))) as F.
      pose proof (snd_norm ((θ1, θ2) : weights (one_more X m k below))) as S. cbn [fst snd] in *.
      assert (N1 : ‖θ1‖ <= 1) by exact (Rle_trans _ _ _ F H).
      specialize (IH θ1 N1). pose proof (norm_pos θ1). assert (B : norm (value below θ1 x) <= c) by nra. rewrite (Rmult_comm (c + 1)).
      apply Rmult_le_compat; [apply norm_pos|apply Rplus_le_le_0_compat; [apply norm_pos|lra]|exact S|apply Rplus_le_compat_r; exact B].
  Qed.

  Context {m : nat}.
  Variable h : hidden X m.
  (* the hidden layers' parameters, the weights of the output, its bias *)
  Definition all_parameters : space := weights h ⊗ ((ℝ ^^ m) ⊗ ℝ).
  Definition f (p : all_parameters) (x : X) : R := ⟨fst (snd p), value h (fst p) x⟩ + snd (snd p).
  Definition only_bias (b : R) : all_parameters := (zero, (zero, b)).

  Lemma value_zero x : value h zero x = zero.
  Proof.
    destruct (value_bound h x) as [c [_ B]]. specialize (B zero). rewrite norm_zero in B. specialize (B ltac:(lra)).
    apply norm_zero_inv. pose proof (norm_pos (value h zero x)). lra.
  Qed.
  Lemma f_only_bias b x : f (only_bias b) x = b.
  Proof. unfold f, only_bias. cbn [fst snd]. rewrite inner_zero_l. ring. Qed.

  (* the only partial derivative that does not vanish is that in the outermost bias *)
  Lemma gradient_of_f b x : has_gradient (fun p => f p x) (only_bias b) (only_bias 1).
  Proof.
    destruct (value_bound h x) as [c [Hc B]]. intros ε Hε. exists (Rmin 1 (ε / (c + 1))). split; [apply Rmin_pos; [lra|apply Rdiv_lt_0_compat; lra]|].
    intros q Hq. pose proof (Rlt_le_trans _ _ _ Hq (Rmin_l _ _)) as H1. pose proof (Rlt_le_trans _ _ _ Hq (Rmin_r _ _)) as H2.
    destruct q as [u [w β]]. rewrite line_norm.
    assert (E : f (only_bias b ⊕ ((u, (w, β)) : all_parameters)) x - f (only_bias b) x - ⟨only_bias 1, ((u, (w, β)) : all_parameters)⟩ = ⟨w, value h u x⟩).
    { rewrite f_only_bias. unfold f, only_bias.
      change (⟨zero ⊕ w, value h (zero ⊕ u) x⟩ + (b + β) - b - (⟨zero, u⟩ + (⟨zero, w⟩ + 1 * β)) = ⟨w, value h u x⟩).
      replace (zero ⊕ w) with w by vector. replace (zero ⊕ u) with u by vector. rewrite !inner_zero_l. ring. }
    eapply Rle_trans; [right; exact (f_equal Rabs E)|]. set (q := ((u, (w, β)) : all_parameters)) in *.
    assert (U : ‖u‖ <= ‖q‖) by exact (fst_norm q).
    assert (Wn : ‖w‖ <= ‖q‖) by exact (Rle_trans _ _ _ (fst_norm (snd q : (ℝ ^^ m) ⊗ ℝ)) (snd_norm q)).
    eapply Rle_trans; [apply cauchy_schwarz_abs|]. specialize (B u (Rle_trans _ _ _ U (Rlt_le _ _ H1))). pose proof (norm_pos w). pose proof (norm_pos u). pose proof (norm_pos q).
    apply Rle_trans with (‖q‖ * (c * ‖q‖)).
    - apply Rmult_le_compat; [assumption|apply norm_pos|assumption|]. eapply Rle_trans; [exact B|]. now apply Rmult_le_compat_l.
    - rewrite Rmult_comm. apply Rmult_le_compat_r; [assumption|].
      apply Rmult_lt_compat_r with (r := c + 1) in H2; [|lra]. replace (ε / (c + 1) * (c + 1)) with ε in H2 by (field; lra).
      apply Rle_trans with (‖q‖ * (c + 1)); [lra|left; exact H2].
  Qed.

  Context {n : nat}.
  Variables (x : index n -> X) (y : index n -> R).
  Definition cost (p : all_parameters) : R := sum (fun i => (f p (x i) - y i) * (f p (x i) - y i)).
  Definition slope (b : R) : R := sum (fun i => 2 * (b - y i)).

  Lemma gradient_of_cost b : has_gradient cost (only_bias b) (only_bias (slope b)).
  Proof.
    apply (gradient_sum (fun i p => (f p (x i) - y i) * (f p (x i) - y i)) (only_bias b) (fun i => (2 * (b - y i)) ⋅ only_bias 1)).
    - intro i. apply (gradient_of_real_function (fun t => (t - y i) * (t - y i)) (fun p => f p (x i))); [apply gradient_of_f|].
      rewrite f_only_bias. assert (D : derivable_pt_lim (fun t => t - y i) b (1 - 0)).
      { apply (derivable_pt_lim_minus id (fct_cte (y i))); [apply derivable_pt_lim_id|apply derivable_pt_lim_const]. }
      eapply derivative_ext; [exact (derivable_pt_lim_mult _ _ _ _ _ D D)|reflexivity|cbv beta; ring].
    - intros [u [w β]]. rewrite (sum_ext _ (fun i => β * (2 * (b - y i)))).
      + rewrite sum_scale. fold (slope b). change (⟨zero, u⟩ + (⟨zero, w⟩ + slope b * β) = β * slope b). rewrite !inner_zero_l. ring.
      + intro i. rewrite inner_scale_l. change (2 * (b - y i) * (⟨zero, u⟩ + (⟨zero, w⟩ + 1 * β)) = β * (2 * (b - y i))). rewrite !inner_zero_l. ring.
  Qed.
  Lemma gradient_unique (J : all_parameters -> R) p g k : has_gradient J p g -> has_gradient J p k -> g = k.
  Proof.
    intros G K. apply gradient_iff_differential in G. apply gradient_iff_differential in K. apply inner_ext. intro v.
    exact (differential_uniqueness.conclusion_unique _ p _ _ G K v).
  Qed.

  (* (5.2) from 0: W^{n+1} = W^n - Δt g, g any gradient of the cost at W^n *)
  Theorem conclusion (Δt : R) (W g : nat -> all_parameters) : W 0%nat = zero -> (forall k, has_gradient cost (W k) (g k)) ->
    (forall k, W (S k) = W k ⊖ Δt ⋅ g k) -> forall k, exists b, W k = only_bias b /\ forall u, f (W k) u = b.
  Proof.
    intros W0 G E. assert (K : forall k, exists b, W k = only_bias b).
    { induction k as [|k [b IH]]; [exists 0; exact W0|]. exists (b - Δt * slope b). pose proof (G k) as Gk. rewrite IH in Gk.
      rewrite E, IH, (gradient_unique _ _ _ _ Gk (gradient_of_cost b)). unfold only_bias.
      change (((zero ⊖ Δt ⋅ zero, (zero ⊖ Δt ⋅ zero, b + -1 * (Δt * slope b))) : all_parameters) = (zero, (zero, b - Δt * slope b))).
      assert (Z : forall V : space, (zero : V) ⊖ Δt ⋅ zero = zero) by (intro; vector). rewrite (Z (weights h)), (Z (ℝ ^^ m)).
      replace (b + -1 * (Δt * slope b)) with (b - Δt * slope b) by ring. reflexivity. }
    intro k. destruct (K k) as [b B]. exists b. split; [exact B|]. intro u. rewrite B. apply f_only_bias.
  Qed.
  (* the gradient exists along the way, so that the method is defined: one step *)
  Theorem conclusion_defined b : exists g, has_gradient cost (only_bias b) g.
  Proof. exists (only_bias (slope b)). apply gradient_of_cost. Qed.

  (* (5.3): b′ = -Σ2(b - y_i) *)
  Theorem partial_flow (b : R -> R) t : derivable_pt_lim b t (- slope (b t)) ->
    has_velocity (fun s => only_bias (b s)) t (-1 ⋅ only_bias (slope (b t))) /\ has_gradient cost (only_bias (b t)) (only_bias (slope (b t))) /\
    forall u, f (only_bias (b t)) u = b t.
  Proof.
    intro D. split; [|split; [apply gradient_of_cost|intro u; apply f_only_bias]].
    apply velocity_iff_differential. apply derivative_iff_differential in D.
    eapply differential_ext; [reflexivity| |exact (differential_pair (fun _ : ℝ => (zero : weights h)) (fun s : ℝ => ((zero, b s) : (ℝ ^^ m) ⊗ ℝ)) t _ _
      (differential_const _ _) (differential_pair (fun _ : ℝ => (zero : ℝ ^^ m)) (b : ℝ -> ℝ) t _ _ (differential_const _ _) D))].
    intro s. unfold only_bias.
    change (((zero, (zero, - slope (b t) * s)) : all_parameters) = (s ⋅ (-1 ⋅ zero), (s ⋅ (-1 ⋅ zero), s * (-1 * slope (b t))))).
    assert (Z : forall V : space, s ⋅ (-1 ⋅ (zero : V)) = zero) by (intro; vector). rewrite (Z (weights h)), (Z (ℝ ^^ m)).
    replace (s * (-1 * slope (b t))) with (- slope (b t) * s) by (simpl; ring). reflexivity.
  Qed.
End Null.
