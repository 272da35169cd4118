(* inna/3.12: Theorem 3.12. If ∇J is L-Lipschitz, α, β > 0 and 0 < γ < min(β/2 + α/(2L) - √((α + βL)² - 4L)/(2L), β), the mapping (3.21),
   G(θ, ψ) = (θ - γ(w + β∇J(θ)), ψ - γw), is a local diffeomorphism. Proved is what the inverse function theorem asks for: det M_p > 0 in every
   block, and the Jacobian is injective at each point, with no eigenvalues: the determinant is affine in λ and decreasing, so Lemmas 3.13 to
   3.15 are not needed. G itself is injective, on the whole space. Where the root is undefined it is 0 here; the theorem holds there as well. *)
From Verigrad.base Require Import inner_product sums spaces differential gradient function_class.
From Verigrad.inertial_newton Require Import din_energy_rates.
From Verigrad.inertial_newton Require root_decreases root_on_positives.

Section StepSize.
  Variables (α β γ L : R).
  Hypothesis α_positive : 0 < α.
  Hypothesis β_positive : 0 < β.
  Hypothesis L_positive : 0 < L.
  Hypothesis γ_positive : 0 < γ.
  Hypothesis γ_below_root : γ < β / 2 + α / (2 * L) - sqrt ((α + β * L) * (α + β * L) - 4 * L) / (2 * L).
  Hypothesis γ_below_β : γ < β.

  (* (3.39) *)
  Definition determinant λ := 1 - γ * (α + β * λ) + γ * γ * λ.
  Lemma determinant_of_block λ :
    (1 - γ * (α - / β) - γ * β * λ) * (1 - γ / β) - (- (γ / β)) * (- (γ * (α - / β))) = determinant λ.
  Proof. unfold determinant. field. lra. Qed.

  Lemma below : 2 * L * γ < α + β * L - sqrt ((α + β * L) * (α + β * L) - 4 * L).
  Proof.
    apply Rmult_lt_compat_l with (r := 2 * L) in γ_below_root; [|lra].
    replace (2 * L * (β / 2 + α / (2 * L) - sqrt ((α + β * L) * (α + β * L) - 4 * L) / (2 * L)))
      with (α + β * L - sqrt ((α + β * L) * (α + β * L) - 4 * L)) in γ_below_root by (field; lra). exact γ_below_root.
  Qed.
  (* 4L det = (α + βL - 2Lγ)² - ((α + βL)² - 4L) *)
  Lemma determinant_at_L : 0 < determinant L.
  Proof.
    pose proof below as B. set (b := α + β * L) in *. set (D := b * b - 4 * L) in *. pose proof (sqrt_pos D) as P.
    assert (K : 4 * L * determinant L = (b - 2 * L * γ) * (b - 2 * L * γ) - D) by (unfold determinant, D, b; ring).
    assert (0 < (b - 2 * L * γ) * (b - 2 * L * γ) - D); [|nra].
    destruct (Rle_dec 0 D) as [Q|N]; [pose proof (sqrt_sqrt D Q); nra|nra].
  Qed.
  Theorem partial_determinant λ : λ <= L -> 0 < determinant λ.
  Proof.
    intro H. pose proof determinant_at_L as T. assert (γ * (β - γ) * λ <= γ * (β - γ) * L) by (apply Rmult_le_compat_l; [nra|assumption]).
    unfold determinant in *. lra.
  Qed.

  Section Mapping.
    Context {V : space}.
    Variables (grad : V -> V) (hess : V -> V -> V).

    (* (3.21) *)
    Definition mapping (p : V ⊗ V) : V ⊗ V :=
      (fst p ⊕ γ ⋅ (⊖ w α β (fst p) (snd p) ⊖ β ⋅ grad (fst p)), snd p ⊕ γ ⋅ ⊖ w α β (fst p) (snd p)).
    (* (3.23) *)
    Definition jacobian (p h : V ⊗ V) : V ⊗ V :=
      (fst h ⊕ γ ⋅ (⊖ w α β (fst h) (snd h) ⊖ β ⋅ hess (fst p) (fst h)), snd h ⊕ γ ⋅ ⊖ w α β (fst h) (snd h)).

    Lemma w_differential (p : V ⊗ V) : has_differential (fun p : V ⊗ V => ⊖ w α β (fst p) (snd p)) p (fun h => ⊖ w α β (fst h) (snd h)).
    Proof.
      apply (differential_scale (-1) (fun p : V ⊗ V => w α β (fst p) (snd p)) p (fun h => w α β (fst h) (snd h))).
      apply differential_add; apply differential_scale; [apply differential_fst|apply differential_snd].
    Qed.
    Theorem partial_jacobian : has_hessian grad hess -> forall p, has_differential mapping p (jacobian p).
    Proof.
      intros H p. apply differential_pair; (apply differential_add; [try apply differential_fst; apply differential_snd|]); apply differential_scale;
        [|apply w_differential].
      apply differential_sub; [apply w_differential|]. apply differential_scale.
      apply (differential_compose (fun p : V ⊗ V => fst p) grad p _ (hess (fst p))); [apply differential_fst|apply H].
    Qed.

    (* u - γ(w(u, q) + βk) = 0 and q - γw(u, q) = 0 with ⟨k, u⟩ ≤ L‖u‖² have u = q = 0: (1 - γα)u = γ(β - γ)k *)
    Lemma kernel (u q k : V) : ⟨k, u⟩ <= L * ‖u‖² -> u ⊕ γ ⋅ (⊖ w α β u q ⊖ β ⋅ k) = zero -> q ⊕ γ ⋅ ⊖ w α β u q = zero -> u = zero /\ q = zero.
    Proof.
      intros Hk E1 E2. assert (Eu : u ⊖ q = (γ * β) ⋅ k).
      { replace (u ⊖ q) with ((u ⊕ γ ⋅ (⊖ w α β u q ⊖ β ⋅ k)) ⊖ (q ⊕ γ ⋅ ⊖ w α β u q) ⊕ (γ * β) ⋅ k) by vector. rewrite E1, E2. vector. }
      assert (Eq : q = u ⊖ (γ * β) ⋅ k) by (rewrite <- Eu; vector). rewrite Eq in E2.
      assert (R : (1 - γ * α) ⋅ u = (γ * (β - γ)) ⋅ k).
      { assert (E : (1 - γ * (α - / β + / β)) ⋅ u ⊖ (γ * (β - γ * (/ β * β))) ⋅ k = zero) by (rewrite <- E2; unfold w; vector).
        replace (α - / β + / β) with α in E by ring. rewrite Rinv_l, Rmult_1_r in E by lra.
        replace ((1 - γ * α) ⋅ u) with ((1 - γ * α) ⋅ u ⊖ (γ * (β - γ)) ⋅ k ⊕ (γ * (β - γ)) ⋅ k) by vector. rewrite E. vector. }
      assert (Z : ‖u‖² = 0).
      { pose proof determinant_at_L as T. unfold determinant in T. pose proof (sqnorm_pos u) as P.
        apply (f_equal (fun x => ⟨x, u⟩)) in R. rewrite !inner_scale_l in R. fold (sqnorm u) in R.
        assert (γ * (β - γ) * ⟨k, u⟩ <= γ * (β - γ) * (L * ‖u‖²)) by (apply Rmult_le_compat_l; nra). nra. }
      apply sqnorm_zero_inv in Z. split; [exact Z|]. rewrite Eq.
      assert (K : k = zero).
      { assert (S : 0 < γ * (β - γ)) by nra. set (c := γ * (β - γ)) in *. clearbody c. replace k with ((/ c) ⋅ (c ⋅ k)) by (vector_field; lra).
        rewrite <- R, Z. vector. }
      rewrite K, Z. vector.
    Qed.

    Lemma pair_sub_zero (a b : V ⊗ V) : fst a ⊖ fst b = zero -> snd a ⊖ snd b = zero -> a = b.
    Proof.
      destruct a as [a1 a2], b as [b1 b2]. simpl. intros H1 H2. f_equal.
      - replace a1 with ((a1 ⊖ b1) ⊕ b1) by vector. rewrite H1. vector.
      - replace a2 with ((a2 ⊖ b2) ⊕ b2) by vector. rewrite H2. vector.
    Qed.
    Lemma w_sub (x y x' y' : V) : w α β (x ⊖ x') (y ⊖ y') = w α β x y ⊖ w α β x' y'.
    Proof. unfold w. vector. Qed.
    Lemma step_sub (x x' y y' : V) : x ⊕ γ ⋅ y = x' ⊕ γ ⋅ y' -> x ⊖ x' ⊕ γ ⋅ (y ⊖ y') = zero.
    Proof. intro E. replace (x ⊖ x' ⊕ γ ⋅ (y ⊖ y')) with (x ⊕ γ ⋅ y ⊖ (x' ⊕ γ ⋅ y')) by vector. rewrite E. vector. Qed.
    (* on ℝᴾ × ℝᴾ an injective linear map is invertible *)
    Theorem partial_injective_jacobian p h : hessian_at_most hess L -> jacobian p h = zero -> h = zero.
    Proof.
      intros U E. destruct (kernel (fst h) (snd h) (hess (fst p) (fst h)) (U _ _)) as [A B].
      - exact (f_equal fst E).
      - exact (f_equal snd E).
      - destruct h as [h1 h2]. simpl in A, B. now rewrite A, B.
    Qed.
    Theorem partial_injective p q : smooth grad L -> mapping p = mapping q -> p = q.
    Proof.
      intros S E. set (u := fst p ⊖ fst q). set (v := snd p ⊖ snd q). set (k := grad (fst p) ⊖ grad (fst q)).
      destruct (kernel u v k) as [A B].
      - eapply Rle_trans; [apply cauchy_schwarz|]. rewrite <- norm_sqr, <- Rmult_assoc. apply Rmult_le_compat_r; [apply norm_pos|apply S].
      - pose proof (step_sub _ _ _ _ (f_equal fst E)) as E1. fold u in E1. rewrite <- E1. do 2 f_equal.
        unfold u, v, k. rewrite w_sub. set (a := w α β (fst p) (snd p)). set (b := w α β (fst q) (snd q)). vector.
      - pose proof (step_sub _ _ _ _ (f_equal snd E)) as E2. fold v in E2. rewrite <- E2. do 2 f_equal.
        unfold u, v. rewrite w_sub. vector.
      - now apply pair_sub_zero.
    Qed.
  End Mapping.
End StepSize.

(* γ⁻(λ) ≤ γ⁻(L) on (x⁺, L], where Lemma 3.15 gives ≥: α = β = 1, γ⁻(x) = 1/x for x > 1 *)
Theorem bound_by_L_is_false :
  ~ (forall α β λ L, 0 < α -> 0 < β -> α * β <= 1 -> discriminant_sign.upper_end α β < λ -> λ <= L -> root_decreases.root α β λ <= root_decreases.root α β L).
Proof.
  intro H. assert (E : discriminant_sign.upper_end 1 1 = 1).
  { unfold discriminant_sign.upper_end. replace (1 - 1 * 1) with 0 by ring. rewrite sqrt_0. field. }
  specialize (H 1 1 2 3 Rlt_0_1 Rlt_0_1 ltac:(lra) ltac:(lra) ltac:(lra)).
  pose proof (root_on_positives.conclusion_decreasing 1 1 Rlt_0_1 Rlt_0_1 ltac:(lra) 2 3 ltac:(lra) ltac:(lra)). lra.
Qed.
