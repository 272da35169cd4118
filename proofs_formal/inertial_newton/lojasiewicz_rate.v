(* inna/2.8: Theorem 2.8 for a G with a gradient, G ≥ 0 and limit G* = 0 as in its proof. With (i), dG(X)/dt ≤ -c₁‖∇G(X)‖², and the inequality of
   Lemma 2.7 along X, ρ(1 - a)G^{-a}‖∇G‖ > 1, a ∈ (0, 1), the values have (2.23), G′ < -c₁/(ρ²(1 - a)²) G^{2a}, so decay like e^{-kt} for
   a ≤ 1/2 and like t^{1/(1 - 2a)} for a > 1/2; with (ii), c₂‖X′‖ ≤ ‖∇G(X)‖, the trajectory has (2.31),
   ‖X(t) - X(s)‖ ≤ ρ/(c₁c₂) (G(X(s))^{1-a} - G(X(t))^{1-a}). All for real exponents a. Missing: Lemma 2.7 itself, G(X(t)) = 0 at some t (then
   G(X) = 0 after it, by (i)), completeness, which turns (2.31) into convergence, and that the limit is critical. *)
From Verigrad.base Require Import inner_product sums spaces differential gradient function_class flow.

(* y^a for y > 0 *)
Lemma derivative_power (y : R -> R) p t l : 0 < y t -> derivable_pt_lim y t l ->
  derivable_pt_lim (fun s => Rpower (y s) p) t (p * Rpower (y t) (p - 1) * l).
Proof. intros P D. apply (derivable_pt_lim_comp y (fun x => Rpower x p)); [exact D|now apply derivable_pt_lim_power]. Qed.
Lemma power_positive x p : 0 < Rpower x p.
Proof. apply exp_pos. Qed.

Section Rate.
  Context {V : space}.
  Variables (G : V -> R) (grad : V -> V) (X X' : R -> V) (a ρ c1 c2 : R).
  Hypothesis a_range : 0 < a < 1.
  Hypothesis ρ_positive : 0 < ρ.
  Hypothesis c1_positive : 0 < c1.
  Hypothesis G_differentiable : differentiable G grad.
  Hypothesis X_velocity : forall t, 0 <= t -> has_velocity X t (X' t).
  Hypothesis value_positive : forall t, 0 <= t -> 0 < G (X t).
  Hypothesis kurdyka_lojasiewicz : forall t, 0 <= t -> 1 < ρ * (1 - a) * Rpower (G (X t)) (- a) * norm (grad (X t)).
  (* (i) *)
  Hypothesis descent : forall t, 0 <= t -> ⟨grad (X t), X' t⟩ <= - c1 * sqnorm (grad (X t)).

  Notation y t := (G (X t)).
  Notation slope t := (norm (grad (X t))).
  Definition k := c1 / (ρ * ρ * ((1 - a) * (1 - a))).

  Lemma k_positive : 0 < k.
  Proof. unfold k. apply Rdiv_lt_0_compat; [exact c1_positive|]. repeat apply Rmult_lt_0_compat; lra. Qed.
  Lemma value_derivative t : 0 <= t -> derivable_pt_lim (fun s => y s) t ⟨grad (X t), X' t⟩.
  Proof. intro Ht. apply (chain_rule G X); [apply G_differentiable|now apply X_velocity]. Qed.
  (* G^a < ρ(1 - a)‖∇G‖ *)
  Lemma slope_bound t : 0 <= t -> Rpower (y t) a < ρ * (1 - a) * slope t.
  Proof.
    intro Ht. pose proof (kurdyka_lojasiewicz t Ht) as K. rewrite Rpower_Ropp in K. pose proof (power_positive (y t) a) as P.
    set (p := Rpower (y t) a) in *. apply Rmult_lt_compat_l with (r := p) in K; [|exact P].
    replace (p * (ρ * (1 - a) * / p * slope t)) with (ρ * (1 - a) * slope t) in K by (field; lra). lra.
  Qed.
  (* (2.23) *)
  Lemma inequality_2_23 t : 0 <= t -> ⟨grad (X t), X' t⟩ < - k * Rpower (y t) (2 * a).
  Proof.
    intro Ht. eapply Rle_lt_trans; [apply descent, Ht|]. rewrite <- norm_sqr. pose proof (slope_bound t Ht) as S.
    pose proof (power_positive (y t) a) as P. replace (2 * a) with (a + a) by ring. rewrite Rpower_plus.
    set (p := Rpower (y t) a) in *. set (s := slope t) in *. assert (Q : 0 < ρ * (1 - a)) by (apply Rmult_lt_0_compat; lra).
    assert (K : p * p < ρ * (1 - a) * s * (ρ * (1 - a) * s)) by nra. unfold k. apply Rmult_lt_reg_l with (ρ * (1 - a) * (ρ * (1 - a))); [nra|].
    replace (ρ * (1 - a) * (ρ * (1 - a)) * (- (c1 / (ρ * ρ * ((1 - a) * (1 - a)))) * (p * p))) with (- c1 * (p * p)) by (field; lra). nra.
  Qed.
  Lemma value_decreases s t : 0 <= s -> s <= t -> y t <= y s.
  Proof.
    intros Hs Hst. apply (nonincreasing (fun s => y s) (fun s => ⟨grad (X s), X' s⟩) s t Hst); intros r Hr.
    - apply value_derivative. lra.
    - pose proof (descent r ltac:(lra)). pose proof (sqnorm_pos (grad (X r))). nra.
  Qed.

  (* 0 < a ≤ 1/2, G < 1: -G^{2a} ≤ -G, and a linear rate *)
  Theorem partial_linear_rate : a <= / 2 -> y 0 < 1 -> forall t, 0 <= t -> y t <= exp (- k * t) * y 0.
  Proof.
    intros Ha H1 t Ht. replace (- k * t) with (- k * (t - 0)) by ring.
    apply (exponential_bound (fun s => y s) (fun s => ⟨grad (X s), X' s⟩) (- k) 0 t Ht).
    - apply (continuous_derivative (fun s => y s) 0 _ (value_derivative 0 (Rle_refl 0))).
    - intros s Hs. apply value_derivative. lra.
    - intros s Hs. pose proof (inequality_2_23 s ltac:(lra)) as E. pose proof k_positive.
      pose proof (value_positive s ltac:(lra)) as P. pose proof (value_decreases 0 s ltac:(lra) ltac:(lra)).
      assert (N : y s <= Rpower (y s) (2 * a)).
      { rewrite <- (Rpower_1 (y s)) at 1 by exact P. unfold Rpower. assert (L : ln (y s) < 0) by (rewrite <- ln_1; apply ln_increasing; lra).
        destruct (Req_dec (2 * a) 1) as [->|]; [apply Rle_refl|]. left. apply exp_increasing. nra. }
      nra.
  Qed.
  (* 1/2 < a < 1: (2.24), integrated *)
  Lemma integrated_2_24 t : / 2 < a -> 0 <= t -> (2 * a - 1) * k * t + Rpower (y 0) (1 - 2 * a) <= Rpower (y t) (1 - 2 * a).
  Proof.
    intros Ha Ht. assert (N : Rpower (y 0) (1 - 2 * a) - (2 * a - 1) * k * 0 <= Rpower (y t) (1 - 2 * a) - (2 * a - 1) * k * t); [|lra].
    apply (nondecreasing (fun s => Rpower (y s) (1 - 2 * a) - (2 * a - 1) * k * s)
             (fun s => (1 - 2 * a) * Rpower (y s) (1 - 2 * a - 1) * ⟨grad (X s), X' s⟩ - (2 * a - 1) * k) 0 t Ht).
    - intros s Hs. apply (derivable_pt_lim_minus (fun s => Rpower (y s) (1 - 2 * a))).
      + apply (derivative_power (fun s => y s)); [apply value_positive; lra|apply value_derivative; lra].
      + eapply derivative_ext; [apply (derivable_pt_lim_scal id ((2 * a - 1) * k)), derivable_pt_lim_id|reflexivity|ring].
    - intros s Hs. pose proof (inequality_2_23 s ltac:(lra)) as E. replace (1 - 2 * a - 1) with (- (2 * a)) by ring. rewrite Rpower_Ropp.
      pose proof (power_positive (y s) (2 * a)) as P. set (p := Rpower (y s) (2 * a)) in *. set (d := ⟨grad (X s), X' s⟩) in *.
      assert (I : 0 < / p) by (now apply Rinv_0_lt_compat).
      apply Rmult_lt_compat_l with (r := / p) in E; [|exact I]. replace (/ p * (- k * p)) with (- k) in E by (field; lra).
      assert (0 <= (2 * a - 1) * (- k - / p * d)) by (apply Rmult_le_pos; lra). lra.
  Qed.
  Theorem partial_power_rate : / 2 < a -> forall t, 0 < t -> y t <= Rpower ((2 * a - 1) * k * t) (1 / (1 - 2 * a)).
  Proof.
    intros Ha t Ht. pose proof (integrated_2_24 t Ha ltac:(lra)) as E. pose proof (power_positive (y 0) (1 - 2 * a)) as P0. pose proof k_positive as Hk.
    assert (B : 0 < (2 * a - 1) * k * t) by (apply Rmult_lt_0_compat; [apply Rmult_lt_0_compat|]; lra).
    assert (Y : y t = Rpower (Rpower (y t) (1 - 2 * a)) (1 / (1 - 2 * a))).
    { rewrite Rpower_mult. replace ((1 - 2 * a) * (1 / (1 - 2 * a))) with 1 by (field; lra). rewrite Rpower_1; [reflexivity|apply value_positive; lra]. }
    rewrite Y. set (u := Rpower (y t) (1 - 2 * a)) in *. assert (L : ln ((2 * a - 1) * k * t) <= ln u).
    { destruct (Req_dec ((2 * a - 1) * k * t) u) as [->|]; [apply Rle_refl|]. left. apply ln_increasing; lra. }
    unfold Rpower. assert (I : 1 / (1 - 2 * a) < 0) by (unfold Rdiv; rewrite Rmult_1_l; apply Rinv_lt_0_compat; lra).
    destruct L as [L|L]; [|rewrite L; apply Rle_refl]. left. apply exp_increasing. nra.
  Qed.

  (* ---- with (ii) *)
  Hypothesis c2_positive : 0 < c2.
  Hypothesis speed : forall t, 0 <= t -> c2 * norm (X' t) <= slope t.

  (* (2.30): d/dt G^{1-a} ≤ -c₁c₂/ρ ‖X′‖ *)
  Lemma inequality_2_30 t : 0 <= t -> (1 - a) * Rpower (y t) (1 - a - 1) * ⟨grad (X t), X' t⟩ <= - (c1 * c2 / ρ) * norm (X' t).
  Proof.
    intro Ht. replace (1 - a - 1) with (- a) by ring. pose proof (kurdyka_lojasiewicz t Ht) as K. pose proof (power_positive (y t) (- a)) as P.
    pose proof (descent t Ht) as D. pose proof (speed t Ht) as S. rewrite <- norm_sqr in D. pose proof (norm_pos (grad (X t))) as N.
    set (p := Rpower (y t) (- a)) in *. set (s := slope t) in *. set (d := ⟨grad (X t), X' t⟩) in *. set (u := norm (X' t)) in *.
    assert (Q : 0 < (1 - a) * p) by (apply Rmult_lt_0_compat; lra).
    apply Rmult_le_compat_l with (r := (1 - a) * p) in D; [|lra].
    assert (L : c1 * s <= ρ * ((1 - a) * p * (c1 * (s * s)))).
    { replace (ρ * ((1 - a) * p * (c1 * (s * s)))) with (c1 * s * (ρ * (1 - a) * p * s)) by ring. assert (0 <= c1 * s) by nra. nra. }
    apply Rmult_le_reg_l with ρ; [exact ρ_positive|]. replace (ρ * (- (c1 * c2 / ρ) * u)) with (- (c1 * (c2 * u))) by (field; lra).
    assert (c1 * (c2 * u) <= c1 * s) by (apply Rmult_le_compat_l; lra).
    apply Rmult_le_compat_l with (r := ρ) in D; lra.
  Qed.
  (* (2.31) *)
  Theorem partial_trajectory s t : 0 <= s -> s <= t ->
    norm (X t ⊖ X s) <= ρ / (c1 * c2) * (Rpower (y s) (1 - a) - Rpower (y t) (1 - a)).
  Proof.
    intros Hs Hst. set (u := X t ⊖ X s). set (M := ρ / (c1 * c2)). assert (HM : 0 < M) by (apply Rdiv_lt_0_compat; nra).
    assert (E : ⟨u, X t⟩ + ‖u‖ * M * Rpower (y t) (1 - a) <= ⟨u, X s⟩ + ‖u‖ * M * Rpower (y s) (1 - a)).
    { apply (nonincreasing (fun r => ⟨u, X r⟩ + ‖u‖ * M * Rpower (y r) (1 - a))
               (fun r => ⟨u, X' r⟩ + ‖u‖ * M * ((1 - a) * Rpower (y r) (1 - a - 1) * ⟨grad (X r), X' r⟩)) s t Hst).
      - intros r Hr. apply derivable_pt_lim_plus.
        + apply (chain_rule (fun x => ⟨u, x⟩) X); [apply gradient_linear|apply X_velocity; lra].
        + apply (derivable_pt_lim_scal (fun r => Rpower (y r) (1 - a)) (‖u‖ * M)), (derivative_power (fun r => y r));
            [apply value_positive; lra|apply value_derivative; lra].
      - intros r Hr. pose proof (inequality_2_30 r ltac:(lra)) as I. pose proof (cauchy_schwarz u (X' r)) as C. pose proof (norm_pos u) as P.
        apply Rmult_le_compat_l with (r := ‖u‖ * M) in I; [|apply Rmult_le_pos; lra].
        replace (‖u‖ * M * (- (c1 * c2 / ρ) * norm (X' r))) with (- (‖u‖ * norm (X' r))) in I by (unfold M; field; lra). lra. }
    assert (Q : ‖u‖ * ‖u‖ <= ‖u‖ * (M * (Rpower (y s) (1 - a) - Rpower (y t) (1 - a)))).
    { rewrite norm_sqr. replace (‖u‖²) with (⟨u, X t⟩ - ⟨u, X s⟩) by (unfold u; inner_ring). lra. }
    destruct (norm_pos u) as [P|<-].
    - apply Rmult_le_reg_l with (‖u‖); assumption.
    - apply Rmult_le_pos; [lra|]. assert (B : Rpower (y t) (1 - a) <= Rpower (y s) (1 - a)); [|lra].
      apply Rle_Rpower_l; [lra|]. split; [apply value_positive; lra|now apply value_decreases].
  Qed.
End Rate.

(* "-G^{2a} < -G" for 0 < a ≤ 1/2: equal at a = 1/2 *)
Theorem strict_at_one_half_is_false : ~ (forall G a, 0 < G < 1 -> 0 < a <= / 2 -> - Rpower G (2 * a) < - G).
Proof. intro H. specialize (H (/ 2) (/ 2) ltac:(lra) ltac:(lra)). replace (2 * / 2) with 1 in H by field. rewrite Rpower_1 in H; lra. Qed.
