(* inna/3.9: Theorem 3.9, condition (3.20), 0 < γ < min(β/2 + α/(2L) - √((α + βL)² - 4L)/(2L), β), and the eigenvalues (3.25) to (3.32) of the
   blocks M = (1 - γ(α - 1/β) - γβλ, -γ/β; -γ(α - 1/β), 1 - γ/β). Proved: where the root is defined, the right side is positive; for λ < 0 an
   eigenvalue above 1, with an eigenvector of the whole Jacobian; for 0 < λ ≤ L both eigenvalues in the unit disc. For αβ < 1 the root is
   undefined for some L. Missing: the stable manifold theorem and the measure of the bad initialisations. *)
From Verigrad.base Require Import inner_product sums spaces differential gradient function_class.
From Verigrad.inertial_newton Require Import din_energy_rates.
From Verigrad.inertial_newton Require discriminant_sign strict_saddle_instability local_diffeomorphism.

(* "the right-hand side in (3.20) is always positive" *)
Theorem partial_right_side_positive α β L : 0 < α -> 0 < β -> 0 < L -> 0 <= (α + β * L) * (α + β * L) - 4 * L ->
  0 < Rmin (β / 2 + α / (2 * L) - sqrt ((α + β * L) * (α + β * L) - 4 * L) / (2 * L)) β.
Proof.
  intros Ha Hb HL D. apply Rmin_pos; [|exact Hb]. pose proof (sqrt_sqrt _ D) as S. set (s := sqrt _) in *.
  assert (s < α + β * L).
  { apply Rnot_le_lt. intro N. assert (0 < α + β * L) by nra. assert ((α + β * L) * (α + β * L) <= s * s) by (apply Rmult_le_compat; lra). lra. }
  apply Rmult_lt_reg_l with (2 * L); [lra|].
  replace (2 * L * (β / 2 + α / (2 * L) - s / (2 * L))) with (α + β * L - s) by (field; lra). lra.
Qed.
(* the root is defined for all L if and only if αβ ≥ 1 *)
Theorem partial_root_defined α β : 0 < α -> 0 < β -> ((forall L, 0 < L -> 0 <= (α + β * L) * (α + β * L) - 4 * L) <-> 1 <= α * β).
Proof.
  intros Ha Hb. split.
  - intro H. assert (P : 0 < α / β) by (apply Rdiv_lt_0_compat; assumption). specialize (H (α / β) P).
    replace ((α + β * (α / β)) * (α + β * (α / β)) - 4 * (α / β)) with (4 * (α / β) * (α * β - 1)) in H by (field; lra). nra.
  - intros H L HL. replace ((α + β * L) * (α + β * L) - 4 * L) with ((α - β * L) * (α - β * L) + 4 * L * (α * β - 1)) by ring.
    pose proof (Rle_0_sqr (α - β * L)) as S. unfold Rsqr in S. nra.
Qed.
Theorem always_defined_is_false : ~ (forall α β L, 0 < α -> 0 < β -> 0 < L -> 0 <= (α + β * L) * (α + β * L) - 4 * L).
Proof. intro H. specialize (H (/ 2) 1 1 ltac:(lra) Rlt_0_1 Rlt_0_1). lra. Qed.

(* (3.25) *)
Definition characteristic (α β γ λ X : R) : R := X * X - (2 - γ * (α + β * λ)) * X + (1 - γ * (α + β * λ) + γ * γ * λ).
Lemma characteristic_of_block α β γ λ X : β <> 0 ->
  (1 - γ * (α - / β) - γ * β * λ - X) * (1 - γ / β - X) - (- (γ / β)) * (- (γ * (α - / β))) = characteristic α β γ λ X.
Proof. intro. unfold characteristic. field. assumption. Qed.
(* its discriminant is γ² times that of (3.9) *)
Lemma discriminant_of_characteristic α β γ λ :
  (2 - γ * (α + β * λ)) * (2 - γ * (α + β * λ)) - 4 * (1 - γ * (α + β * λ) + γ * γ * λ) = γ * γ * discriminant_sign.discriminant α β λ.
Proof. unfold discriminant_sign.discriminant. ring. Qed.
(* X = 1 + γσ is an eigenvalue where σ is one of the flow's *)
Lemma eigenvalue_of_flow α β γ λ σ : characteristic α β γ λ (1 + γ * σ) = γ * γ * strict_saddle_instability.characteristic α β λ σ.
Proof. unfold characteristic, strict_saddle_instability.characteristic. ring. Qed.

(* λ < 0: σ_{p,+} > 1 *)
Theorem partial_saddle_eigenvalue α β γ λ : 0 < β -> 0 < γ -> λ < 0 -> let σ := 1 + γ * strict_saddle_instability.σ_plus α β λ in
  1 < σ /\ characteristic α β γ λ σ = 0.
Proof.
  intros Hb Hg H σ. destruct (strict_saddle_instability.partial_positive_eigenvalue α β λ H) as [P C].
  unfold σ. split; [nra|]. rewrite eigenvalue_of_flow, C. ring.
Qed.
(* and the Jacobian (3.23) stretches a direction by it *)
Theorem partial_unstable_direction {V : space} (grad : V -> V) hess α β γ (θ ψ e : V) λ : has_hessian grad hess -> 0 < β -> 0 < γ -> λ < 0 ->
  hess θ e = λ ⋅ e -> e <> zero -> exists u σ, 1 < σ /\ u <> zero /\ local_diffeomorphism.jacobian α β γ hess (θ, ψ) u = σ ⋅ u.
Proof.
  intros H Hb Hg Hl E N. pose proof (strict_saddle_instability.partial_unstable_direction grad hess α β H Hb θ e λ E Hl ψ) as [A B].
  set (s := strict_saddle_instability.σ_plus α β λ) in *. set (u := ((s + / β) ⋅ e, (- (α - / β)) ⋅ e) : V ⊗ V) in *.
  exists u, (1 + γ * s). split; [apply (partial_saddle_eigenvalue α β γ λ Hb Hg Hl)|split; [apply B, N|]].
  change (u ⊕ γ ⋅ strict_saddle_instability.jacobian hess α β (θ, ψ) u = (1 + γ * s) ⋅ u). rewrite A. vector.
Qed.

Section Minimisers.
  Variables (α β γ L λ : R).
  Hypothesis α_positive : 0 < α.
  Hypothesis β_positive : 0 < β.
  Hypothesis L_positive : 0 < L.
  Hypothesis γ_positive : 0 < γ.
  Hypothesis γ_below_root : γ < β / 2 + α / (2 * L) - sqrt ((α + β * L) * (α + β * L) - 4 * L) / (2 * L).
  Hypothesis γ_below_β : γ < β.
  Hypothesis λ_positive : 0 < λ.
  Hypothesis λ_at_most_L : λ <= L.

  (* (3.32) *)
  Lemma bound_3_32 : γ < β + α / λ.
  Proof. assert (0 < α / λ) by (apply Rdiv_lt_0_compat; assumption). lra. Qed.
  (* (3.31) *)
  Lemma equivalence_3_31 : 1 - γ * (α + β * λ) + γ * γ * λ < 1 <-> γ < β + α / λ.
  Proof.
    assert (E : γ * λ * (β + α / λ - γ) = γ * (α + β * λ) - γ * γ * λ) by (field; lra). assert (0 < γ * λ) by nra.
    split; intro H'; [apply Rnot_le_lt; intro N|]; nra.
  Qed.
  (* γ²L < 1: half of (3.27) *)
  Lemma γ_squared : γ * γ * L < 1.
  Proof.
    pose proof (local_diffeomorphism.below α β γ L L_positive γ_below_root) as B. set (b := α + β * L) in *.
    set (D := b * b - 4 * L) in *. pose proof (sqrt_pos D) as P. assert (0 < L * γ) by nra.
    assert ((2 * L * γ) * (2 * L * γ) < 4 * L); [|nra].
    destruct (Rle_dec 0 D) as [Q|N]; [|unfold D in N; nra].
    pose proof (sqrt_sqrt D Q) as S. assert (sqrt D < b) by lra. assert (b * b - sqrt D * sqrt D = 4 * L) by (rewrite S; unfold D; ring).
    assert ((2 * L * γ) * (2 * L * γ) < (b - sqrt D) * (b - sqrt D)) by nra. nra.
  Qed.
  (* both roots of X² - tX + d lie in the open unit disc if and only if |t| < 1 + d and d < 1 *)
  Theorem partial_schur : let t := 2 - γ * (α + β * λ) in let d := 1 - γ * (α + β * λ) + γ * γ * λ in
    0 < d < 1 /\ - (1 + d) < t < 1 + d.
  Proof.
    intros t d. pose proof (local_diffeomorphism.partial_determinant α β γ L L_positive γ_positive γ_below_root γ_below_β λ λ_at_most_L) as P.
    unfold local_diffeomorphism.determinant in P. pose proof (proj2 equivalence_3_31 bound_3_32).
    assert (B : 0 < γ * γ * λ) by (repeat apply Rmult_lt_0_compat; assumption).
    pose proof γ_squared. assert (γ * γ * λ <= γ * γ * L) by (apply Rmult_le_compat_l; nra). unfold t, d. repeat split; lra.
  Qed.
  (* the real eigenvalues (3.26) *)
  Theorem partial_real_eigenvalues X : characteristic α β γ λ X = 0 -> -1 < X < 1.
  Proof.
    intro E. destruct partial_schur as [[D0 D1] [T0 T1]]. unfold characteristic in E.
    set (t := 2 - γ * (α + β * λ)) in *. set (d := 1 - γ * (α + β * λ) + γ * γ * λ) in *. clearbody t d. split; apply Rnot_le_lt; intro N; nra.
  Qed.
  (* the complex ones (3.29) have the square of their magnitude equal to d, (3.30), below 1 *)
  Theorem partial_complex_eigenvalues : discriminant_sign.discriminant α β λ <= 0 ->
    let re := 1 - / 2 * (γ * (α + β * λ)) in let im := / 2 * (γ * sqrt (4 * λ - (α + β * λ) * (α + β * λ))) in
    (* X = re + i·im is a root *) re * re - im * im - (2 - γ * (α + β * λ)) * re + (1 - γ * (α + β * λ) + γ * γ * λ) = 0 /\
    2 * re * im - (2 - γ * (α + β * λ)) * im = 0 /\ re * re + im * im = 1 - γ * (α + β * λ) + γ * γ * λ /\ re * re + im * im < 1.
  Proof.
    intros H re im. unfold discriminant_sign.discriminant in H. pose proof (sqrt_sqrt (4 * λ - (α + β * λ) * (α + β * λ)) ltac:(lra)) as S.
    set (s := sqrt (4 * λ - (α + β * λ) * (α + β * λ))) in *. clearbody s.
    assert (I : im * im = / 4 * (γ * γ) * (4 * λ - (α + β * λ) * (α + β * λ))) by (unfold im; rewrite <- S; field).
    assert (M : re * re + im * im = 1 - γ * (α + β * λ) + γ * γ * λ) by (rewrite I; unfold re; field).
    assert (T : 2 - γ * (α + β * λ) = 2 * re) by (unfold re; field). rewrite T. clearbody re im.
    split; [lra|split; [ring|split; [exact M|]]]. rewrite M. apply equivalence_3_31, bound_3_32.
  Qed.
End Minimisers.

(* "the eigenvalues have magnitude less than one if and only if (θ*, ψ* ) ∈ S ∖ S_{<0}": λ = 0 is not excluded and has the eigenvalue 1 *)
Theorem magnitude_below_one_is_false :
  ~ (forall α β γ λ X, 0 < α -> 0 < β -> 0 < γ -> γ < β -> 0 <= λ -> characteristic α β γ λ X = 0 -> X < 1).
Proof. intro H. specialize (H 1 2 1 0 1 Rlt_0_1 ltac:(lra) Rlt_0_1 ltac:(lra) (Rle_refl 0) ltac:(unfold characteristic; ring)). lra. Qed.
