(* inna/2.10: Theorem 2.10, its algebra: along a solution of (2.8), E = 2(1 + αβ)J(θ) + ‖w‖² has (2.32), dE/dt = -2α‖-βv - w‖² - 2β‖v‖² with
   the solution's own v = (ψ′ - θ′)/β ∈ ∂J(θ); (2.34) and (2.36) for the element of ∂E(θ, ψ) that belongs to v; the claim (2.35); and with it
   assumptions (i) and (ii) of Theorem 2.8, for α > 0. For a J with a gradient v = ∇J(θ) and that element is ∇E. Missing: the rate itself,
   which Theorem 2.8 gives by the inequality of Kurdyka and Łojasiewicz, and sets ∂J of more than one element. *)
From Verigrad.base Require Import inner_product sums spaces differential gradient function_class flow.
From Verigrad.inertial_newton Require Import din_energy_rates.
From Verigrad.inertial_newton Require din_energy_decrease.

(* ---- (2.35), for vectors *)
Section Claim.
  Context {V : space}.
  Variables (r1 r2 r3 : R).
  Hypothesis r1_positive : 0 < r1.
  Hypothesis r3_positive : 0 < r3.

  Definition form (a b : V) : R := sqnorm (r1 ⋅ a ⊕ r2 ⋅ b) + r3 * ‖b‖².
  Definition upper_constant := 2 * (r1 * r1) + (2 * (r2 * r2) + r3).
  Definition lower_constant := / ((2 + 2 * (r2 * r2) / r3) / (r1 * r1) + / r3).

  Lemma sum_of_squares (u v : V) : sqnorm (u ⊕ v) <= 2 * ‖u‖² + 2 * ‖v‖².
  Proof.
    pose proof (sqnorm_pos (u ⊖ v)) as P. replace (sqnorm (u ⊖ v)) with (2 * ‖u‖² + 2 * ‖v‖² - sqnorm (u ⊕ v)) in P by inner_ring. lra.
  Qed.
  Lemma form_upper a b : form a b <= upper_constant * (‖a‖² + ‖b‖²).
  Proof.
    pose proof (sum_of_squares (r1 ⋅ a) (r2 ⋅ b)) as S. pose proof (sqnorm_pos a) as A. pose proof (sqnorm_pos b) as B.
    replace (sqnorm (r1 ⋅ a)) with (r1 * r1 * ‖a‖²) in S by inner_ring. replace (sqnorm (r2 ⋅ b)) with (r2 * r2 * ‖b‖²) in S by inner_ring.
    assert (0 <= r1 * r1 * ‖b‖²) by (apply Rmult_le_pos; [apply Rle_0_sqr|exact B]).
    assert (0 <= r2 * r2 * ‖a‖²) by (apply Rmult_le_pos; [apply Rle_0_sqr|exact A]).
    assert (0 <= r3 * ‖a‖²) by (apply Rmult_le_pos; lra). unfold form, upper_constant. lra.
  Qed.
  Lemma denominator_positive : 0 < (2 + 2 * (r2 * r2) / r3) / (r1 * r1) + / r3.
  Proof.
    assert (I : 0 < / r3) by (now apply Rinv_0_lt_compat). assert (0 <= r2 * r2) by apply Rle_0_sqr.
    assert (0 <= 2 * (r2 * r2) / r3) by (apply Rmult_le_pos; lra).
    assert (0 < (2 + 2 * (r2 * r2) / r3) / (r1 * r1)) by (apply Rdiv_lt_0_compat; nra). lra.
  Qed.
  Lemma form_lower a b : lower_constant * (‖a‖² + ‖b‖²) <= form a b.
  Proof.
    set (Q := form a b). pose proof denominator_positive as D. unfold lower_constant. set (d := _ + / r3) in *.
    apply Rmult_le_reg_l with d; [exact D|]. rewrite <- Rmult_assoc, Rinv_r, Rmult_1_l by lra.
    assert (I : 0 < / r3) by (now apply Rinv_0_lt_compat). pose proof (sqnorm_pos (r1 ⋅ a ⊕ r2 ⋅ b)) as P. pose proof (sqnorm_pos b) as B.
    assert (Qb : ‖b‖² <= / r3 * Q).
    { apply Rmult_le_reg_l with r3; [exact r3_positive|]. rewrite <- Rmult_assoc, Rinv_r, Rmult_1_l by lra. unfold Q, form. lra. }
    assert (Qa : r1 * r1 * ‖a‖² <= (2 + 2 * (r2 * r2) / r3) * Q).
    { pose proof (sum_of_squares (r1 ⋅ a ⊕ r2 ⋅ b) ((- r2) ⋅ b)) as S.
      replace (r1 ⋅ a ⊕ r2 ⋅ b ⊕ (- r2) ⋅ b) with (r1 ⋅ a) in S by vector.
      replace (sqnorm (r1 ⋅ a)) with (r1 * r1 * ‖a‖²) in S by inner_ring. replace (sqnorm ((- r2) ⋅ b)) with (r2 * r2 * ‖b‖²) in S by inner_ring.
      assert (sqnorm (r1 ⋅ a ⊕ r2 ⋅ b) <= Q) by (unfold Q, form; assert (0 <= r3 * ‖b‖²) by (apply Rmult_le_pos; lra); lra).
      apply Rmult_le_compat_l with (r := 2 * (r2 * r2)) in Qb; [|pose proof (Rle_0_sqr r2) as R2; unfold Rsqr in R2; lra].
      replace ((2 + 2 * (r2 * r2) / r3) * Q) with (2 * Q + 2 * (r2 * r2) * (/ r3 * Q)) by (unfold Rdiv; ring). lra. }
    assert (R1 : 0 < r1 * r1) by nra.
    assert (Qa' : ‖a‖² <= (2 + 2 * (r2 * r2) / r3) / (r1 * r1) * Q).
    { apply Rmult_le_reg_l with (r1 * r1); [exact R1|].
      replace (r1 * r1 * ((2 + 2 * (r2 * r2) / r3) / (r1 * r1) * Q)) with ((2 + 2 * (r2 * r2) / r3) * Q) by (field; lra). exact Qa. }
    unfold d. lra.
  Qed.
  Theorem partial_claim_2_35 : exists C1 C2, 0 < C1 /\ 0 < C2 /\ forall a b : V,
    C1 * (‖a‖² + ‖b‖²) <= form a b <= C2 * (‖a‖² + ‖b‖²).
  Proof.
    exists lower_constant, upper_constant. split; [apply Rinv_0_lt_compat, denominator_positive|split].
    - unfold upper_constant. pose proof (Rle_0_sqr r2) as S. unfold Rsqr in S. nra.
    - intros a b. split; [apply form_lower|apply form_upper].
  Qed.
End Claim.

Section Din.
  Context {V : space}.
  Variables (α β : R).
  Hypothesis α_positive : 0 < α.
  Hypothesis β_positive : 0 < β.

  (* the element of ∂E(θ, ψ) that belongs to v ∈ ∂J(θ), (2.33), as a function of v and w *)
  Definition energy_gradient (v w : V) : V ⊗ V := 2 ⋅ (((1 + α * β) ⋅ v ⊕ (α - / β) ⋅ w, (/ β) ⋅ w) : V ⊗ V).
  Definition energy_rate (v w : V) : R := - 2 * α * sqnorm ((- β) ⋅ v ⊖ w) - 2 * β * ‖v‖².

  (* (2.34) *)
  Theorem partial_2_34 v w : sqnorm (energy_gradient v w) / 4 = sqnorm ((1 + α * β) ⋅ v ⊕ (α - / β) ⋅ w) + sqnorm ((/ β) ⋅ w).
  Proof. unfold energy_gradient, sqnorm. simpl. rewrite !inner_scale_l, !inner_scale_r. field. lra. Qed.
  (* (i): dE/dt ≤ -c₁‖∂E‖² *)
  Theorem partial_assumption_i : exists c1, 0 < c1 /\ forall v w, energy_rate v w <= - c1 * sqnorm (energy_gradient v w).
  Proof.
    assert (Hr : 0 < sqrt (2 * α)) by (apply sqrt_lt_R0; lra).
    destruct (partial_claim_2_35 (V := V) (sqrt (2 * α)) (sqrt (2 * α) * β) (2 * β) Hr ltac:(lra)) as [C1 [K1 [P1 [_ B1]]]].
    destruct (partial_claim_2_35 (V := V) (1 + α * β) (α - / β) (/ (β * β)) ltac:(nra) ltac:(apply Rinv_0_lt_compat; nra)) as [K2 [C2 [_ [P2 B2]]]].
    exists (C1 / (4 * C2)). split; [apply Rdiv_lt_0_compat; lra|]. intros v w.
    destruct (B1 w v) as [L _]. destruct (B2 v w) as [_ U].
    assert (E1 : energy_rate v w = - form (sqrt (2 * α)) (sqrt (2 * α) * β) (2 * β) w v).
    { unfold energy_rate, form. replace (sqrt (2 * α) ⋅ w ⊕ (sqrt (2 * α) * β) ⋅ v) with (sqrt (2 * α) ⋅ (w ⊕ β ⋅ v)) by vector.
      replace (sqnorm (sqrt (2 * α) ⋅ (w ⊕ β ⋅ v))) with (sqrt (2 * α) * sqrt (2 * α) * sqnorm (w ⊕ β ⋅ v)) by inner_ring.
      rewrite sqrt_sqrt by lra. inner_ring. }
    assert (E2 : sqnorm (energy_gradient v w) = 4 * form (1 + α * β) (α - / β) (/ (β * β)) v w).
    { unfold form. replace (/ (β * β) * ‖w‖²) with (sqnorm ((/ β) ⋅ w)) by (inner_field; lra). pose proof (partial_2_34 v w). lra. }
    rewrite E1, E2. set (X := form _ _ _ v w) in *. set (Y := form _ _ _ w v) in *. set (N := ‖v‖² + ‖w‖²) in *.
    replace (‖w‖² + ‖v‖²) with N in L by (unfold N; ring).
    apply Rmult_le_compat_l with (r := C1 / C2) in U; [|left; now apply Rdiv_lt_0_compat].
    replace (C1 / C2 * (C2 * N)) with (C1 * N) in U by (field; lra).
    replace (- (C1 / (4 * C2)) * (4 * X)) with (- (C1 / C2 * X)) by (field; lra). lra.
  Qed.

  Variables (θ' ψ' v w : V).
  Hypothesis θ_law : θ' = ⊖ w ⊖ β ⋅ v.
  Hypothesis ψ_law : ψ' = ⊖ w.

  (* (2.32): the three forms of the rate, with v for the text's ‖∂J‖ *)
  Theorem partial_2_32 : - 2 * α * ‖θ'‖² - 2 / β * sqnorm (ψ' ⊖ θ') = energy_rate v w /\ - 2 * α * ‖θ'‖² - 2 / β * sqnorm (β ⋅ v) = energy_rate v w.
  Proof. rewrite θ_law, ψ_law. unfold energy_rate. split; inner_field; lra. Qed.
  (* (2.36), with the factor of ψ′ as printed, (α - 1/β) - (1 + αβ)/β, whose sign the square sees together with θ′'s *)
  Theorem partial_2_36 : sqnorm (energy_gradient v w) / 4 =
    sqnorm (((1 + α * β) / β) ⋅ θ' ⊕ ((α - / β) - (1 + α * β) / β) ⋅ ψ') + / (β * β) * ‖ψ'‖².
  Proof. rewrite partial_2_34, θ_law, ψ_law. inner_field. lra. Qed.
  (* (ii): c₂(‖θ′‖² + ‖ψ′‖²) ≤ ‖∂E‖² *)
  Theorem partial_assumption_ii : exists c2, 0 < c2 /\ c2 * (‖θ'‖² + ‖ψ'‖²) <= sqnorm (energy_gradient v w).
  Proof.
    destruct (partial_claim_2_35 (V := V) ((1 + α * β) / β) ((α - / β) - (1 + α * β) / β) (/ (β * β))
      ltac:(apply Rdiv_lt_0_compat; nra) ltac:(apply Rinv_0_lt_compat; nra)) as [C1 [K1 [P1 [_ B1]]]].
    exists (4 * C1). split; [lra|]. destruct (B1 θ' ψ') as [L _]. unfold form in L. pose proof partial_2_36. lra.
  Qed.
End Din.

(* for a J with a gradient, dE/dt is energy_rate, and energy_gradient is E's gradient *)
Theorem partial_smooth_rate {V : space} α β (J : V -> R) (θ ψ v : R -> V) t : 0 < β -> din_solution α β J θ ψ v -> 0 < t ->
  derivable_pt_lim (din_energy_decrease.total α β J θ ψ) t (energy_rate α β (v t) (w α β (θ t) (ψ t))).
Proof.
  intros Hb S Ht. eapply derivative_ext; [apply (din_energy_decrease.total_rate α β J θ ψ v Hb S t Ht)|reflexivity|].
  unfold energy_rate, velocity. set (u := w α β (θ t) (ψ t)). inner_ring.
Qed.

(* "½dE/dt + c₁/4‖∂E‖² < 0": a solution at rest has 0 *)
Theorem strict_decrease_is_false :
  ~ (forall α β, 0 < α -> 0 < β -> exists c1, 0 < c1 /\ forall v w : ℝ, / 2 * energy_rate α β v w + c1 / 4 * sqnorm (energy_gradient α β v w) < 0).
Proof.
  intro H. destruct (H 1 1 Rlt_0_1 Rlt_0_1) as [c1 [_ B]]. specialize (B 0 0). unfold energy_rate, energy_gradient, sqnorm, sub in B. simpl in B. lra.
Qed.
