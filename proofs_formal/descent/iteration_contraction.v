(* sgm/5.1.3: Lemma 5.1.3. Under β ≥ ∇²J ≥ α > 0 (5.4), ∇J(W* ) = 0 (5.5) and 0 < Δt < 2α/β², there is an ε ∈ (0, 1) such that
   |W^n - W*| ≤ (1 - ε)^n |W^0 - W*|. The proof's ε = 2Δtα - Δt²β² is that of the squares; half of it will do. *)
From Verigrad.base Require Import inner_product sums spaces differential gradient function_class.
From Verigrad.convexity Require second_order_expansion strong_monotonicity co_coercivity.

Section Contraction.
  Context {V : space}.
  Variables (f : V -> R) (grad : V -> V) (H : V -> V -> V) (α β Δt : R) (s : V) (W : nat -> V).
  Hypothesis f_differentiable : differentiable f grad.
  Hypothesis hessian : has_hessian grad H.
  Hypothesis α_positive : 0 < α.
  Hypothesis lower : hessian_at_least H α.
  Hypothesis upper : hessian_at_most H β.
  Hypothesis β_positive : 0 < β.
  Hypothesis Δt_positive : 0 < Δt.
  Hypothesis Δt_small : Δt < 2 * α / (β * β).
  Hypothesis extremal : grad s = zero.
  Hypothesis step : forall n, W (S n) = W n ⊖ Δt ⋅ grad (W n).

  Lemma tangents : above_tangents f grad.
  Proof.
    intros x y. destruct (second_order_expansion.conclusion f grad H f_differentiable hessian x y) as [μ [_ E]].
    pose proof (lower (x ⊕ μ ⋅ (y ⊖ x)) (y ⊖ x)). pose proof (sqnorm_pos (y ⊖ x)). nra.
  Qed.
  Lemma upper_bound : quadratic_upper f grad β.
  Proof.
    intros x y. destruct (second_order_expansion.conclusion f grad H f_differentiable hessian x y) as [μ [_ E]].
    pose proof (upper (x ⊕ μ ⋅ (y ⊖ x)) (y ⊖ x)). lra.
  Qed.
  (* |∇J(W₁) - ∇J(W₂)| ≤ β|W₁ - W₂|, of which the text has ∇²J ≤ β under an integral; here it follows from co-coercivity, so that the
     Hessian need not be symmetric *)
  Lemma gradient_lipschitz x y : sqnorm (grad x ⊖ grad y) <= β * β * sqnorm (x ⊖ y).
  Proof.
    pose proof (co_coercivity.gap f grad β β_positive x y tangents upper_bound) as A.
    pose proof (co_coercivity.gap f grad β β_positive y x tangents upper_bound) as B.
    assert (K : sqnorm (grad x ⊖ grad y) <= β * ⟨grad x ⊖ grad y, x ⊖ y⟩).
    { apply Rmult_le_reg_l with (/ β); [now apply Rinv_0_lt_compat|]. rewrite <- Rmult_assoc, Rinv_l, Rmult_1_l by lra.
      assert (E : ⟨grad x ⊖ grad y, x ⊖ y⟩ - / β * sqnorm (grad x ⊖ grad y)
                  = (⟨grad y, y ⊖ x⟩ - / (2 * β) * sqnorm (grad x ⊖ grad y)) + (⟨grad x, x ⊖ y⟩ - / (2 * β) * sqnorm (grad y ⊖ grad x)))
        by (inner_field; lra). lra. }
    pose proof (cauchy_schwarz_sqr (grad x ⊖ grad y) (x ⊖ y)) as S. pose proof (sqnorm_pos (grad x ⊖ grad y)) as P.
    pose proof (sqnorm_pos (x ⊖ y)). set (G := sqnorm (grad x ⊖ grad y)) in *. set (m := ⟨grad x ⊖ grad y, x ⊖ y⟩) in *.
    destruct (Req_dec G 0) as [->|N]; [nra|]. apply Rmult_le_reg_l with G; [lra|].
    assert (0 <= m) by nra. assert (G * G <= β * β * (m * m)) by nra. nra.
  Qed.

  Definition factor := 1 - 2 * Δt * α + Δt * Δt * (β * β).
  Lemma square_step n : sqnorm (W (S n) ⊖ s) <= factor * sqnorm (W n ⊖ s).
  Proof.
    unfold factor.
    pose proof (proj1 (strong_monotonicity.conclusion grad H α β hessian lower upper (W n) s)) as M.
    pose proof (gradient_lipschitz (W n) s) as G. rewrite extremal in *. rewrite step.
    replace (grad (W n) ⊖ zero) with (grad (W n)) in * by vector.
    replace (sqnorm (W n ⊖ Δt ⋅ grad (W n) ⊖ s))
      with (sqnorm (W n ⊖ s) - 2 * Δt * ⟨grad (W n), W n ⊖ s⟩ + Δt * Δt * sqnorm (grad (W n))) by inner_ring.
    apply Rmult_le_compat_l with (r := 2 * Δt) in M; [|lra]. apply Rmult_le_compat_l with (r := Δt * Δt) in G; [lra|nra].
  Qed.
  Lemma factor_below_one : factor < 1.
  Proof.
    unfold factor.
    assert (B : 0 < β * β) by nra. apply Rmult_lt_compat_r with (r := β * β) in Δt_small; [|assumption].
    replace (2 * α / (β * β) * (β * β)) with (2 * α) in Δt_small by (field; lra). nra.
  Qed.
  Theorem conclusion_squares n : sqnorm (W n ⊖ s) <= factor ^ n * sqnorm (W 0%nat ⊖ s).
  Proof.
    assert (F : 0 <= factor \/ sqnorm (W 0%nat ⊖ s) = 0).
    { pose proof (square_step 0). pose proof (sqnorm_pos (W 0%nat ⊖ s)). pose proof (sqnorm_pos (W 1%nat ⊖ s)).
      destruct (Rle_dec 0 factor); [now left|right; nra]. }
    induction n as [|n IH]; [simpl; lra|]. pose proof (square_step n) as A. simpl. pose proof (sqnorm_pos (W n ⊖ s)).
    destruct F as [F|Z].
    - eapply Rle_trans; [exact A|]. rewrite (Rmult_assoc factor). now apply Rmult_le_compat_l.
    - rewrite Z, Rmult_0_r in *. assert (E : sqnorm (W n ⊖ s) = 0) by lra. rewrite E in A. lra.
  Qed.

  Theorem conclusion : exists ε, 0 < ε < 1 /\ forall n, norm (W n ⊖ s) <= (1 - ε) ^ n * norm (W 0%nat ⊖ s).
  Proof.
    pose proof factor_below_one as P. set (q := 1 - factor).
    exists (Rmin (q / 2) (/ 2)). assert (E : 0 < Rmin (q / 2) (/ 2)) by (apply Rmin_pos; unfold q; lra).
    pose proof (Rmin_l (q / 2) (/ 2)). pose proof (Rmin_r (q / 2) (/ 2)). set (ε := Rmin (q / 2) (/ 2)) in *.
    split; [lra|]. induction n as [|n IH]; [simpl; lra|]. simpl. rewrite Rmult_assoc.
    apply Rle_trans with ((1 - ε) * norm (W n ⊖ s)); [|apply Rmult_le_compat_l; [lra|exact IH]].
    apply norm_le_of_squares; [apply Rmult_le_pos; [lra|apply norm_pos]|].
    replace ((1 - ε) * norm (W n ⊖ s) * ((1 - ε) * norm (W n ⊖ s))) with ((1 - ε) * (1 - ε) * (norm (W n ⊖ s) * norm (W n ⊖ s))) by ring.
    rewrite norm_sqr. eapply Rle_trans; [apply square_step|]. apply Rmult_le_compat_r; [apply sqnorm_pos|]. unfold q in *. nra.
  Qed.
End Contraction.

(* The proof's ε = 2Δtα - Δt²β²: J(w) = w²/2 has α = β = 1; Δt = 1/2 gives ε = 3/4, and |W^1| = 1/2 > 1/4. *)
Theorem epsilon_of_the_square_is_false :
  ~ (forall (f : ℝ -> R) (grad : ℝ -> ℝ) H α β Δt (s : ℝ) (W : nat -> ℝ), differentiable f grad -> has_hessian grad H -> 0 < α ->
       hessian_at_least H α -> hessian_at_most H β -> 0 < Δt < 2 * α / (β * β) -> grad s = zero ->
       (forall n, W (S n) = W n ⊖ Δt ⋅ grad (W n)) ->
       forall n, norm (W n ⊖ s) <= (1 - (2 * Δt * α - Δt * Δt * (β * β))) ^ n * norm (W 0%nat ⊖ s)).
Proof.
  intro F. assert (I : has_hessian (fun x : ℝ => x) (fun _ v => v)) by (intro x; apply differential_id).
  specialize (F _ _ _ 1 1 (/ 2) 0 (fun n => (/ 2) ^ n) co_coercivity.half_square_differentiable I ltac:(lra)
    ltac:(intros x v; unfold sqnorm; lra) ltac:(intros x v; unfold sqnorm; lra) ltac:(lra) eq_refl
    ltac:(intro n; rewrite line_sub; simpl; field) 1%nat).
  rewrite !line_norm, !line_sub in F. simpl in F. rewrite !Rabs_pos_eq in F; lra.
Qed.

