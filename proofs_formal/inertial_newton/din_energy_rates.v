(* inna/2.5: Lemma 2.5 with (2.17), and its proof. Along a solution of (2.12), θ′ = -w - βv, ψ′ = -w, w = (α - 1/β)θ + ψ/β, v ∈ D𝒥(θ), the
   energies E_min = (1 - √(αβ))²J(θ) + ½‖w‖² and E_max = (1 + √(αβ))²J(θ) + ½‖w‖² have the rates -‖√α θ′ ± (ψ′ - θ′)/√β‖², with + for E_min
   and - for E_max; the text has the signs exchanged, as it has (θ′ - ψ′)/β ∈ D𝒥(θ) for (ψ′ - θ′)/β. For each t at which (2.12) and the chain
   rule (2.18), d/dt J(θ) = ⟨θ′, v⟩, hold: Lemma 2.3 proves that for almost every t from tameness, and a J with a gradient has it everywhere. *)
From Verigrad.base Require Import inner_product sums spaces differential gradient function_class flow.

Section Energies.
  Context {V : space}.
  Variables (α β : R).
  Hypothesis β_positive : 0 < β.

  Definition w (θ ψ : V) : V := (α - / β) ⋅ θ ⊕ (/ β) ⋅ ψ.
  Definition energy (λ : R) (J : V -> R) (θ ψ : R -> V) (t : R) : R := λ * J (θ t) + / 2 * sqnorm (w (θ t) (ψ t)).
  Definition λ_min := (1 - sqrt (α * β)) * (1 - sqrt (α * β)).
  Definition λ_max := (1 + sqrt (α * β)) * (1 + sqrt (α * β)).

  (* ---- at one time t *)
  Variables (J : V -> R) (θ ψ : R -> V) (t : R) (θ' ψ' v : V).
  Hypothesis θ_velocity : has_velocity θ t θ'.
  Hypothesis ψ_velocity : has_velocity ψ t ψ'.
  Hypothesis θ_law : θ' = ⊖ w (θ t) (ψ t) ⊖ β ⋅ v.
  Hypothesis ψ_law : ψ' = ⊖ w (θ t) (ψ t).
  Hypothesis chain : derivable_pt_lim (fun s => J (θ s)) t ⟨θ', v⟩.

  (* (ψ′ - θ′)/β ∈ D𝒥(θ) *)
  Theorem conclusion_element : v = (/ β) ⋅ (ψ' ⊖ θ').
  Proof. rewrite θ_law, ψ_law. vector_field. lra. Qed.

  (* (2.19) *)
  Lemma energy_derivative λ : derivable_pt_lim (energy λ J θ ψ) t
    (λ * ⟨θ', v⟩ + (α - / β) * ⟨θ', w (θ t) (ψ t)⟩ + / β * ⟨ψ', w (θ t) (ψ t)⟩).
  Proof.
    eapply derivative_ext.
    - apply derivable_pt_lim_plus; [apply (derivable_pt_lim_scal (fun s => J (θ s)) λ), chain|].
      apply (derivable_pt_lim_scal (fun s => sqnorm (w (θ s) (ψ s))) (/ 2)).
      apply (derivative_sqnorm (fun s => w (θ s) (ψ s)) t (w θ' ψ')).
      apply velocity_add; apply velocity_scale; assumption.
    - reflexivity.
    - unfold w. inner_field. lra.
  Qed.
  (* the display after (2.19), with the right sign of v *)
  Lemma rate_with_v λ : derivable_pt_lim (energy λ J θ ψ) t
    (λ * ⟨θ', (/ β) ⋅ (ψ' ⊖ θ')⟩ - (α - / β) * ⟨θ', ψ'⟩ - / β * ⟨ψ', ψ'⟩).
  Proof.
    eapply derivative_ext; [apply (energy_derivative λ)|reflexivity|]. rewrite <- conclusion_element.
    replace (w (θ t) (ψ t)) with (⊖ ψ') by (rewrite ψ_law; vector). inner_ring.
  Qed.
  Lemma rate_in_θ'_and_v λ : derivable_pt_lim (energy λ J θ ψ) t (- α * ‖θ'‖² - β * ‖v‖² + (λ - α * β - 1) * ⟨θ', v⟩).
  Proof.
    eapply derivative_ext; [apply (energy_derivative λ)|reflexivity|].
    replace ψ' with (θ' ⊕ β ⋅ v) by (rewrite conclusion_element; vector_field; lra).
    replace (w (θ t) (ψ t)) with (⊖ (θ' ⊕ β ⋅ v)) by (rewrite θ_law; vector). inner_field. lra.
  Qed.
  Lemma rate_as_square λ : 0 < α -> derivable_pt_lim (energy λ J θ ψ) t
    (- sqnorm (sqrt α ⋅ θ' ⊕ ((α * β + 1 - λ) / (2 * sqrt α)) ⋅ v)
     - (β - (α * β + 1 - λ) * (α * β + 1 - λ) / (4 * α)) * ‖v‖²).
  Proof.
    intro H. eapply derivative_ext; [apply (rate_in_θ'_and_v λ)|reflexivity|].
    assert (R : 0 < sqrt α) by (now apply sqrt_lt_R0). assert (E : α = sqrt α * sqrt α) by (rewrite sqrt_sqrt; lra).
    set (r := sqrt α) in *. clearbody r. rewrite E. inner_field. lra.
  Qed.

  Lemma root_of_product : 0 <= α -> sqrt (α * β) * sqrt (α * β) = α * β.
  Proof. intro H. apply sqrt_sqrt. nra. Qed.
  Lemma scaled_difference : (/ sqrt β) ⋅ (ψ' ⊖ θ') = sqrt β ⋅ v.
  Proof.
    rewrite conclusion_element. assert (R : 0 < sqrt β) by (now apply sqrt_lt_R0).
    assert (E : / sqrt β = sqrt β * / β) by (rewrite <- (sqrt_sqrt β) at 3 by lra; field; lra). rewrite E. vector.
  Qed.
  Theorem conclusion_min : 0 <= α ->
    derivable_pt_lim (energy λ_min J θ ψ) t (- sqnorm (sqrt α ⋅ θ' ⊕ (/ sqrt β) ⋅ (ψ' ⊖ θ'))).
  Proof.
    intro H. eapply derivative_ext; [apply (rate_in_θ'_and_v λ_min)|reflexivity|]. rewrite scaled_difference. unfold λ_min.
    replace ((1 - sqrt (α * β)) * (1 - sqrt (α * β)) - α * β - 1) with (sqrt (α * β) * sqrt (α * β) - α * β - 2 * sqrt (α * β)) by ring.
    rewrite root_of_product, sqrt_mult by lra. rewrite <- (sqrt_sqrt α H) at 1. rewrite <- (sqrt_sqrt β) at 1 by lra. inner_ring.
  Qed.
  Theorem conclusion_max : 0 <= α ->
    derivable_pt_lim (energy λ_max J θ ψ) t (- sqnorm (sqrt α ⋅ θ' ⊖ (/ sqrt β) ⋅ (ψ' ⊖ θ'))).
  Proof.
    intro H. eapply derivative_ext; [apply (rate_in_θ'_and_v λ_max)|reflexivity|]. rewrite scaled_difference. unfold λ_max.
    replace ((1 + sqrt (α * β)) * (1 + sqrt (α * β)) - α * β - 1) with (sqrt (α * β) * sqrt (α * β) - α * β + 2 * sqrt (α * β)) by ring.
    rewrite root_of_product, sqrt_mult by lra. rewrite <- (sqrt_sqrt α H) at 1. rewrite <- (sqrt_sqrt β) at 1 by lra. inner_ring.
  Qed.
End Energies.

(* (β - (αβ + 1 - λ)²/4α) ≥ 0 for λ from λ_min to λ_max, ends included, where the text has > *)
Lemma coefficient_pos α β λ : 0 < α -> 0 < β -> λ_min α β <= λ <= λ_max α β -> (α * β + 1 - λ) * (α * β + 1 - λ) <= 4 * (α * β).
Proof.
  intros Ha Hb [Lo Up]. unfold λ_min, λ_max in *. pose proof (root_of_product α β Hb (Rlt_le _ _ Ha)) as S.
  set (r := sqrt (α * β)) in *. assert (B : - (2 * r) <= α * β + 1 - λ <= 2 * r) by lra. rewrite <- S. nra.
Qed.
Lemma rate_sign {V : space} α β λ (u v : V) : 0 <= α -> 0 < β -> (α * β + 1 - λ) * (α * β + 1 - λ) <= 4 * (α * β) ->
  - α * ‖u‖² - β * ‖v‖² + (λ - α * β - 1) * ⟨u, v⟩ <= 0.
Proof.
  intros Ha Hb H. pose proof (cauchy_schwarz_sqr u v) as C. pose proof (sqnorm_pos u) as P. pose proof (sqnorm_pos v) as Q.
  set (p := ‖u‖²) in *. set (q := ‖v‖²) in *. set (i := ⟨u, v⟩) in *. set (k := λ - α * β - 1).
  assert (K : k * k <= 4 * (α * β)) by (unfold k; lra).
  assert (N : k * i <= α * p + β * q); [|fold k; lra]. apply le_of_squares; [apply Rplus_le_le_0_compat; apply Rmult_le_pos; lra|].
  apply Rle_trans with (4 * (α * β) * (p * q)).
  - replace (k * i * (k * i)) with ((k * k) * (i * i)) by ring.
    apply Rmult_le_compat; [apply Rle_0_sqr|apply Rle_0_sqr|exact K|exact C].
  - pose proof (Rle_0_sqr (α * p - β * q)) as S. unfold Rsqr in S. lra.
Qed.

(* ---- solutions for t > 0, with the chain rule *)
Record din_solution {V : space} (α β : R) (J : V -> R) (θ ψ v : R -> V) : Prop := {
  θ_continuous : continuous_from θ 0;
  ψ_continuous : continuous_from ψ 0;
  J_continuous : continuous_from (fun s => J (θ s) : ℝ) 0;
  θ_equation : forall t, 0 < t -> has_velocity θ t (⊖ w α β (θ t) (ψ t) ⊖ β ⋅ v t);
  ψ_equation : forall t, 0 < t -> has_velocity ψ t (⊖ w α β (θ t) (ψ t));
  chain_rule_holds : forall t, 0 < t -> derivable_pt_lim (fun s => J (θ s)) t ⟨⊖ w α β (θ t) (ψ t) ⊖ β ⋅ v t, v t⟩ }.

Lemma smooth_solution {V : space} α β (J : V -> R) grad (θ ψ : R -> V) : differentiable J grad ->
  continuous_from θ 0 -> continuous_from ψ 0 ->
  (forall t, 0 < t -> has_velocity θ t (⊖ w α β (θ t) (ψ t) ⊖ β ⋅ grad (θ t)) /\ has_velocity ψ t (⊖ w α β (θ t) (ψ t))) ->
  din_solution α β J θ ψ (fun t => grad (θ t)).
Proof.
  intros D Cθ Cψ E. split; [exact Cθ|exact Cψ| |apply E|apply E|].
  - exact (continuous_real_function J θ 0 _ (D _) Cθ).
  - intros t Ht. rewrite inner_sym. apply (chain_rule J θ); [apply D|apply E, Ht].
Qed.

Section Decay.
  Context {V : space}.
  Variables (α β λ : R) (J : V -> R) (θ ψ v : R -> V).
  Hypothesis β_positive : 0 < β.
  Hypothesis solution : din_solution α β J θ ψ v.

  Definition velocity t := ⊖ w α β (θ t) (ψ t) ⊖ β ⋅ v t.
  Lemma rate_of_solution t : 0 < t -> derivable_pt_lim (energy α β λ J θ ψ) t
    (- α * sqnorm (velocity t) - β * sqnorm (v t) + (λ - α * β - 1) * ⟨velocity t, v t⟩).
  Proof.
    intro Ht. destruct solution as [_ _ _ E P C].
    exact (rate_in_θ'_and_v α β β_positive J θ ψ t _ _ (v t) (E t Ht) (P t Ht) eq_refl eq_refl (C t Ht) λ).
  Qed.
  Lemma energy_continuous : continuous_from (energy α β λ J θ ψ : R -> ℝ) 0.
  Proof.
    destruct solution as [Cθ Cψ CJ _ _ _]. apply (@continuous_add ℝ).
    - now apply (@continuous_scale ℝ).
    - apply (@continuous_scale ℝ), continuous_sqnorm. apply continuous_add; now apply continuous_scale.
  Qed.
  Theorem conclusion_decreases : 0 < α -> λ_min α β <= λ <= λ_max α β ->
    forall a b, 0 <= a -> a <= b -> energy α β λ J θ ψ b <= energy α β λ J θ ψ a.
  Proof.
    intros Hα Hλ a b Ha Hab. eapply (nonincreasing_from _ _ a b Hab).
    - destruct Ha as [Ha|<-]; [exact (continuous_derivative _ a _ (rate_of_solution a Ha))|exact energy_continuous].
    - intros t Ht. apply rate_of_solution. lra.
    - intros t _. apply rate_sign; [lra|exact β_positive|now apply coefficient_pos].
  Qed.
End Decay.

(* ---- J(θ) = θ²/2, α = β = 1: θ(t) = e^{-t}, ψ = 0, where θ′ = -e^{-t}, ψ′ = 0, v = e^{-t} *)
Definition square (x : ℝ) : R := / 2 * ‖x‖².
Definition falling (t : R) : ℝ := exp (-1 * t).
Definition resting (t : R) : ℝ := 0.
Lemma square_gradient : differentiable square (fun x => x).
Proof.
  intro x. apply gradient_ext with (f := fun u : ℝ => / 2 * ‖u‖²) (g := / 2 ⋅ (2 ⋅ x)); [|reflexivity|vector_field].
  apply gradient_scale, gradient_sqnorm.
Qed.
Lemma falling_velocity t : has_velocity falling t (⊖ falling t).
Proof. apply velocity_on_line. eapply derivative_ext; [apply derivative_exp|reflexivity|]. unfold falling, opp. simpl. ring. Qed.
Lemma resting_velocity t : has_velocity resting t (zero : ℝ).
Proof. exact (velocity_const (0 : ℝ) t). Qed.
Lemma falling_w t : @w ℝ 1 1 (falling t) (resting t) = 0.
Proof. unfold w, resting. simpl. rewrite Rinv_1. ring. Qed.

(* a claim on the rates of all solutions with J differentiable, read at t = 1 of this one: E_λ′ = -λe^{-2} *)
Definition printed_rate (rate : forall V : space, R -> R -> R -> V -> V -> R) (λ : R -> R -> R) : Prop :=
  forall (V : space) α β (J : V -> R) grad (θ ψ : R -> V) t θ' ψ', 0 < α -> 0 < β -> differentiable J grad ->
    has_velocity θ t θ' -> has_velocity ψ t ψ' -> θ' = ⊖ w α β (θ t) (ψ t) ⊖ β ⋅ grad (θ t) -> ψ' = ⊖ w α β (θ t) (ψ t) ->
    derivable_pt_lim (energy α β (λ α β) J θ ψ) t (rate V α β (λ α β) θ' ψ').
Lemma read_printed_rate rate λ : printed_rate rate λ -> rate ℝ 1 1 (λ 1 1) (- falling 1) 0 = - λ 1 1 * (falling 1 * falling 1).
Proof.
  intro H. assert (A : ⊖ falling 1 = ⊖ @w ℝ 1 1 (falling 1) (resting 1) ⊖ 1 ⋅ falling 1).
  { rewrite falling_w. unfold sub, opp. simpl. ring. }
  assert (B : (zero : ℝ) = ⊖ @w ℝ 1 1 (falling 1) (resting 1)) by (rewrite falling_w; unfold opp; simpl; ring).
  specialize (H ℝ 1 1 square (fun x => x) falling resting 1 _ _ Rlt_0_1 Rlt_0_1 square_gradient (falling_velocity 1) (resting_velocity 1) A B).
  assert (C : derivable_pt_lim (fun s => square (falling s)) 1 ⟨⊖ falling 1, falling 1⟩).
  { rewrite inner_sym. apply (chain_rule square falling); [apply square_gradient|apply falling_velocity]. }
  pose proof (rate_in_θ'_and_v 1 1 Rlt_0_1 square falling resting 1 _ _ _ (falling_velocity 1) (resting_velocity 1) A B C (λ 1 1)) as T.
  pose proof (uniqueness_limite _ _ _ _ H T) as E. unfold opp, sqnorm in E. simpl in E.
  replace (-1 * falling 1) with (- falling 1) in E by ring. rewrite E. ring.
Qed.
Lemma falling_square : 0 < falling 1 * falling 1.
Proof. apply Rmult_lt_0_compat; apply exp_pos. Qed.

Theorem rates_is_false :
  ~ printed_rate (fun V α β _ θ' ψ' => - sqnorm (sqrt α ⋅ θ' ⊖ (/ sqrt β) ⋅ (ψ' ⊖ θ'))) λ_min /\
  ~ printed_rate (fun V α β _ θ' ψ' => - sqnorm (sqrt α ⋅ θ' ⊕ (/ sqrt β) ⋅ (ψ' ⊖ θ'))) λ_max.
Proof.
  pose proof falling_square. split; intro H'; apply read_printed_rate in H'; unfold λ_min, λ_max, sqnorm, sub in H'; simpl in H';
    rewrite ?Rmult_1_r, sqrt_1, Rinv_1 in H'; lra.
Qed.
Theorem element_is_false :
  ~ (forall (V : space) α β (grad : V -> V) (θ ψ θ' ψ' : V), 0 < α -> 0 < β ->
       θ' = ⊖ w α β θ ψ ⊖ β ⋅ grad θ -> ψ' = ⊖ w α β θ ψ -> (/ β) ⋅ (θ' ⊖ ψ') = grad θ).
Proof.
  intro H. specialize (H ℝ 1 1 (fun x => x) 1 0 (-1) 0 Rlt_0_1 Rlt_0_1).
  assert (W : @w ℝ 1 1 1 0 = 0) by (unfold w; simpl; rewrite Rinv_1; ring). rewrite W in H.
  specialize (H ltac:(unfold sub, opp; simpl; ring) ltac:(unfold opp; simpl; ring)). unfold sub in H. simpl in H. rewrite Rinv_1 in H. lra.
Qed.
Theorem rate_with_v_is_false :
  ~ printed_rate (fun V α β λ θ' ψ' => λ * ⟨θ', (/ β) ⋅ (θ' ⊖ ψ')⟩ - (α - / β) * ⟨θ', ψ'⟩ - / β * ⟨ψ', ψ'⟩) (fun _ _ => 1).
Proof.
  pose proof falling_square. intro H'. apply read_printed_rate in H'. unfold sub in H'. simpl in H'. rewrite Rinv_1 in H'. lra.
Qed.
Theorem rate_in_velocity_and_v_is_false :
  ~ printed_rate (fun V α β λ θ' ψ' => - α * ‖θ'‖² - β * sqnorm ((/ β) ⋅ (θ' ⊖ ψ')) + (λ - α * β - 1) * ⟨θ', (/ β) ⋅ (θ' ⊖ ψ')⟩) (fun _ _ => 1).
Proof.
  pose proof falling_square. intro H'. apply read_printed_rate in H'. unfold sub, sqnorm in H'. simpl in H'. rewrite Rinv_1 in H'. lra.
Qed.
Theorem rate_as_square_is_false :
  ~ printed_rate (fun V α β λ θ' ψ' => - sqnorm (sqrt α ⋅ θ' ⊕ ((α * β + 1 - λ) / (2 * sqrt α)) ⋅ ((/ β) ⋅ (θ' ⊖ ψ')))
      - (β - (α * β + 1 - λ) * (α * β + 1 - λ) / (4 * α)) * sqnorm ((/ β) ⋅ (θ' ⊖ ψ'))) (fun _ _ => 1).
Proof.
  pose proof falling_square. intro H'. apply read_printed_rate in H'. unfold sub, sqnorm in H'. simpl in H'.
  rewrite sqrt_1, Rinv_1 in H'. replace ((1 * 1 + 1 - 1) / (2 * 1)) with (/ 2) in H' by field.
  replace ((1 * 1 + 1 - 1) * (1 * 1 + 1 - 1) / (4 * 1)) with (/ 4) in H' by field. lra.
Qed.
(* β - (αβ + 1 - λ)²/4α > 0 on the closed interval: α = β = 1, λ = 4 *)
Theorem closed_interval_is_false :
  ~ (forall α β λ, 0 < α -> 0 < β -> λ_min α β <= λ <= λ_max α β -> 0 < β - (α * β + 1 - λ) * (α * β + 1 - λ) / (4 * α)).
Proof.
  intro H. specialize (H 1 1 4 Rlt_0_1 Rlt_0_1). unfold λ_min, λ_max in H. rewrite Rmult_1_r, sqrt_1 in H. specialize (H ltac:(lra)).
  replace ((1 + 1 - 4) * (1 + 1 - 4) / (4 * 1)) with 1 in H by field. lra.
Qed.
(* (2.20), the lemma's rates in other letters *)
Theorem rates_in_2_20_is_false :
  ~ printed_rate (fun V α β _ θ' ψ' => - sqnorm (sqrt α ⋅ θ' ⊕ (/ sqrt β) ⋅ (θ' ⊖ ψ'))) λ_min /\
  ~ printed_rate (fun V α β _ θ' ψ' => - sqnorm (sqrt α ⋅ θ' ⊖ (/ sqrt β) ⋅ (θ' ⊖ ψ'))) λ_max.
Proof.
  pose proof falling_square. split; intro H'; apply read_printed_rate in H'; unfold λ_min, λ_max, sqnorm, sub in H'; simpl in H';
    rewrite ?Rmult_1_r, sqrt_1, Rinv_1 in H'; lra.
Qed.
