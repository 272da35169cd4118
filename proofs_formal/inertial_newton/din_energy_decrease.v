(* inna/2.6: Lemma 2.6, (2.21). E = E_min + E_max = 2(1 + αβ)J(θ) + ‖w‖² has E(θ(t), ψ(t)) < E(θ₀, ψ₀) for t > 0 along every solution of
   (2.12) with (θ₀, ψ₀) ∉ S = {0 ∈ D𝒥(θ), ψ = (1 - αβ)θ}. For α > 0: with α = 0, which (2.5) allows, it is false, and E only does not
   increase. For solutions along which the chain rule (2.18) holds; D is any map to sets of vectors. *)
From Verigrad.base Require Import inner_product sums spaces differential gradient function_class flow.
From Verigrad.inertial_newton Require Import din_energy_rates.

Definition steady {V : space} (α β : R) (D : V -> V -> Prop) (θ ψ : V) : Prop := D θ zero /\ ψ = (1 - α * β) ⋅ θ.
Definition total {V : space} (α β : R) (J : V -> R) (θ ψ : R -> V) (t : R) : R := 2 * (1 + α * β) * J (θ t) + sqnorm (w α β (θ t) (ψ t)).

(* a function that is constant around t has there the derivative 0 *)
Lemma derivative_of_constant (φ : R -> R) a b t l : a < t < b -> (forall s, a < s < b -> φ s = φ t) -> derivable_pt_lim φ t l -> l = 0.
Proof.
  intros H C D. apply (uniqueness_limite φ t); [exact D|]. intros ε Hε.
  assert (P : 0 < Rmin (t - a) (b - t)) by (apply Rmin_pos; lra). exists (mkposreal _ P). intros h Hh B. simpl in B.
  pose proof (Rmin_l (t - a) (b - t)). pose proof (Rmin_r (t - a) (b - t)). apply Rabs_def2 in B.
  rewrite (C (t + h)) by lra. replace ((φ t - φ t) / h - 0) with 0 by (field; exact Hh). now rewrite Rabs_R0.
Qed.
(* a curve at rest keeps its value *)
Lemma curve_at_rest {V : space} (c : R -> V) b : continuous_from c 0 -> (forall s, 0 < s <= b -> has_velocity c s zero) ->
  forall t, 0 <= t <= b -> c t = c 0.
Proof.
  intros C D t [Ht Hb]. set (u := c t ⊖ c 0).
  assert (G : forall s, has_gradient (fun x => ⟨u, x⟩) (c s) u) by (intro; apply gradient_linear).
  assert (K : continuous_from (fun s => ⟨u, c s⟩ : ℝ) 0) by exact (continuous_real_function (fun x => ⟨u, x⟩) c 0 u (G 0) C).
  assert (Z : forall s, 0 < s <= t -> derivable_pt_lim (fun s => ⟨u, c s⟩) s 0).
  { intros s Hs. eapply derivative_ext; [apply (chain_rule (fun x => ⟨u, x⟩) c s u zero (G s)), D; lra|reflexivity|apply inner_zero_r]. }
  assert (E : ⟨u, c t⟩ = ⟨u, c 0⟩).
  { apply Rle_antisym.
    - apply (nonincreasing_from (fun s => ⟨u, c s⟩) (fun _ => 0) 0 t Ht K Z). intros; lra.
    - apply (nondecreasing_from (fun s => ⟨u, c s⟩) (fun _ => 0) 0 t Ht K Z). intros; lra. }
  assert (N : ‖u‖² = 0) by (change (⟨u, c t ⊖ c 0⟩ = 0); unfold sub; autorewrite with inner; lra).
  apply sqnorm_zero_inv in N. replace (c t) with (u ⊕ c 0) by (unfold u; vector). rewrite N. vector.
Qed.

Section Decrease.
  Context {V : space}.
  Variables (α β : R) (J : V -> R) (D : V -> V -> Prop) (θ ψ v : R -> V).
  Hypothesis α_pos : 0 <= α.
  Hypothesis β_positive : 0 < β.
  Hypothesis solution : din_solution α β J θ ψ v.
  Hypothesis v_element : forall t, 0 < t -> D (θ t) (v t).

  Notation θ' t := (velocity α β θ ψ v t).
  Lemma total_of_energy t : total α β J θ ψ t = 2 * energy α β (1 + α * β) J θ ψ t.
  Proof. unfold total, energy. field. Qed.
  (* E = E_min + E_max *)
  Lemma total_of_both t : total α β J θ ψ t = energy α β (λ_min α β) J θ ψ t + energy α β (λ_max α β) J θ ψ t.
  Proof.
    unfold total, energy, λ_min, λ_max. pose proof (sqrt_sqrt (α * β) ltac:(nra)) as S. set (r := sqrt (α * β)) in *.
    replace (2 * (1 + α * β)) with ((1 - r) * (1 - r) + (1 + r) * (1 + r)) by lra.
    field.
  Qed.
  (* E′ = -2(α‖θ′‖² + β‖v‖²) *)
  Lemma total_rate t : 0 < t -> derivable_pt_lim (total α β J θ ψ) t (-2 * (α * sqnorm (θ' t) + β * sqnorm (v t))).
  Proof.
    intro Ht. eapply derivative_ext; [apply (derivable_pt_lim_scal (energy α β (1 + α * β) J θ ψ) 2), (rate_of_solution α β (1 + α * β) J θ ψ v β_positive solution t Ht)| |ring].
    intro s. symmetry. apply total_of_energy.
  Qed.
  Lemma total_continuous : continuous_from (total α β J θ ψ : R -> ℝ) 0.
  Proof.
    intros ε Hε. pose proof (@continuous_scale ℝ 2 (energy α β (1 + α * β) J θ ψ) 0 (energy_continuous α β (1 + α * β) J θ ψ v solution)) as C.
    destruct (C ε Hε) as [δ [P B]]. exists δ. split; [exact P|]. intros s Hs. rewrite !total_of_energy. exact (B s Hs).
  Qed.
  Lemma rate_pos t : 0 <= α * sqnorm (θ' t) + β * sqnorm (v t).
  Proof. apply Rplus_le_le_0_compat; apply Rmult_le_pos; try apply sqnorm_pos; lra. Qed.
  Lemma total_decreases a b : 0 <= a -> a <= b -> total α β J θ ψ b <= total α β J θ ψ a.
  Proof.
    intros Ha Hab. apply (nonincreasing_from (total α β J θ ψ) (fun t => -2 * (α * sqnorm (θ' t) + β * sqnorm (v t))) a b Hab).
    - destruct Ha as [Ha|<-]; [exact (continuous_derivative _ a _ (total_rate a Ha))|exact total_continuous].
    - intros t Ht. apply total_rate. lra.
    - intros t _. pose proof (rate_pos t). lra.
  Qed.

  Hypothesis α_positive : 0 < α.

  (* where E has not decreased, θ rests at a point with v = 0 *)
  Lemma rest t : total α β J θ ψ t = total α β J θ ψ 0 -> forall s, 0 < s < t -> θ' s = zero /\ v s = zero.
  Proof.
    intros E s Hs. assert (C : forall r, 0 < r < t -> total α β J θ ψ r = total α β J θ ψ s).
    { intros r Hr. pose proof (total_decreases 0 r ltac:(lra) ltac:(lra)). pose proof (total_decreases r t ltac:(lra) ltac:(lra)).
      pose proof (total_decreases 0 s ltac:(lra) ltac:(lra)). pose proof (total_decreases s t ltac:(lra) ltac:(lra)). lra. }
    pose proof (derivative_of_constant _ 0 t s _ Hs C (total_rate s ltac:(lra))) as Z.
    pose proof (sqnorm_pos (θ' s)). pose proof (sqnorm_pos (v s)). split; apply sqnorm_zero_inv; nra.
  Qed.

  Theorem conclusion : ~ steady α β D (θ 0) (ψ 0) -> forall t, 0 < t -> total α β J θ ψ t < total α β J θ ψ 0.
  Proof.
    intros N t Ht. destruct (Rle_lt_or_eq_dec _ _ (total_decreases 0 t ltac:(lra) ltac:(lra))) as [L|E]; [exact L|exfalso; apply N].
    pose proof (rest t E) as Z. destruct solution as [Cθ Cψ _ Eθ Eψ _].
    assert (W : forall s, 0 < s < t -> w α β (θ s) (ψ s) = zero).
    { intros s Hs. destruct (Z s Hs) as [Z1 Z2]. unfold velocity in Z1. rewrite Z2 in Z1.
      replace (w α β (θ s) (ψ s)) with (⊖ (⊖ w α β (θ s) (ψ s) ⊖ β ⋅ zero)) by vector. rewrite Z1. vector. }
    set (b := t / 2).
    assert (Rθ : forall s, 0 <= s <= b -> θ s = θ 0).
    { intros s Hs. apply (curve_at_rest θ b Cθ); [|exact Hs]. intros r Hr.
      pose proof (Eθ r ltac:(lra)) as V1. destruct (Z r ltac:(unfold b in Hr; lra)) as [Z1 _]. unfold velocity in Z1. now rewrite Z1 in V1. }
    assert (Rψ : forall s, 0 <= s <= b -> ψ s = ψ 0).
    { intros s Hs. apply (curve_at_rest ψ b Cψ); [|exact Hs]. intros r Hr. pose proof (Eψ r ltac:(lra)) as V1.
      rewrite (W r) in V1 by (unfold b in Hr; lra). replace (⊖ zero) with (zero : V) in V1 by vector. exact V1. }
    assert (Hb : 0 < b < t) by (unfold b; lra). split.
    - pose proof (v_element b ltac:(lra)) as M. destruct (Z b Hb) as [_ Zv]. rewrite Zv, Rθ in M by lra. exact M.
    - pose proof (W b Hb) as Zw. rewrite Rθ, Rψ in Zw by lra. unfold w in Zw.
      replace (ψ 0) with (β ⋅ ((α - / β) ⋅ θ 0 ⊕ (/ β) ⋅ ψ 0) ⊕ (1 - α * β) ⋅ θ 0) by (vector_field; lra). rewrite Zw. vector.
  Qed.
End Decrease.

(* for J with a gradient everywhere, D𝒥 = {∇J} *)
Theorem conclusion_smooth {V : space} α β (J : V -> R) grad (θ ψ : R -> V) : 0 < α -> 0 < β -> differentiable J grad ->
  continuous_from θ 0 -> continuous_from ψ 0 ->
  (forall t, 0 < t -> has_velocity θ t (⊖ w α β (θ t) (ψ t) ⊖ β ⋅ grad (θ t)) /\ has_velocity ψ t (⊖ w α β (θ t) (ψ t))) ->
  ~ (grad (θ 0) = zero /\ ψ 0 = (1 - α * β) ⋅ θ 0) -> forall t, 0 < t -> total α β J θ ψ t < total α β J θ ψ 0.
Proof.
  intros Ha Hb D Cθ Cψ E N. pose proof (smooth_solution α β J grad θ ψ D Cθ Cψ E) as S.
  apply (conclusion α β J (fun x u => grad x = u) θ ψ (fun t => grad (θ t)) (Rlt_le _ _ Ha) Hb S ltac:(reflexivity) Ha N).
Qed.

(* α = 0: J(θ₁, θ₂) = θ₁²/2, β = 1, θ(t) = (0, t), ψ(t) = (0, t - 1) has E = 1 for all t. *)
Definition valley (p : ℝ ⊗ ℝ) : R := / 2 * sqnorm (fst p).
Definition valley_gradient (p : ℝ ⊗ ℝ) : ℝ ⊗ ℝ := (fst p, 0).
Lemma valley_differentiable : differentiable valley valley_gradient.
Proof.
  intro p. apply gradient_of_quadratic_bound with 1; [lra|]. intro h. unfold valley, valley_gradient.
  replace (/ 2 * sqnorm (fst (p ⊕ h)) - / 2 * sqnorm (fst p) - @inner (ℝ ⊗ ℝ) (fst p, 0) h) with (/ 2 * sqnorm (fst h)).
  - pose proof (sqnorm_pos (fst h)). rewrite Rabs_pos_eq by lra. pose proof (sqnorm_le _ _ (fst_norm h)). pose proof (sqnorm_pos h). lra.
  - unfold sqnorm. simpl. field.
Qed.
Lemma straight_velocity x0 (t : R) : has_velocity (fun s => (0, x0 + s) : ℝ ⊗ ℝ) t (0, 1).
Proof.
  apply velocity_ext with (c := fun s => ((0, x0) : ℝ ⊗ ℝ) ⊕ s ⋅ ((0, 1) : ℝ ⊗ ℝ)) (v := (0, 1) : ℝ ⊗ ℝ); [apply velocity_line| |reflexivity].
  intro s. simpl. f_equal; ring.
Qed.
Theorem without_friction_is_false :
  ~ (forall (V : space) α β (J : V -> R) grad (θ ψ : R -> V), 0 <= α -> 0 < β -> differentiable J grad ->
       continuous_from θ 0 -> continuous_from ψ 0 ->
       (forall t, 0 < t -> has_velocity θ t (⊖ w α β (θ t) (ψ t) ⊖ β ⋅ grad (θ t)) /\ has_velocity ψ t (⊖ w α β (θ t) (ψ t))) ->
       ~ (grad (θ 0) = zero /\ ψ 0 = (1 - α * β) ⋅ θ 0) -> forall t, 0 < t -> total α β J θ ψ t < total α β J θ ψ 0).
Proof.
  intro H. specialize (H (ℝ ⊗ ℝ) 0 1 valley valley_gradient (fun t => (0, 0 + t)) (fun t => (0, -1 + t)) (Rle_refl 0) Rlt_0_1
    valley_differentiable (velocity_continuous _ 0 _ (straight_velocity 0 0)) (velocity_continuous _ 0 _ (straight_velocity (-1) 0))).
  assert (W : forall t, @w (ℝ ⊗ ℝ) 0 1 (0, 0 + t) (0, -1 + t) = (0, -1)) by (intro; unfold w; simpl; rewrite Rinv_1; f_equal; ring).
  assert (E : forall t, 0 < t -> has_velocity (fun s => (0, 0 + s) : ℝ ⊗ ℝ) t
                (⊖ @w (ℝ ⊗ ℝ) 0 1 (0, 0 + t) (0, -1 + t) ⊖ 1 ⋅ valley_gradient (0, 0 + t)) /\
              has_velocity (fun s => (0, -1 + s) : ℝ ⊗ ℝ) t (⊖ @w (ℝ ⊗ ℝ) 0 1 (0, 0 + t) (0, -1 + t))).
  { intros t _. rewrite W. split.
    - replace (⊖ ((0, -1) : ℝ ⊗ ℝ) ⊖ 1 ⋅ valley_gradient (0, 0 + t)) with ((0, 1) : ℝ ⊗ ℝ); [apply straight_velocity|].
      unfold sub, opp, valley_gradient. simpl. f_equal; ring.
    - replace (⊖ ((0, -1) : ℝ ⊗ ℝ)) with ((0, 1) : ℝ ⊗ ℝ); [apply straight_velocity|]. unfold opp. simpl. f_equal; ring. }
  specialize (H E).
  specialize (H ltac:(intros [_ N]; apply (f_equal snd) in N; simpl in N; lra) 1 Rlt_0_1).
  unfold total in H. cbv beta in H. rewrite !W in H. unfold valley, sqnorm in H. simpl in H. lra.
Qed.
