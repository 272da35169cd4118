(* mfds/45: Proposition 45. (AᵀA + λ)⁻¹Aᵀy = Aᵀ(AAᵀ + λ)⁻¹y, λ > 0, and this is the one minimiser of ½‖Ax - y‖² + λ/2 ‖x‖²; for λ → 0 it tends to
   (AᵀA)⁻¹Aᵀy where AᵀA is invertible, and to Aᵀ(AAᵀ)⁻¹y where AAᵀ is. The text prints the objective with λ‖x‖², of which it is not the minimiser.
   Inverses appear as solutions: x solves AᵀAx + λx = Aᵀy, and u solves AAᵀu + λu = y. *)
From Verigrad.base Require Import inner_product sums spaces differential.

Section Ridge.
  Context {V W : space}.
  Variables (A : V -> W) (At : W -> V) (y : W).
  Hypothesis A_linear : linear A.
  Hypothesis A_adjoint : adjoint A At.
  Variable l : R.
  Hypothesis l_positive : 0 < l.

  Definition objective (x : V) : R := / 2 * sqnorm (A x ⊖ y) + l / 2 * ‖x‖².
  Definition solves (x : V) : Prop := At (A x) ⊕ l ⋅ x = At y.

  (* (AᵀA + λ)Aᵀ = Aᵀ(AAᵀ + λ) *)
  Lemma push_through u : A (At u) ⊕ l ⋅ u = y -> solves (At u).
  Proof.
    intro E. destruct (adjoint_linear A At A_adjoint) as [P S]. unfold solves. rewrite <- E, P, S. reflexivity.
  Qed.

  (* f(v) - f(x) = ½‖A(v - x)‖² + λ/2 ‖v - x‖² *)
  Lemma excess x v : solves x -> objective v = objective x + / 2 * sqnorm (A (v ⊖ x)) + l / 2 * sqnorm (v ⊖ x).
  Proof.
    intro E. assert (N : ⟨A x ⊖ y, A (v ⊖ x)⟩ + l * ⟨x, v ⊖ x⟩ = 0).
    { rewrite <- A_adjoint. rewrite (linear_sub At _ _ (adjoint_linear A At A_adjoint)), <- E.
      replace (At (A x) ⊖ (At (A x) ⊕ l ⋅ x)) with ((- l) ⋅ x) by vector. rewrite inner_scale_l. ring. }
    unfold objective. replace (A v) with (A (v ⊖ x) ⊕ A x) by (rewrite linear_sub by assumption; vector).
    replace (sqnorm (A (v ⊖ x) ⊕ A x ⊖ y)) with (sqnorm (A (v ⊖ x)) + 2 * ⟨A x ⊖ y, A (v ⊖ x)⟩ + sqnorm (A x ⊖ y)) by inner_ring.
    replace (‖v‖²) with (sqnorm (v ⊖ x) + 2 * ⟨x, v ⊖ x⟩ + ‖x‖²) by inner_ring. lra.
  Qed.
  Theorem conclusion_minimiser x : solves x -> (forall v, objective x <= objective v) /\ forall v, objective v <= objective x -> v = x.
  Proof.
    intro E. split; intro v; pose proof (excess x v E) as D; pose proof (sqnorm_pos (A (v ⊖ x))); pose proof (sqnorm_pos (v ⊖ x)) as P.
    - assert (0 <= l / 2 * sqnorm (v ⊖ x)) by (apply Rmult_le_pos; lra). lra.
    - intro H0. assert (Z : sqnorm (v ⊖ x) = 0) by nra. apply sqnorm_zero_inv in Z. replace v with ((v ⊖ x) ⊕ x) by vector. rewrite Z. vector.
  Qed.
  (* (14.4) = (14.5) *)
  Theorem conclusion x u : solves x -> A (At u) ⊕ l ⋅ u = y -> x = At u.
  Proof.
    intros E F. apply (proj2 (conclusion_minimiser (At u) (push_through u F))). apply (proj1 (conclusion_minimiser x E)).
  Qed.
End Ridge.

(* a positive operator P with a bounded inverse: Pu + λu = Pu_0 gives ‖u - u_0‖ ≤ λK‖u_0‖ *)
Lemma regularised {V : space} (P N : V -> V) l K u u0 : linear P -> (forall v, 0 <= ⟨P v, v⟩) -> (forall v, N (P v) = v) -> 0 < l ->
  0 < K -> (forall v, norm (N v) <= K * ‖v‖) -> P u ⊕ l ⋅ u = P u0 -> norm (u ⊖ u0) <= l * K * ‖u0‖.
Proof.
  intros L Pos Inv Hl HK B E. assert (D : P (u ⊖ u0) = (- l) ⋅ u) by (rewrite linear_sub, <- E by assumption; vector).
  assert (S : norm u <= norm u0).
  { pose proof (Pos (u ⊖ u0)) as Q. rewrite D, inner_scale_l in Q. replace (⟨u, u ⊖ u0⟩) with (‖u‖² - ⟨u, u0⟩) in Q by inner_ring.
    pose proof (cauchy_schwarz u u0) as C. rewrite <- norm_sqr in Q. pose proof (norm_pos u). pose proof (norm_pos u0).
    destruct (Req_dec (norm u) 0) as [->|Nz]; [assumption|]. apply Rmult_le_reg_l with (norm u); nra. }
  rewrite <- (Inv (u ⊖ u0)), D. eapply Rle_trans; [apply B|]. rewrite norm_scale, Rabs_Ropp, Rabs_pos_eq by lra.
  replace (K * (l * norm u)) with (l * K * norm u) by ring. apply Rmult_le_compat_l; [nra|assumption].
Qed.

Section Limits.
  Context {V W : space}.
  Variables (A : V -> W) (At : W -> V) (y : W).
  Hypothesis A_linear : linear A.
  Hypothesis A_adjoint : adjoint A At.

  (* x_0 = (AᵀA)⁻¹Aᵀy *)
  Theorem conclusion_limit_injective (N : V -> V) K l x x0 : (forall v, N (At (A v)) = v) -> 0 < K -> (forall v, norm (N v) <= K * ‖v‖) -> 0 < l ->
    At (A x) ⊕ l ⋅ x = At y -> At (A x0) = At y -> norm (x ⊖ x0) <= l * K * ‖x0‖.
  Proof.
    intros Inv HK B Hl E E0. apply (regularised (fun v => At (A v)) N); try assumption.
    - apply linear_compose; [assumption|now apply (adjoint_linear A At)].
    - intro v. rewrite A_adjoint. apply inner_pos.
    - congruence.
  Qed.
  (* x_0 = Aᵀu_0, u_0 = (AAᵀ)⁻¹y; it solves Ax_0 = y *)
  Theorem conclusion_limit_surjective (M : W -> W) K KA l x u u0 : (forall w, M (A (At w)) = w) -> 0 < K -> (forall w, norm (M w) <= K * ‖w‖) ->
    0 < KA -> (forall w, norm (At w) <= KA * ‖w‖) -> 0 < l -> At (A x) ⊕ l ⋅ x = At y -> A (At u) ⊕ l ⋅ u = y -> A (At u0) = y ->
    norm (x ⊖ At u0) <= l * (KA * K * ‖u0‖).
  Proof.
    intros Inv HK B HA BA Hl Ex Eu E0. rewrite (conclusion A At y A_linear A_adjoint l Hl x u Ex Eu).
    rewrite <- (linear_sub At _ _ (adjoint_linear A At A_adjoint)). eapply Rle_trans; [apply BA|].
    replace (l * (KA * K * ‖u0‖)) with (KA * (l * K * ‖u0‖)) by ring. apply Rmult_le_compat_l; [lra|].
    apply (regularised (fun w => A (At w)) M); try assumption.
    - apply linear_compose; [now apply (adjoint_linear A At)|assumption].
    - intro w. rewrite inner_sym, <- A_adjoint. apply inner_pos.
    - congruence.
  Qed.
End Limits.

(* ½‖Ax - y‖² + λ‖x‖² with A = 1, λ = 1, y = 1: its minimum is at 1/3, not at (1 + 1)⁻¹ = 1/2. *)
Theorem printed_objective_is_false :
  ~ (forall l (x y : ℝ), 0 < l -> x + l * x = y -> forall v : ℝ, / 2 * sqnorm (x ⊖ y) + l * ‖x‖² <= / 2 * sqnorm (v ⊖ y) + l * ‖v‖²).
Proof. intro H. specialize (H 1 (/ 2) 1 ltac:(lra) ltac:(lra) (/ 3)). unfold sqnorm, sub in H. simpl in H. lra. Qed.
(* A = (1, 1)ᵀ, y = (0, 2): the limit is 1, and Ax = y has no solution. *)
Theorem limit_solves_is_false : ~ (forall y : ℝ ⊗ ℝ, exists x : R, (x, x) = y).
Proof. intro H. destruct (H (0, 2)) as [x E]. injection E. lra. Qed.
