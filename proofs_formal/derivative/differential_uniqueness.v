(* mathdnn/1.1: Proposition 1.1. The differential of f at a is unique, and f is continuous at a. For a in the interior of the set E on which f
   is given; the text concludes continuity on all of E, which is false at its border. *)
From Verigrad.base Require Import inner_product sums spaces differential gradient.

(* ‖h‖ < η stays in E *)
Definition interior {U : space} (E : U -> Prop) (a : U) : Prop := exists η, 0 < η /\ forall h, ‖h‖ < η -> E (a ⊕ h).
Definition differentiable_on {U V : space} (E : U -> Prop) (F : U -> V) : Prop :=
  forall a, interior E a -> exists A, has_differential F a A.
Definition continuous_at {U V : space} (E : U -> Prop) (F : U -> V) (a : U) : Prop :=
  forall ε, 0 < ε -> exists δ, 0 < δ /\ forall y, E y -> norm (y ⊖ a) < δ -> norm (F y ⊖ F a) < ε.

Section Uniqueness.
  Context {U V : space}.

  (* ‖φ₂(h) - φ₁(h)‖ ≤ 2ε‖h‖ near 0, hence everywhere, hence φ₂ = φ₁ *)
  Lemma difference_everywhere (D : U -> V) : linear D -> little_o D -> forall ε h, 0 < ε -> norm (D h) <= ε * ‖h‖.
  Proof.
    intros [_ S] O ε h Hε. destruct (O ε Hε) as [δ [Hδ B]]. pose proof (norm_pos h). set (t := δ / (‖h‖ + 1)).
    assert (Ht : 0 < t) by (apply Rdiv_lt_0_compat; lra).
    assert (N : norm (t ⋅ h) < δ).
    { rewrite norm_scale, Rabs_pos_eq by lra. unfold t. apply Rmult_lt_reg_r with (‖h‖ + 1); [lra|].
      replace (δ / (‖h‖ + 1) * ‖h‖ * (‖h‖ + 1)) with (δ * ‖h‖) by (field; lra). lra. }
    specialize (B (t ⋅ h) N). rewrite S, !norm_scale, (Rabs_pos_eq t) in B by lra. apply Rmult_le_reg_l with t; lra.
  Qed.
  Theorem conclusion_unique (F : U -> V) a A B : has_differential F a A -> has_differential F a B -> forall h, A h = B h.
  Proof.
    intros [LA [_ OA]] [LB [_ OB]] h. set (D := fun h => A h ⊖ B h).
    assert (L : linear D) by (unfold D; destruct LA as [A1 A2], LB as [B1 B2]; split; intros; [rewrite A1, B1|rewrite A2, B2]; vector).
    assert (O : little_o D).
    { apply little_o_ext with (r := fun h => (F (a ⊕ h) ⊖ F a ⊖ B h) ⊕ (-1) ⋅ (F (a ⊕ h) ⊖ F a ⊖ A h)); [intro; unfold D; vector|].
      apply little_o_add; [assumption|]. apply (bounded_little_o (fun v : V => -1 ⋅ v)); [apply bounded_scale|assumption]. }
    assert (Z : norm (D h) = 0).
    { pose proof (norm_pos (D h)). pose proof (norm_pos h). apply Rle_antisym; [|assumption]. apply Rnot_lt_le. intro P.
      pose proof (difference_everywhere D L O (norm (D h) / (2 * (‖h‖ + 1))) h ltac:(apply Rdiv_lt_0_compat; lra)) as K.
      assert (norm (D h) / (2 * (‖h‖ + 1)) * ‖h‖ < norm (D h)).
      { apply Rmult_lt_reg_r with (2 * (‖h‖ + 1)); [lra|].
        replace (norm (D h) / (2 * (‖h‖ + 1)) * ‖h‖ * (2 * (‖h‖ + 1))) with (norm (D h) * ‖h‖) by (field; lra). nra. }
      lra. }
    apply norm_zero_inv in Z. unfold D in Z. replace (A h) with ((A h ⊖ B h) ⊕ B h) by vector. rewrite Z. vector.
  Qed.
  Theorem conclusion_continuous (E : U -> Prop) (F : U -> V) : differentiable_on E F -> forall a, interior E a -> continuous_at E F a.
  Proof.
    intros D a I ε Hε. destruct (D a I) as [A H]. destruct (differential_growth F a A H) as [K [δ [HK [Hδ B]]]].
    exists (Rmin δ (ε / K)). split; [apply Rmin_pos; [assumption|now apply Rdiv_lt_0_compat]|]. intros y _ Hy.
    specialize (B (y ⊖ a) (Rlt_le_trans _ _ _ Hy (Rmin_l _ _))). replace (a ⊕ (y ⊖ a)) with y in B by vector.
    eapply Rle_lt_trans; [exact B|]. replace ε with (K * (ε / K)) by (field; lra). apply Rmult_lt_compat_l; [assumption|].
    eapply Rlt_le_trans; [exact Hy|apply Rmin_r].
  Qed.
End Uniqueness.

(* D(E, F) ⊂ C(E, F): on E = [0, 1], f = 0 below 1 and f(1) = 1 has a differential at each interior point, and jumps at 1. *)
Theorem continuous_on_E_is_false :
  ~ (forall (E : ℝ -> Prop) (F : ℝ -> ℝ), differentiable_on E F -> forall a, E a -> continuous_at E F a).
Proof.
  intro H. set (F := (fun x : R => if Rlt_dec x 1 then 0 else 1) : ℝ -> ℝ).
  assert (D : differentiable_on (fun x : ℝ => 0 <= x <= 1) F).
  { intros a [η [Hη I]]. exists (fun _ => zero). assert (Ha : a + η / 2 <= 1).
    { destruct (I (η / 2)); [rewrite line_norm, Rabs_pos_eq; lra|assumption]. }
    split; [split; intros; simpl; ring|split].
    - exists 1. split; [lra|]. intro u. rewrite norm_zero. pose proof (norm_pos u). lra.
    - intros ε Hε. exists (η / 2). split; [lra|]. intros h Hh. rewrite line_norm in Hh. apply Rabs_def2 in Hh.
      assert (Z : F (a + h) ⊖ F a ⊖ (zero : ℝ) = (zero : ℝ)).
      { unfold F. destruct (Rlt_dec (a + h) 1), (Rlt_dec a 1); try lra. vector. }
      change (norm (F (a + h) ⊖ F a ⊖ (zero : ℝ)) <= ε * ‖h‖). rewrite Z, norm_zero. apply Rmult_le_pos; [lra|apply norm_pos]. }
  destruct (H _ F D 1 ltac:(lra) (/ 2) ltac:(lra)) as [δ [Hδ B]].
  set (y := Rmax 0 (1 - δ / 2)). assert (0 <= y) by apply Rmax_l. assert (1 - δ / 2 <= y) by apply Rmax_r.
  assert (y < 1) by (apply Rmax_lub_lt; lra). specialize (B y ltac:(lra)). rewrite !line_norm, !line_sub in B.
  rewrite (Rabs_left (y - 1)) in B by lra. specialize (B ltac:(lra)). unfold F in B.
  destruct (Rlt_dec y 1), (Rlt_dec 1 1); try lra. rewrite Rabs_left in B; lra.
Qed.
