(* sgm/5.2.6: Lemma 5.2.6. If D(0) > 0 and ε₁ ≤ 4ε₂, solutions of (5.23) in ℝ^q,
   W′ = D^{-1/2}Z, Z′ = -(∇J(W) + Z)/ε₁, D′ = (diag(∇J(W) ⊗ ∇J(W)) - D)/ε₂, satisfy (5.24), d/dt (J(W) + ε₁/2 ⟨D^{-1/2}Z, Z⟩) ≤ 0.
   For any J with a gradient everywhere, and t > 0; up to t = 0, where (5.23) gives no derivative, the energy does not
   increase. The condition is sharp: for all ε₁ > 4ε₂ > 0 there is a solution whose energy grows strictly. *)
From Verigrad.base Require Import inner_product sums spaces differential gradient function_class flow entrywise.
From Verigrad.adaptive Require second_moment_positivity.

(* (5.23) for t > 0, with what is needed at 0 *)
Record adam_system {q} (grad : ℝ ^^ q -> ℝ ^^ q) (ε1 ε2 : R) (W Z D : R -> ℝ ^^ q) : Prop := {
  W_continuous : continuous_from W 0;
  Z_continuous : continuous_from Z 0;
  D_continuous : continuous_from D 0;
  W_velocity : forall t, 0 < t -> has_velocity W t (over_root (D t) (Z t));
  Z_velocity : forall t, 0 < t -> has_velocity Z t ((- / ε1) ⋅ (grad (W t) ⊕ Z t));
  D_velocity : forall t, 0 < t -> has_velocity D t ((/ ε2) ⋅ (grad (W t) ⊙ grad (W t) ⊖ D t)) }.

Definition energy {q} (J : ℝ ^^ q -> R) (ε1 : R) (W Z D : R -> ℝ ^^ q) (t : R) : R :=
  J (W t) + ε1 / 2 * ⟨over_root (D t) (Z t), Z t⟩.

(* ---- one coordinate: r = √d *)
Section Coordinate.
  Variables (ε1 ε2 : R).
  Hypothesis ε1_positive : 0 < ε1.
  Hypothesis ε2_positive : 0 < ε2.

  (* the two terms of the proof, of one coordinate *)
  Definition coordinate_rate z g r := - (1 - ε1 / (4 * ε2)) * (z * z / r) - ε1 / (4 * ε2) * (g * g * (z * z) / (r * r * r)).

  (* d/dt (z/√d · z), where z′ = -(g + z)/ε₁ and d′ = (g² - d)/ε₂ *)
  Lemma kinetic_derivative (z d : R -> R) g t : 0 < d t ->
    derivable_pt_lim z t (- / ε1 * (g + z t)) -> derivable_pt_lim d t (/ ε2 * (g * g - d t)) ->
    derivable_pt_lim (fun s => z s / sqrt (d s) * z s) t
      (2 * z t * (- / ε1 * (g + z t)) / sqrt (d t) - z t * z t * (/ ε2 * (g * g - d t)) / (2 * sqrt (d t) * d t)).
  Proof.
    intros Hd Dz Dd. assert (R : 0 < sqrt (d t)) by (now apply sqrt_lt_R0).
    eapply derivative_ext.
    - apply (derivable_pt_lim_mult (fun s => z s / sqrt (d s)) z); [|exact Dz].
      apply (derivable_pt_lim_div z (fun s => sqrt (d s))); [exact Dz| |lra].
      apply (derivable_pt_lim_comp d sqrt); [exact Dd|now apply derivable_pt_lim_sqrt].
    - reflexivity.
    - cbv beta. unfold Rsqr. rewrite <- (sqrt_sqrt (d t)) by lra. rewrite sqrt_square by lra.
      set (r := sqrt (d t)) in *. clearbody r. field. lra.
  Qed.
  Lemma rate_of_coordinate z g r : 0 < r ->
    g * (z / r) + ε1 / 2 * (2 * z * (- / ε1 * (g + z)) / r - z * z * (/ ε2 * (g * g - r * r)) / (2 * r * (r * r))) = coordinate_rate z g r.
  Proof. intro. unfold coordinate_rate. field. lra. Qed.
  Lemma coordinate_rate_sign z g r : 0 < r -> ε1 <= 4 * ε2 -> coordinate_rate z g r <= 0.
  Proof.
    intros Hr He. assert (I : 0 < / (4 * ε2)) by (apply Rinv_0_lt_compat; lra).
    assert (A : 0 <= 1 - ε1 / (4 * ε2)).
    { replace (1 - ε1 / (4 * ε2)) with ((4 * ε2 - ε1) * / (4 * ε2)) by (field; lra). apply Rmult_le_pos; lra. }
    assert (B : 0 <= ε1 / (4 * ε2)) by (apply Rmult_le_pos; lra).
    assert (P : 0 <= z * z / r) by (apply Rmult_le_pos; [apply Rle_0_sqr|left; now apply Rinv_0_lt_compat]).
    assert (Q : 0 <= g * g * (z * z) / (r * r * r)).
    { apply Rmult_le_pos; [apply Rmult_le_pos; apply Rle_0_sqr|]. left. apply Rinv_0_lt_compat. repeat apply Rmult_lt_0_compat; assumption. }
    pose proof (Rmult_le_pos _ _ A P). pose proof (Rmult_le_pos _ _ B Q). unfold coordinate_rate. lra.
  Qed.
End Coordinate.

Section Decay.
  Context {q : nat}.
  Variables (J : ℝ ^^ q -> R) (grad : ℝ ^^ q -> ℝ ^^ q) (ε1 ε2 : R) (W Z D : R -> ℝ ^^ q).
  Hypothesis J_differentiable : differentiable J grad.
  Hypothesis ε1_positive : 0 < ε1.
  Hypothesis ε2_positive : 0 < ε2.
  Hypothesis solution : adam_system grad ε1 ε2 W Z D.
  Hypothesis D_positive_at_0 : positive (D 0).

  Notation g t := (grad (W t)).
  Notation root t i := (sqrt (D t i)).

  (* -(1 - ε₁/4ε₂)⟨Z, D^{-1/2}Z⟩ - ε₁/4ε₂ ⟨D^{-3/2} diag(∇J ⊗ ∇J)Z, Z⟩ *)
  Definition energy_rate t := sum (fun i => coordinate_rate ε1 ε2 (Z t i) (g t i) (root t i)).

  Lemma D_positive t : 0 <= t -> positive (D t).
  Proof.
    intros Ht i. apply (second_moment_positivity.conclusion (fun s => D s i) (fun s => g s i) ε2 ε2_positive); [| |apply D_positive_at_0|exact Ht].
    - exact (continuous_entry D 0 i (D_continuous _ _ _ _ _ _ solution)).
    - intros s Hs. eapply derivative_ext; [exact (velocity_entry D s _ i (D_velocity _ _ _ _ _ _ solution s Hs))|reflexivity|].
      unfold times, sub. simpl. field. lra.
  Qed.
  Lemma root_positive t i : 0 <= t -> 0 < root t i.
  Proof. intro Ht. apply sqrt_lt_R0, D_positive, Ht. Qed.

  Lemma energy_derivative t : 0 < t -> derivable_pt_lim (energy J ε1 W Z D) t (energy_rate t).
  Proof.
    intro Ht. destruct solution as [_ _ _ Wv Zv Dv]. specialize (Wv t Ht). specialize (Zv t Ht). specialize (Dv t Ht).
    pose proof (fun i => velocity_entry Z t _ i Zv) as Ze. pose proof (fun i => velocity_entry D t _ i Dv) as De.
    unfold times, sub in De. simpl in Ze, De.
    eapply derivative_ext.
    - apply derivable_pt_lim_plus; [exact (chain_rule J W t _ _ (J_differentiable _) Wv)|].
      apply (derivable_pt_lim_scal (fun s => sum (fun i => Z s i / sqrt (D s i) * Z s i)) (ε1 / 2)), derivative_sum. intro i.
      apply (kinetic_derivative ε1 ε2 ε1_positive ε2_positive (fun s => Z s i) (fun s => D s i) (g t i) t); [apply D_positive; lra|exact (Ze i)|].
      eapply derivative_ext; [exact (De i)|reflexivity|]. ring.
    - reflexivity.
    - unfold energy_rate. rewrite tuple_inner, <- sum_scale, <- sum_add. apply sum_ext. intro i. simpl. unfold over_root.
      rewrite <- (rate_of_coordinate ε1 ε2 ε1_positive ε2_positive (Z t i) (g t i) (root t i)) by (apply root_positive; lra).
      rewrite (sqrt_sqrt (D t i)) by (left; apply D_positive; lra). ring.
  Qed.
  Lemma energy_rate_sign t : ε1 <= 4 * ε2 -> 0 <= t -> energy_rate t <= 0.
  Proof.
    intros He Ht. unfold energy_rate. rewrite <- (@sum_zero q). apply sum_le. intro i.
    apply coordinate_rate_sign; try assumption. now apply root_positive.
  Qed.
  Lemma energy_continuous : continuous_from (energy J ε1 W Z D : R -> ℝ) 0.
  Proof.
    destruct solution as [CW CZ CD _ _ _]. unfold energy. apply (@continuous_add ℝ).
    - exact (continuous_real_function J W 0 _ (J_differentiable _) CW).
    - apply (@continuous_scale ℝ). apply continuous_sum. intro i. apply continuous_mult; [|exact (continuous_entry Z 0 i CZ)].
      apply continuous_mult; [exact (continuous_entry Z 0 i CZ)|].
      assert (P : 0 < root 0 i) by (apply root_positive; lra).
      apply (continuous_of_derivable (fun x => / x) (fun s => sqrt (D s i)) 0 (- / (root 0 i * root 0 i))).
      + eapply derivative_ext; [apply (derivable_pt_lim_div (fun _ => 1) id); [apply derivable_pt_lim_const|apply derivable_pt_lim_id|unfold id; lra]| |].
        * intro x. unfold div_fct, id, Rdiv. ring.
        * unfold id, Rsqr. field. lra.
      + exact (continuous_of_derivable sqrt (fun s => D s i) 0 _ (derivable_pt_lim_sqrt _ (D_positive_at_0 i)) (continuous_entry D 0 i CD)).
  Qed.

  Theorem conclusion : ε1 <= 4 * ε2 -> forall t, 0 < t -> exists l, derivable_pt_lim (energy J ε1 W Z D) t l /\ l <= 0.
  Proof. intros He t Ht. exists (energy_rate t). split; [now apply energy_derivative|apply energy_rate_sign; lra]. Qed.
  Theorem conclusion_decreases : ε1 <= 4 * ε2 -> forall a b, 0 <= a -> a <= b -> energy J ε1 W Z D b <= energy J ε1 W Z D a.
  Proof.
    intros He a b Ha Hab. apply (nonincreasing_from _ energy_rate a b Hab).
    - destruct Ha as [Ha|<-]; [exact (continuous_derivative _ a _ (energy_derivative a Ha))|exact energy_continuous].
    - intros t Ht. apply energy_derivative. lra.
    - intros t Ht. apply energy_rate_sign; lra.
  Qed.
End Decay.

(* ---- J = 0 on ℝ, Z = e^{-t/ε₁}, D = e^{-t/ε₂}: W = e^{pt}/p with p = 1/(2ε₂) - 1/ε₁ *)
Definition constant_entry (φ : R -> R) : R -> ℝ ^^ 1 := fun t _ => φ t.
Lemma entry_velocity (φ : R -> R) t (v : ℝ ^^ 1) : derivable_pt_lim φ t (v Fin.F1) -> has_velocity (constant_entry φ) t v.
Proof. intro H. apply velocity_entries. apply index_cases; [exact H|]. intro i. now apply Fin.case0 with (p := i). Qed.

Section Growth.
  Variables (ε1 ε2 : R).
  Hypothesis ε2_positive : 0 < ε2.
  Hypothesis ε1_large : 4 * ε2 < ε1.
  Let p := / (2 * ε2) - / ε1.
  Let W := constant_entry (fun t => / p * exp (p * t)).
  Let Z := constant_entry (fun t => exp (- / ε1 * t)).
  Let D := constant_entry (fun t => exp (- / ε2 * t)).

  Lemma p_positive : 0 < p.
  Proof.
    unfold p. replace (/ (2 * ε2) - / ε1) with ((ε1 - 2 * ε2) * / (2 * ε2 * ε1)) by (field; lra).
    apply Rmult_lt_0_compat; [lra|]. apply Rinv_0_lt_compat. nra.
  Qed.
  Lemma root_of_exp t : sqrt (exp (- / ε2 * t)) = exp (- / (2 * ε2) * t).
  Proof. apply sqrt_lem_1; [left; apply exp_pos|left; apply exp_pos|]. rewrite <- exp_plus. f_equal. field. lra. Qed.
  Lemma exp_over_exp a b : exp a / exp b = exp (a - b).
  Proof. unfold Rdiv, Rminus. rewrite <- exp_Ropp. symmetry. apply exp_plus. Qed.

  Lemma growing_velocities t : has_velocity W t (over_root (D t) (Z t)) /\
    has_velocity Z t ((- / ε1) ⋅ (zero ⊕ Z t)) /\ has_velocity D t ((/ ε2) ⋅ (zero ⊙ zero ⊖ D t)).
  Proof.
    pose proof p_positive. repeat split; apply entry_velocity.
    - eapply derivative_ext; [apply (derivable_pt_lim_scal (fun s => exp (p * s)) (/ p)), derivative_exp|reflexivity|].
      unfold over_root, Z, D, constant_entry. rewrite root_of_exp, exp_over_exp, <- Rmult_assoc, Rinv_l, Rmult_1_l by lra.
      f_equal. unfold p. field. lra.
    - eapply derivative_ext; [apply derivative_exp|reflexivity|]. unfold Z, constant_entry. simpl. ring.
    - eapply derivative_ext; [apply derivative_exp|reflexivity|]. unfold D, constant_entry, times, sub. simpl. ring.
  Qed.
  Lemma growing_solution : adam_system (fun _ => zero) ε1 ε2 W Z D.
  Proof.
    split.
    - exact (velocity_continuous W 0 _ (proj1 (growing_velocities 0))).
    - exact (velocity_continuous Z 0 _ (proj1 (proj2 (growing_velocities 0)))).
    - exact (velocity_continuous D 0 _ (proj2 (proj2 (growing_velocities 0)))).
    - intros t _. exact (proj1 (growing_velocities t)).
    - intros t _. exact (proj1 (proj2 (growing_velocities t))).
    - intros t _. exact (proj2 (proj2 (growing_velocities t))).
  Qed.
  (* ε₁/2 e^{(1/(2ε₂) - 2/ε₁)t} *)
  Lemma growing_energy t : energy (fun _ => 0) ε1 W Z D t = ε1 / 2 * exp ((/ (2 * ε2) - 2 / ε1) * t).
  Proof.
    unfold energy. rewrite tuple_inner. simpl. unfold over_root, Z, D, constant_entry. rewrite root_of_exp, exp_over_exp, <- exp_plus.
    rewrite Rplus_0_l, Rplus_0_r. do 2 f_equal. field. lra.
  Qed.
  Lemma growing_energy_increases a b : a < b -> energy (fun _ => 0) ε1 W Z D a < energy (fun _ => 0) ε1 W Z D b.
  Proof.
    intro H. rewrite !growing_energy. apply Rmult_lt_compat_l; [lra|]. apply exp_increasing, Rmult_lt_compat_l; [|exact H].
    replace (/ (2 * ε2) - 2 / ε1) with ((ε1 - 4 * ε2) * / (2 * ε2 * ε1)) by (field; lra).
    apply Rmult_lt_0_compat; [lra|]. apply Rinv_0_lt_compat. nra.
  Qed.
End Growth.

Theorem sharp ε1 ε2 : 0 < ε2 -> 4 * ε2 < ε1 -> exists (J : ℝ ^^ 1 -> R) grad W Z D,
  differentiable J grad /\ adam_system grad ε1 ε2 W Z D /\ positive (D 0) /\
  forall a b, a < b -> energy J ε1 W Z D a < energy J ε1 W Z D b.
Proof.
  intros H2 H1. exists (fun _ => 0), (fun _ => zero). do 3 eexists. split; [|split; [exact (growing_solution ε1 ε2 H2 H1)|split]].
  - intro x. apply gradient_const.
  - intro i. apply exp_pos.
  - intros a b. apply (growing_energy_increases ε1 ε2 H2 H1).
Qed.
Theorem without_condition_is_false :
  ~ (forall q (J : ℝ ^^ q -> R) grad ε1 ε2 W Z D, differentiable J grad -> 0 < ε1 -> 0 < ε2 -> adam_system grad ε1 ε2 W Z D ->
       positive (D 0) -> energy J ε1 W Z D 1 <= energy J ε1 W Z D 0).
Proof.
  intro H. destruct (sharp 5 1 ltac:(lra) ltac:(lra)) as [J [grad [W [Z [D [HJ [HS [HD HE]]]]]]]].
  specialize (H 1%nat J grad 5 1 W Z D HJ ltac:(lra) ltac:(lra) HS HD). specialize (HE 0 1 Rlt_0_1). lra.
Qed.

(* The proof's first formula, d/dt M⁻¹ = M⁻²M′: M = 1 + t at t = 0. *)
Theorem derivative_of_inverse_is_false :
  ~ (forall (M : R -> R) t l, M t <> 0 -> derivable_pt_lim M t l -> derivable_pt_lim (fun s => / M s) t (/ (M t * M t) * l)).
Proof.
  intro H. set (M := fun t => 1 + t). assert (D : derivable_pt_lim M 0 1).
  { eapply derivative_ext; [apply (derivable_pt_lim_plus (fun _ => 1) id); [apply derivable_pt_lim_const|apply derivable_pt_lim_id]|reflexivity|ring]. }
  assert (E : derivable_pt_lim (fun s => / M s) 0 (-1)).
  { eapply derivative_ext; [apply (derivable_pt_lim_div (fun _ => 1) M); [apply derivable_pt_lim_const|exact D|unfold M; lra]| |].
    - intro s. unfold div_fct, Rdiv. ring.
    - unfold M, Rsqr. field. }
  specialize (H M 0 1 ltac:(unfold M; lra) D). pose proof (uniqueness_limite _ _ _ _ H E) as N. unfold M in N.
  replace (/ ((1 + 0) * (1 + 0)) * 1) with 1 in N by field. lra.
Qed.
