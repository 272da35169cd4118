(* inna/3.2: Theorem 3.2, the part before the stable manifold theorem: at a zero of G(θ, ψ) = (-w - β∇J(θ), -w), w = (α - 1/β)θ + ψ/β, the
   Jacobian (3.5) acts on an eigenvector e of ∇²J(θ* ) with the eigenvalue λ by the block M = (-(α - 1/β) - βλ, -1/β; -(α - 1/β), -1/β),
   whose characteristic polynomial is (3.8); for λ < 0 it has a positive eigenvalue (3.10), and the Jacobian an eigenvector in span(e) × span(e).
   Missing: the stable manifold theorem and that the set of bad initialisations has measure 0. α of any sign. *)
From Verigrad.base Require Import inner_product sums spaces differential gradient function_class.
From Verigrad.inertial_newton Require Import din_energy_rates.
From Verigrad.inertial_newton Require discriminant_sign.

Section Jacobian.
  Context {V : space}.
  Variables (grad : V -> V) (hess : V -> V -> V) (α β : R).
  Hypothesis J_hessian : has_hessian grad hess.
  Hypothesis β_positive : 0 < β.

  Definition field (p : V ⊗ V) : V ⊗ V := (⊖ w α β (fst p) (snd p) ⊖ β ⋅ grad (fst p), ⊖ w α β (fst p) (snd p)).
  (* (3.5) *)
  Definition jacobian (p h : V ⊗ V) : V ⊗ V := (⊖ w α β (fst h) (snd h) ⊖ β ⋅ hess (fst p) (fst h), ⊖ w α β (fst h) (snd h)).

  Lemma w_differential (p : V ⊗ V) : has_differential (fun p : V ⊗ V => ⊖ w α β (fst p) (snd p)) p (fun h => ⊖ w α β (fst h) (snd h)).
  Proof.
    apply (differential_scale (-1) (fun p : V ⊗ V => w α β (fst p) (snd p)) p (fun h => w α β (fst h) (snd h))).
    apply differential_add; apply differential_scale; [apply differential_fst|apply differential_snd].
  Qed.
  Theorem partial_jacobian p : has_differential field p (jacobian p).
  Proof.
    apply differential_pair; [|apply w_differential]. apply differential_sub; [apply w_differential|]. apply differential_scale.
    apply (differential_compose (fun p : V ⊗ V => fst p) grad p _ (hess (fst p))); [apply differential_fst|apply J_hessian].
  Qed.

  Variables (θ e : V) (λ : R).
  Hypothesis eigen : hess θ e = λ ⋅ e.

  (* the block M of e *)
  Theorem partial_block ψ x y : jacobian (θ, ψ) (x ⋅ e, y ⋅ e)
    = ((((- (α - / β) - β * λ) * x + - / β * y) ⋅ e, (- (α - / β) * x + - / β * y) ⋅ e) : V ⊗ V).
  Proof.
    unfold jacobian, w. simpl. destruct (J_hessian θ) as [[_ S] _]. rewrite S, eigen. f_equal; vector.
  Qed.

  (* trace and determinant of M: (3.8), X² + (α + βλ)X + λ *)
  Definition characteristic X := X * X + (α + β * λ) * X + λ.
  Lemma characteristic_of_block X : (- (α - / β) - β * λ - X) * (- / β - X) - (- / β) * (- (α - / β)) = characteristic X.
  Proof. unfold characteristic. field. lra. Qed.
  Lemma discriminant_of_characteristic : (α + β * λ) * (α + β * λ) - 4 * λ = discriminant_sign.discriminant α β λ.
  Proof. reflexivity. Qed.

  Definition σ_plus := - (α + β * λ) / 2 + sqrt (discriminant_sign.discriminant α β λ) / 2.
  Hypothesis saddle : λ < 0.

  Lemma discriminant_positive : (α + β * λ) * (α + β * λ) < discriminant_sign.discriminant α β λ.
  Proof. unfold discriminant_sign.discriminant. lra. Qed.
  Theorem partial_positive_eigenvalue : 0 < σ_plus /\ characteristic σ_plus = 0.
  Proof.
    pose proof discriminant_positive as P. pose proof (Rle_0_sqr (α + β * λ)) as Q. unfold Rsqr in Q. split.
    - assert (S : sqrt ((α + β * λ) * (α + β * λ)) < sqrt (discriminant_sign.discriminant α β λ)) by (apply sqrt_lt_1; lra).
      fold (Rsqr (α + β * λ)) in S. rewrite sqrt_Rsqr_abs in S. pose proof (Rle_abs (α + β * λ)). unfold σ_plus. lra.
    - pose proof (sqrt_sqrt (discriminant_sign.discriminant α β λ) ltac:(lra)) as S. unfold characteristic, σ_plus.
      unfold discriminant_sign.discriminant in *. set (s := sqrt _) in *. lra.
  Qed.
  (* an eigenvector of the whole Jacobian *)
  Theorem partial_unstable_direction ψ : let u := ((σ_plus + / β) ⋅ e, (- (α - / β)) ⋅ e) : V ⊗ V in
    jacobian (θ, ψ) u = σ_plus ⋅ u /\ (e <> zero -> u <> zero).
  Proof.
    intro u. destruct partial_positive_eigenvalue as [P C]. assert (I : 0 < / β) by (now apply Rinv_0_lt_compat). unfold u. split.
    - rewrite partial_block. unfold characteristic in C. set (s := σ_plus) in *. simpl.
      assert (E : (- (α - / β) - β * λ) * (s + / β) + - / β * - (α - / β) = s * (s + / β)).
      { apply Rminus_diag_uniq. replace ((- (α - / β) - β * λ) * (s + / β) + - / β * - (α - / β) - s * (s + / β))
          with (- (s * s + (α + β * λ) * s + λ)) by (field; lra). rewrite C. ring. }
      rewrite E. f_equal; vector.
    - intros N Z. apply N. apply (f_equal fst) in Z. simpl in Z.
      assert (K : 0 < σ_plus + / β) by lra. set (c := σ_plus + / β) in *. clearbody c.
      replace e with ((/ c) ⋅ (c ⋅ e)) by (vector_field; lra). rewrite Z. vector.
  Qed.
End Jacobian.

(* the eigenvalues' real parts where λ ≥ 0, for α > 0: none is positive, as trace ≤ 0 and determinant ≥ 0 *)
Theorem partial_no_positive_eigenvalue α β λ X : 0 < α -> 0 < β -> 0 <= λ -> characteristic α β λ X = 0 -> X <= 0.
Proof.
  intros Ha Hb Hl E. unfold characteristic in E. apply Rnot_lt_le. intro P.
  assert (0 < X * X) by nra. assert (0 < α * X) by nra. assert (0 <= β * λ * X) by (repeat apply Rmult_le_pos; lra). lra.
Qed.
