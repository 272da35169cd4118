(* Solutions of differential equations for t ≥ 0: continuous at 0, with a velocity at every t > 0; what a differential inequality says
   about their values; rates of energies. *)
From Verigrad.base Require Import inner_product sums spaces differential gradient.

(* c(s) → c(a) for s → a, s > a *)
Definition continuous_from {V : space} (c : R -> V) (a : R) : Prop :=
  forall ε, 0 < ε -> exists δ, 0 < δ /\ forall s, a < s < a + δ -> norm (c s ⊖ c a) < ε.

(* w′(t) = F(w(t)) for t > 0 *)
Definition solves {V : space} (F : V -> V) (w : R -> V) : Prop :=
  continuous_from w 0 /\ forall t, 0 < t -> has_velocity w t (F (w t)).

(* ---- velocities on the line *)
Lemma velocity_on_line (φ : R -> R) t l : has_velocity (φ : R -> ℝ) t l <-> derivable_pt_lim φ t l.
Proof.
  split; intro H.
  - apply derivative_iff_differential. apply velocity_iff_differential in H.
    eapply differential_ext; [reflexivity| |exact H]. intro h. simpl. ring.
  - apply velocity_iff_differential. apply derivative_iff_differential in H.
    eapply differential_ext; [reflexivity| |exact H]. intro h. simpl. ring.
Qed.
Lemma velocity_unique {V : space} (c : R -> V) t v w : has_velocity c t v -> has_velocity c t w -> v = w.
Proof.
  intros Hv Hw. pose proof (chain_rule (fun x => ⟨v ⊖ w, x⟩) c t _ _ (gradient_linear _ _) Hv) as A.
  pose proof (chain_rule (fun x => ⟨v ⊖ w, x⟩) c t _ _ (gradient_linear _ _) Hw) as B.
  pose proof (uniqueness_limite _ _ _ _ A B) as E. apply inner_definite.
  replace (⟨v, v⟩ - 2 * ⟨v, w⟩ + ⟨w, w⟩) with (⟨v ⊖ w, v⟩ - ⟨v ⊖ w, w⟩) by inner_ring. lra.
Qed.

(* ---- continuity *)
Section Continuity.
  Context {U V : space}.

  Lemma velocity_continuous (c : R -> V) a v : has_velocity c a v -> continuous_from c a.
  Proof.
    intros H ε Hε. apply velocity_iff_differential in H. destruct (differential_growth (c : ℝ -> V) a _ H) as [K [δ [HK [Hδ B]]]].
    exists (Rmin δ (ε / K)). split; [apply Rmin_pos; [assumption|now apply Rdiv_lt_0_compat]|]. intros s [Hs Hs'].
    pose proof (Rmin_l δ (ε / K)). pose proof (Rmin_r δ (ε / K)).
    specialize (B (s - a)). rewrite line_norm, Rabs_pos_eq in B by lra. specialize (B ltac:(lra)). simpl in B.
    replace (a + (s - a)) with s in B by ring. eapply Rle_lt_trans; [exact B|].
    replace ε with (K * (ε / K)) by (field; lra). apply Rmult_lt_compat_l; lra.
  Qed.
  Lemma continuous_compose (F : U -> V) (c : R -> U) a A :
    has_differential F (c a) A -> continuous_from c a -> continuous_from (fun s => F (c s)) a.
  Proof.
    intros HF Hc ε Hε. destruct (differential_growth F (c a) A HF) as [K [δ [HK [Hδ B]]]].
    destruct (Hc (Rmin δ (ε / K))) as [η [Hη D]]; [apply Rmin_pos; [assumption|now apply Rdiv_lt_0_compat]|].
    exists η. split; [assumption|]. intros s Hs. specialize (D s Hs).
    pose proof (Rmin_l δ (ε / K)). pose proof (Rmin_r δ (ε / K)). specialize (B (c s ⊖ c a) ltac:(lra)).
    replace (c a ⊕ (c s ⊖ c a)) with (c s) in B by vector. eapply Rle_lt_trans; [exact B|].
    replace ε with (K * (ε / K)) by (field; lra). apply Rmult_lt_compat_l; lra.
  Qed.
  Lemma continuous_add (c d : R -> V) a : continuous_from c a -> continuous_from d a -> continuous_from (fun s => c s ⊕ d s) a.
  Proof.
    intros Hc Hd ε Hε. destruct (Hc (ε / 2)) as [δ1 [P1 B1]]; [lra|]. destruct (Hd (ε / 2)) as [δ2 [P2 B2]]; [lra|].
    exists (Rmin δ1 δ2). split; [now apply Rmin_pos|]. intros s [Hs Hs']. pose proof (Rmin_l δ1 δ2). pose proof (Rmin_r δ1 δ2).
    specialize (B1 s ltac:(lra)). specialize (B2 s ltac:(lra)).
    replace (c s ⊕ d s ⊖ (c a ⊕ d a)) with ((c s ⊖ c a) ⊕ (d s ⊖ d a)) by vector. eapply Rle_lt_trans; [apply norm_triangle|lra].
  Qed.
  Lemma continuous_scale k (c : R -> V) a : continuous_from c a -> continuous_from (fun s => k ⋅ c s) a.
  Proof.
    intros Hc ε Hε. pose proof (Rabs_pos k). destruct (Hc (ε / (Rabs k + 1))) as [δ [P B]]; [apply Rdiv_lt_0_compat; lra|].
    exists δ. split; [assumption|]. intros s Hs. specialize (B s Hs).
    replace (k ⋅ c s ⊖ k ⋅ c a) with (k ⋅ (c s ⊖ c a)) by vector. rewrite norm_scale. pose proof (norm_pos (c s ⊖ c a)).
    apply Rle_lt_trans with ((Rabs k + 1) * norm (c s ⊖ c a)); [nra|].
    replace ε with ((Rabs k + 1) * (ε / (Rabs k + 1))) by (field; lra). apply Rmult_lt_compat_l; lra.
  Qed.
  Lemma continuous_sub (c d : R -> V) a : continuous_from c a -> continuous_from d a -> continuous_from (fun s => c s ⊖ d s) a.
  Proof. intros Hc Hd. apply continuous_add; [exact Hc|now apply continuous_scale]. Qed.
  Lemma continuous_const (x : V) a : continuous_from (fun _ => x) a.
  Proof. intros ε Hε. exists 1. split; [lra|]. intros s _. replace (x ⊖ x) with (zero : V) by vector. now rewrite norm_zero. Qed.
End Continuity.

Section RealFunctions.
  Context {V : space}.

  Lemma continuous_real_function (f : V -> R) (c : R -> V) a g :
    has_gradient f (c a) g -> continuous_from c a -> continuous_from (fun s => f (c s) : ℝ) a.
  Proof. intro H. apply gradient_iff_differential in H. exact (continuous_compose (f : V -> ℝ) c a _ H). Qed.
  Lemma continuous_sqnorm (c : R -> V) a : continuous_from c a -> continuous_from (fun s => sqnorm (c s) : ℝ) a.
  Proof. apply (continuous_real_function (@sqnorm V) c a (2 ⋅ c a)), gradient_sqnorm. Qed.
End RealFunctions.

Lemma continuous_derivative (φ : R -> R) a l : derivable_pt_lim φ a l -> continuous_from (φ : R -> ℝ) a.
Proof. intro H. apply (@velocity_continuous ℝ φ a l), velocity_on_line, H. Qed.

Lemma continuous_to_limit (φ : R -> R) a : continuous_from (φ : R -> ℝ) a -> limit1_in φ (fun s => a < s) (φ a) a.
Proof.
  intros H ε Hε. destruct (H ε Hε) as [δ [P B]]. exists δ. split; [exact P|]. intros s [Hs D]. simpl in D |- *. unfold R_dist in *.
  apply Rabs_def2 in D. specialize (B s ltac:(lra)). now rewrite line_norm, line_sub in B.
Qed.
Lemma limit_to_continuous (φ : R -> R) a : limit1_in φ (fun s => a < s) (φ a) a -> continuous_from (φ : R -> ℝ) a.
Proof.
  intros H ε Hε. destruct (H ε Hε) as [δ [P B]]. exists δ. split; [exact P|]. intros s Hs. rewrite line_norm, line_sub.
  apply (B s). simpl. unfold R_dist. split; [lra|]. rewrite Rabs_pos_eq; lra.
Qed.
Lemma continuous_mult (φ ψ : R -> R) a :
  continuous_from (φ : R -> ℝ) a -> continuous_from (ψ : R -> ℝ) a -> continuous_from (fun s => φ s * ψ s : ℝ) a.
Proof. intros Hφ Hψ. apply limit_to_continuous, limit_mul; now apply continuous_to_limit. Qed.

(* ---- differential inequalities *)
Lemma nonincreasing_from (φ φ' : R -> R) a b : a <= b -> continuous_from (φ : R -> ℝ) a ->
  (forall t, a < t <= b -> derivable_pt_lim φ t (φ' t)) -> (forall t, a < t <= b -> φ' t <= 0) -> φ b <= φ a.
Proof.
  intros [H| ->] C D S; [|lra]. apply Rnot_lt_le. intro N. destruct (C (φ b - φ a)) as [δ [P B]]; [lra|].
  set (s := Rmin b (a + δ / 2)). assert (a < s) by (apply Rmin_glb_lt; lra). assert (s <= b) by apply Rmin_l.
  assert (s <= a + δ / 2) by apply Rmin_r. specialize (B s ltac:(lra)). rewrite line_norm, line_sub in B. apply Rabs_def2 in B.
  assert (φ b <= φ s); [|lra].
  apply (nonincreasing φ φ' s b); [assumption| |]; intros t Ht; [apply D|apply S]; lra.
Qed.
Lemma nondecreasing_from (φ φ' : R -> R) a b : a <= b -> continuous_from (φ : R -> ℝ) a ->
  (forall t, a < t <= b -> derivable_pt_lim φ t (φ' t)) -> (forall t, a < t <= b -> 0 <= φ' t) -> φ a <= φ b.
Proof.
  intros H C D S. apply Ropp_le_cancel. apply (nonincreasing_from (fun s => - φ s) (fun s => - φ' s) a b H).
  - intros ε Hε. destruct (C ε Hε) as [δ [P B]]. exists δ. split; [exact P|]. intros s Hs. specialize (B s Hs).
    rewrite line_norm, line_sub in *. replace (- φ s - - φ a) with (- (φ s - φ a)) by ring. now rewrite Rabs_Ropp.
  - intros t Ht. apply derivable_pt_lim_opp, D, Ht.
  - intros t Ht. pose proof (S t Ht). lra.
Qed.

Lemma derivative_weighted (φ : R -> R) k t l : derivable_pt_lim φ t l ->
  derivable_pt_lim (fun s => exp (k * s) * φ s) t (exp (k * t) * (k * φ t + l)).
Proof.
  intro H. eapply derivative_ext; [apply (derivable_pt_lim_mult (fun s => exp (k * s)) φ); [apply derivative_exp|exact H]|reflexivity|]. ring.
Qed.
(* Grönwall: φ′ ≤ kφ gives φ(b) ≤ e^{k(b - a)} φ(a), for k of any sign. *)
Lemma exponential_bound (φ φ' : R -> R) k a b : a <= b -> continuous_from (φ : R -> ℝ) a ->
  (forall t, a < t <= b -> derivable_pt_lim φ t (φ' t)) -> (forall t, a < t <= b -> φ' t <= k * φ t) ->
  φ b <= exp (k * (b - a)) * φ a.
Proof.
  intros H C D S. assert (N : exp (- k * b) * φ b <= exp (- k * a) * φ a).
  { apply (nonincreasing_from (fun s => exp (- k * s) * φ s) (fun t => exp (- k * t) * (- k * φ t + φ' t)) a b H).
    - apply continuous_mult; [|exact C]. apply (continuous_derivative _ a (- k * exp (- k * a))), derivative_exp.
    - intros t Ht. apply derivative_weighted, D, Ht.
    - intros t Ht. pose proof (exp_pos (- k * t)). pose proof (S t Ht). nra. }
  apply Rmult_le_compat_l with (r := exp (k * b)) in N; [|left; apply exp_pos]. rewrite <- !Rmult_assoc, <- !exp_plus in N.
  replace (k * b + - k * b) with 0 in N by ring. replace (k * b + - k * a) with (k * (b - a)) in N by ring. rewrite exp_0 in N. lra.
Qed.
(* ‖u‖ ≤ e^c ‖v‖ from the squares *)
Lemma norm_bound_of_squares {V : space} (u v : V) c : ‖u‖² <= exp (2 * c) * ‖v‖² -> ‖u‖ <= exp c * ‖v‖.
Proof.
  intro H. apply norm_le_of_squares; [apply Rmult_le_pos; [left; apply exp_pos|apply norm_pos]|].
  replace (exp c * ‖v‖ * (exp c * ‖v‖)) with (exp c * exp c * (‖v‖ * ‖v‖)) by ring. rewrite <- exp_plus, norm_sqr.
  now replace (c + c) with (2 * c) by ring.
Qed.

(* ---- energies *)
Section Energy.
  Context {V : space}.
  Variables (J : V -> R) (grad : V -> V) (W Z : R -> V).
  Hypothesis J_differentiable : forall x, has_gradient J x (grad x).

  (* d/dt (J(W + νZ) + m/2 ‖Z‖²) *)
  Lemma energy_rate ν m t w z : has_velocity W t w -> has_velocity Z t z ->
    derivable_pt_lim (fun s => J (W s ⊕ ν ⋅ Z s) + m / 2 * sqnorm (Z s)) t
      (⟨grad (W t ⊕ ν ⋅ Z t), w ⊕ ν ⋅ z⟩ + m * ⟨Z t, z⟩).
  Proof.
    intros Hw Hz. eapply derivative_ext.
    - apply derivable_pt_lim_plus.
      + apply (chain_rule J (fun s => W s ⊕ ν ⋅ Z s)); [apply J_differentiable|].
        apply velocity_add; [exact Hw|apply velocity_scale, Hz].
      + apply (derivable_pt_lim_scal (fun s => sqnorm (Z s)) (m / 2)), derivative_sqnorm, Hz.
    - reflexivity.
    - field.
  Qed.
  Lemma plain_energy_rate m t w z : has_velocity W t w -> has_velocity Z t z ->
    derivable_pt_lim (fun s => J (W s) + m / 2 * sqnorm (Z s)) t (⟨grad (W t), w⟩ + m * ⟨Z t, z⟩).
  Proof.
    intros Hw Hz. assert (E : forall s, W s ⊕ 0 ⋅ Z s = W s) by (intro; vector).
    eapply derivative_ext; [apply (energy_rate 0 m t w z Hw Hz)|intro s; cbv beta; now rewrite E|]. rewrite E. inner_ring.
  Qed.
  Lemma energy_continuous ν m : continuous_from W 0 -> continuous_from Z 0 ->
    continuous_from (fun s => J (W s ⊕ ν ⋅ Z s) + m / 2 * sqnorm (Z s) : ℝ) 0.
  Proof.
    intros CW CZ. apply (@continuous_add ℝ).
    - apply (continuous_real_function J (fun s => W s ⊕ ν ⋅ Z s) 0 _ (J_differentiable _)).
      apply continuous_add; [exact CW|now apply continuous_scale].
    - now apply (@continuous_scale ℝ), continuous_sqnorm.
  Qed.
  Lemma plain_energy_continuous m : continuous_from W 0 -> continuous_from Z 0 ->
    continuous_from (fun s => J (W s) + m / 2 * sqnorm (Z s) : ℝ) 0.
  Proof.
    intros CW CZ. apply (@continuous_add ℝ).
    - apply (continuous_real_function J W 0 _ (J_differentiable _) CW).
    - now apply (@continuous_scale ℝ), continuous_sqnorm.
  Qed.
End Energy.
