(* Worst cases of fixed-step methods from certificates: multipliers ≥ 0 of inequalities that hold over a class of functions, and what they leave as
   squares. `holds` computes in fractions; `verigrad rate --coq` writes certificates that ask it. *)
From Coq Require Import QArith Qreals Qabs Bool Arith List Lia.
From Verigrad.base Require Import inner_product sums spaces differential gradient function_class.
Import ListNotations.
Open Scope R_scope.

(* ---- fractions in lowest terms; zeros cost nothing *)
Definition plus (a b : Q) : Q :=
  match Qnum a, Qnum b with Z0, _ => b | _, Z0 => a | _, _ => Qred (Qplus a b) end.
Definition times (a b : Q) : Q :=
  match Qnum a, Qnum b with Z0, _ => 0%Q | _, Z0 => 0%Q | _, _ => Qred (Qmult a b) end.

Lemma Q2R_zero a : Qnum a = 0%Z -> Q2R a = 0.
Proof. intro H. unfold Q2R. rewrite H. lra. Qed.
Lemma Q2R_0 : Q2R 0 = 0.
Proof. now apply Q2R_zero. Qed.
Lemma Q2R_1 : Q2R 1 = 1.
Proof. unfold Q2R. simpl. lra. Qed.
Lemma Q2R_m1 : Q2R (-1) = -1.
Proof. unfold Q2R. simpl. lra. Qed.
Lemma Q2R_2 : Q2R 2 = 2.
Proof. unfold Q2R. simpl. lra. Qed.
Lemma Q2R_m2 : Q2R (-2) = -2.
Proof. unfold Q2R. simpl. lra. Qed.
Lemma Q2R_half : Q2R (1 # 2) = / 2.
Proof. unfold Q2R. simpl. lra. Qed.
Lemma Q2R_red a : Q2R (Qred a) = Q2R a.
Proof. apply Qeq_eqR, Qred_correct. Qed.
Lemma Q2R_add a b : Q2R (plus a b) = Q2R a + Q2R b.
Proof.
  unfold plus. destruct (Qnum a) eqn:A; [rewrite (Q2R_zero a A); lra| |];
    (destruct (Qnum b) eqn:B; [rewrite (Q2R_zero b B); lra| |]); now rewrite Q2R_red, Q2R_plus.
Qed.
Lemma Q2R_times a b : Q2R (times a b) = Q2R a * Q2R b.
Proof.
  unfold times. destruct (Qnum a) eqn:A; [rewrite Q2R_0, (Q2R_zero a A); lra| |];
    (destruct (Qnum b) eqn:B; [rewrite Q2R_0, (Q2R_zero b B); lra| |]); now rewrite Q2R_red, Q2R_mult.
Qed.
Lemma Q2R_at_least a : Qle_bool 0 a = true -> 0 <= Q2R a.
Proof. intro H. rewrite <- Q2R_0. now apply Qle_Rle, Qle_bool_iff. Qed.
Lemma Q2R_abs a : Rabs (Q2R a) = Q2R (Qabs a).
Proof.
  apply Qabs_case; intro H; apply Qle_Rle in H; rewrite Q2R_0 in H.
  - now apply Rabs_pos_eq.
  - rewrite Q2R_opp. now apply Rabs_left1.
Qed.

(* ---- rows: Σ a_i v_i; what is missing at the end is 0 *)
Definition row := list Q.
Fixpoint add_row (a b : row) : row :=
  match a, b with [], _ => b | _, [] => a | x :: a, y :: b => plus x y :: add_row a b end.
Definition scale_row (c : Q) (a : row) : row := map (times c) a.
Definition less (a b : row) : row := add_row a (scale_row (-1) b).
Definition unit (k : nat) : row := repeat 0%Q k ++ [1%Q].

Fixpoint combination {V : space} (a : row) (b : list V) : V :=
  match a, b with x :: a, v :: b => Q2R x ⋅ v ⊕ combination a b | _, _ => zero end.

(* ---- forms: the coefficients of ⟨v_i, v_j⟩, i ≤ j, a row for each i from the diagonal on *)
Definition matrix := list row.
Fixpoint form {V : space} (m : matrix) (b : list V) : R :=
  match m, b with
  | r :: m, v :: b => ⟨v, combination r (v :: b)⟩ + form m b
  | _, _ => 0
  end.
Fixpoint outer (u v : row) : matrix :=
  match u, v with
  | x :: u, y :: v => (times x y :: add_row (scale_row x v) (scale_row y u)) :: outer u v
  | _, _ => []
  end.
Fixpoint add_matrix (m n : matrix) : matrix :=
  match m, n with [], _ => n | _, [] => m | r :: m, s :: n => add_row r s :: add_matrix m n end.
Definition scale_matrix (c : Q) (m : matrix) : matrix := map (scale_row c) m.

(* Diagonal entries outweigh half of their rows and columns; `charges` is what the rows above take. *)
Fixpoint total (a : row) : Q := match a with [] => 0%Q | x :: a => plus x (total a) end.
Definition halves (a : row) : row := map (fun x => times (1 # 2) (Qabs x)) a.
Definition head (a : row) : Q := match a with [] => 0%Q | x :: _ => x end.
Fixpoint dominant (m : matrix) (charges : row) : bool :=
  match m with
  | [] => forallb (fun x => Qle_bool x 0) charges
  | r :: m => Qle_bool 0 (plus (head r) (times (-1) (plus (head charges) (total (halves (tl r)))))) &&
              dominant m (add_row (tl charges) (halves (tl r)))
  end.

Section Forms.
  Context {V : space}.
  Implicit Types (b : list V) (a u v : row) (m n : matrix).

  Lemma combination_nil a : combination a (@nil V) = zero.
  Proof. now destruct a. Qed.
  Lemma combination_add a : forall c b, combination (add_row a c) b = combination a b ⊕ combination c b.
  Proof.
    induction a as [|x a IH]; intros [|y c] [|w b]; simpl; try (vector; fail).
    rewrite Q2R_add, IH. vector.
  Qed.
  Lemma combination_scale k a : forall b, combination (scale_row k a) b = Q2R k ⋅ combination a b.
  Proof.
    induction a as [|x a IH]; intros [|w b]; simpl; try (vector; fail).
    fold (scale_row k a). rewrite Q2R_times, IH. vector.
  Qed.
  Lemma combination_less a c b : combination (less a c) b = combination a b ⊖ combination c b.
  Proof.
    unfold less. rewrite combination_add, combination_scale. rewrite ?Q2R_m1.
    reflexivity.
  Qed.
  Lemma combination_unit k : forall b, combination (unit k) b = nth k b zero.
  Proof.
    induction k as [|k IH]; intros [|w b]; simpl; try reflexivity.
    - rewrite Q2R_1. destruct b; vector.
    - fold (unit k). rewrite IH, Q2R_0. vector.
  Qed.

  Lemma form_nil m : form m (@nil V) = 0.
  Proof. now destruct m. Qed.
  Lemma form_outer u : forall v b, form (outer u v) b = ⟨combination u b, combination v b⟩.
  Proof.
    induction u as [|x u IH]; intros [|y v] [|w b]; simpl; autorewrite with inner; try (ring; fail).
    rewrite IH, combination_add, !combination_scale, Q2R_times. autorewrite with inner.
    rewrite (inner_sym _ (combination u b) w). ring.
  Qed.
  Lemma form_add m : forall n b, form (add_matrix m n) b = form m b + form n b.
  Proof.
    induction m as [|r m IH]; intros [|s n] [|w b]; simpl form; try (simpl; ring).
    rewrite IH. fold (add_row r s). rewrite combination_add. autorewrite with inner. ring.
  Qed.
  Lemma form_scale k m : forall b, form (scale_matrix k m) b = Q2R k * form m b.
  Proof.
    induction m as [|r m IH]; intros [|w b]; simpl form; try (simpl; ring).
    fold (scale_matrix k m). rewrite IH, combination_scale. autorewrite with inner. ring.
  Qed.

  (* Σ charges_i ‖v_i‖² *)
  Fixpoint charged (charges : row) b : R :=
    match charges, b with c :: charges, w :: b => Q2R c * ‖w‖² + charged charges b | _, _ => 0 end.
  Lemma charged_add a : forall c b, charged (add_row a c) b = charged a b + charged c b.
  Proof.
    induction a as [|x a IH]; intros [|y c] [|w b]; simpl; try ring. rewrite IH, Q2R_add. ring.
  Qed.
  Lemma half_products w : forall r b, - (Q2R (total (halves r)) * ‖w‖² + charged (halves r) b) <= ⟨w, combination r b⟩.
  Proof.
    induction r as [|x r IH]; intros [|v b]; simpl; autorewrite with inner; rewrite ?Q2R_0; try lra.
    - fold (halves r). rewrite Q2R_add, Q2R_times, <- Q2R_abs. specialize (IH []). rewrite combination_nil in IH. autorewrite with inner in IH.
      assert (charged (halves r) [] = 0) by now destruct (halves r).
      pose proof (Rabs_pos (Q2R x)). pose proof (sqnorm_pos w). rewrite ?Q2R_half. nra.
    - fold (halves r). rewrite Q2R_add, Q2R_times, <- Q2R_abs. specialize (IH b).
      rewrite ?Q2R_half.
      assert (S : - (/ 2 * Rabs (Q2R x) * (‖w‖² + ‖v‖²)) <= Q2R x * ⟨w, v⟩).
      { pose proof (sqnorm_pos (w ⊖ v)) as A. pose proof (sqnorm_pos (w ⊕ v)) as B.
        replace (sqnorm (w ⊖ v)) with (‖w‖² + ‖v‖² - 2 * ⟨w, v⟩) in A by inner_ring.
        replace (sqnorm (w ⊕ v)) with (‖w‖² + ‖v‖² + 2 * ⟨w, v⟩) in B by inner_ring.
        unfold Rabs. destruct (Rcase_abs (Q2R x)); nra. }
      fold (sqnorm w). lra.
  Qed.
  Lemma charges_below charges : forallb (fun x => Qle_bool x 0) charges = true -> forall b, charged charges b <= 0.
  Proof.
    induction charges as [|c charges IH]; intros H [|w b]; simpl in *; try lra. apply andb_prop in H. destruct H as [C H].
    specialize (IH H b). apply Qle_bool_iff, Qle_Rle in C. rewrite Q2R_0 in C. pose proof (sqnorm_pos w). nra.
  Qed.
  Lemma dominant_form m : forall charges b, dominant m charges = true -> charged charges b <= form m b.
  Proof.
    induction m as [|r m IH]; intros charges [|w b] H.
    - simpl. now apply charges_below.
    - simpl. now apply charges_below.
    - rewrite form_nil. destruct charges; simpl; lra.
    - simpl in H. apply andb_prop in H. destruct H as [D H]. apply Q2R_at_least in D.
      specialize (IH _ b H). rewrite charged_add in IH. rewrite Q2R_add, Q2R_times, Q2R_add in D.
      rewrite ?Q2R_m1 in D.
      assert (R : ⟨w, combination r (w :: b)⟩ = Q2R (head r) * ‖w‖² + ⟨w, combination (tl r) b⟩).
      { destruct r as [|x r]; simpl; autorewrite with inner; rewrite ?Q2R_0; unfold sqnorm; ring. }
      assert (C : charged charges (w :: b) = Q2R (head charges) * ‖w‖² + charged (tl charges) b).
      { destruct charges; simpl; rewrite ?Q2R_0; ring. }
      pose proof (half_products w (tl r) b). pose proof (sqnorm_pos w).
      simpl form. rewrite R, C. nra.
  Qed.

  (* Σ d ‖l‖² and a dominant rest *)
  Fixpoint sum_of_squares (squares : list (Q * row)) : matrix :=
    match squares with [] => [] | (d, l) :: squares => add_matrix (scale_matrix d (outer l l)) (sum_of_squares squares) end.
  Definition nonnegative_form m (squares : list (Q * row)) : bool :=
    forallb (fun s => Qle_bool 0 (fst s)) squares && dominant (add_matrix m (scale_matrix (-1) (sum_of_squares squares))) [].
  Lemma sum_of_squares_nonnegative squares b :
    forallb (fun s => Qle_bool 0 (fst s)) squares = true -> 0 <= form (sum_of_squares squares) b.
  Proof.
    induction squares as [|[d l] squares IH]; intro H; [simpl; lra|]. simpl in H. apply andb_prop in H. destruct H as [D H].
    specialize (IH H). apply Q2R_at_least in D. simpl. rewrite form_add, form_scale, form_outer.
    pose proof (sqnorm_pos (combination l b)). unfold sqnorm in *. nra.
  Qed.
  Lemma nonnegative_form_sound m squares b : nonnegative_form m squares = true -> 0 <= form m b.
  Proof.
    intro H. apply andb_prop in H. destruct H as [S D]. apply (sum_of_squares_nonnegative _ b) in S. apply (dominant_form _ [] b) in D.
    rewrite form_add, form_scale in D. rewrite ?Q2R_m1 in D. simpl in D. lra.
  Qed.
End Forms.

(* ---- constant + Σ values_k F_k + form *)
Record expression := Expression { constant : Q; values : row; quadratic : matrix }.
Definition add_expression (e f : expression) : expression :=
  Expression (plus (constant e) (constant f)) (add_row (values e) (values f)) (add_matrix (quadratic e) (quadratic f)).
Definition scale_expression (c : Q) (e : expression) : expression :=
  Expression (times c (constant e)) (scale_row c (values e)) (scale_matrix c (quadratic e)).

Section Expressions.
  Context {V : space}.
  Variables (F : list ℝ) (b : list V).
  Definition valued (e : expression) : R := Q2R (constant e) + combination (values e) F + form (quadratic e) b.
  Lemma valued_add e f : valued (add_expression e f) = valued e + valued f.
  Proof. unfold valued. simpl. rewrite Q2R_add, combination_add, form_add. simpl. ring. Qed.
  Lemma valued_scale c e : valued (scale_expression c e) = Q2R c * valued e.
  Proof. unfold valued. simpl. rewrite Q2R_times, combination_scale, form_scale. simpl. ring. Qed.
End Expressions.

Lemma combination_zeros (a : row) (F : list ℝ) : forallb (fun x => Qeq_bool x 0) a = true -> combination a F = 0.
Proof.
  revert F. induction a as [|x a IH]; intros [|v F] H; try reflexivity. simpl in H. apply andb_prop in H. destruct H as [E H].
  apply Qeq_bool_eq, Qeq_eqR in E. simpl. rewrite (IH F H), E, Q2R_0. ring.
Qed.

(* ---- certificates. Points 0 … N, and N + 1 is the minimum. Row k of `steps` holds what x_k - x_0 is in gradients 0 … N. *)
Inductive functions := curved (μ L : Q) | nonconvex (L : Q) | lipschitz (M : Q).
Inductive measure := final_value | final_distance | final_gradient | least_gradient | least_value.
Inductive inequality := pair (i j : nat) | above (i : nat) | start | bounded (i : nat) | best (i : nat).
Inductive beginning := from_distance (R2 : Q) | from_value (Δ : Q).
Record certificate := Certificate {
  class : functions; begin : beginning; measured : measure; steps : list row;
  multipliers : list (inequality * Q); squares : list (Q * row); bound : Q
}.

Section Check.
  Variable c : certificate.
  Definition last : nat := length (steps c) - 1.
  Definition point_row i : row := if i <=? last then 1%Q :: nth i (steps c) [] else [].
  Definition gradient_row i : row := if i <=? last then unit (S i) else [].
  Definition value_row i : row := if i <=? last then unit i else [].
  Definition least_row : row := unit (S last).

  (* f_i - f_j - ⟨g_j, x_i - x_j⟩ - (‖g_i - g_j‖² + μL ‖x_i - x_j‖² - 2μ ⟨g_i - g_j, x_i - x_j⟩) / (2 (L - μ)) *)
  Definition tangent i j : matrix := scale_matrix (-1) (outer (gradient_row j) (less (point_row i) (point_row j))).
  Definition interpolation (μ L : Q) i j : matrix :=
    let x := less (point_row i) (point_row j) in
    let g := less (gradient_row i) (gradient_row j) in
    let w := Qred (1 / (2 * (L - μ))) in
    add_matrix (tangent i j)
      (scale_matrix (times (-1) w)
        (add_matrix (outer g g) (add_matrix (scale_matrix (times μ L) (outer x x)) (scale_matrix (times (-2) μ) (outer g x))))).
  Definition squared_gradient k i : matrix := scale_matrix k (outer (gradient_row i) (gradient_row i)).

  Definition expressed (of : inequality) : expression :=
    match of with
    | pair i j => Expression 0 (less (value_row i) (value_row j))
                    (match class c with curved μ L => interpolation μ L i j | nonconvex L => interpolation (-L) L i j | lipschitz _ => tangent i j end)
    | above i => Expression 0 (value_row i)
                   (match class c with curved _ L | nonconvex L => squared_gradient (Qred (- (1) / (2 * L))) i | lipschitz _ => [] end)
    | start => match begin c with
               | from_distance R2 => Expression R2 [] (scale_matrix (-1) (outer (point_row 0) (point_row 0)))
               | from_value Δ => Expression Δ (scale_row (-1) (value_row 0)) []
               end
    | bounded i => match class c with lipschitz M => Expression (times M M) [] (squared_gradient (-1) i) | _ => Expression 0 [] [] end
    | best i => match measured c with
                | least_gradient => Expression 0 (scale_row (-1) least_row) (squared_gradient 1 i)
                | _ => Expression 0 (less (value_row i) least_row) []
                end
    end.
  (* The inequality is one of the class, of points that are there. *)
  Definition sound (of : inequality) : bool :=
    match of with
    | pair i j => match class c with nonconvex _ => (i <=? last) && (j <=? last) | _ => (i <=? S last) && (j <=? S last) end
    | above i => i <=? last
    | start => true
    | bounded i => (i <=? last) && match class c with lipschitz _ => true | _ => false end
    | best i => (i <=? last) && match measured c with least_gradient | least_value => true | _ => false end
    end.
  Definition objective : expression :=
    match measured c with
    | final_value => Expression 0 (value_row last) []
    | final_distance => Expression 0 [] (outer (point_row last) (point_row last))
    | final_gradient => Expression 0 [] (squared_gradient 1 last)
    | _ => Expression 0 least_row []
    end.

  Fixpoint weighted (all : list (inequality * Q)) : expression :=
    match all with [] => objective | (of, λ) :: all => add_expression (scale_expression λ (expressed of)) (weighted all) end.
  Definition sound_class : bool :=
    match class c with
    | curved μ L => Qle_bool 0 μ && negb (Qle_bool L μ)
    | nonconvex L => negb (Qle_bool L 0)
    | lipschitz _ => true
    end.
  Definition holds : bool :=
    let all := weighted (multipliers c) in
    sound_class && forallb (fun m => Qle_bool 0 (snd m) && sound (fst m)) (multipliers c) &&
    forallb (fun x => Qeq_bool x 0) (values all) && Qle_bool (constant all) (bound c) &&
    nonnegative_form (scale_matrix (-1) (quadratic all)) (squares c).
End Check.

(* ---- what a certificate proves *)
Section Soundness.
  Context {V : space}.
  Variables (c : certificate) (F : list ℝ) (b : list V).
  Hypothesis all_hold : forall of, sound c of = true -> 0 <= valued F b (expressed c of).

  Lemma weighted_at_least all : forallb (fun m => Qle_bool 0 (snd m) && sound c (fst m)) all = true ->
    valued F b (objective c) <= valued F b (weighted c all).
  Proof.
    induction all as [|[of λ] all IH]; intro H; [simpl; lra|]. simpl in H. apply andb_prop in H. destruct H as [H1 H].
    apply andb_prop in H1. destruct H1 as [P S]. apply Q2R_at_least in P. specialize (IH H). pose proof (all_hold of S).
    simpl. rewrite valued_add, valued_scale. nra.
  Qed.
  Lemma certified : holds c = true -> valued F b (objective c) <= Q2R (bound c).
  Proof.
    unfold holds. intro H. apply andb_prop in H. destruct H as [H N]. apply andb_prop in H. destruct H as [H B].
    apply andb_prop in H. destruct H as [H Z]. apply andb_prop in H. destruct H as [_ M].
    apply weighted_at_least in M. apply Qle_bool_iff, Qle_Rle in B.
    apply (nonnegative_form_sound _ _ b) in N. rewrite form_scale in N. rewrite ?Q2R_m1 in N.
    apply (combination_zeros _ F) in Z. unfold valued in M at 2. rewrite Z in M. lra.
  Qed.
End Soundness.

Lemma half_inverse L : 0 < Q2R L -> Q2R (Qred (- (1) / (2 * L))) = - / (2 * Q2R L).
Proof.
  intro P. rewrite Q2R_red. unfold Qdiv. rewrite Q2R_mult, Q2R_opp, Q2R_1, Q2R_inv, Q2R_mult, Q2R_2; [lra|].
  intro Z. apply Qeq_eqR in Z. rewrite Q2R_mult, Q2R_0, Q2R_2 in Z. lra.
Qed.
(* Two points, values and gradients of a function whose curvatures lie between μ and L *)
Lemma interpolated {V : space} (f : V -> R) grad μ L : μ < L -> strongly_convex f grad μ -> quadratic_upper f grad L -> forall y z,
  0 <= f y - f z - ⟨grad z, y ⊖ z⟩
       - / (2 * (L - μ)) * (sqnorm (grad y ⊖ grad z) + μ * L * sqnorm (y ⊖ z) - 2 * μ * ⟨grad y ⊖ grad z, y ⊖ z⟩).
Proof.
  intros O S Q y z. set (w := y ⊖ / (L - μ) ⋅ (grad y ⊖ grad z ⊖ μ ⋅ (y ⊖ z))).
  pose proof (S z w) as A. pose proof (Q y w) as B.
  assert (E : ⟨grad y, w ⊖ y⟩ + L / 2 * sqnorm (w ⊖ y) - ⟨grad z, w ⊖ z⟩ - μ / 2 * sqnorm (w ⊖ z)
              = - ⟨grad z, y ⊖ z⟩
                - / (2 * (L - μ)) * (sqnorm (grad y ⊖ grad z) + μ * L * sqnorm (y ⊖ z) - 2 * μ * ⟨grad y ⊖ grad z, y ⊖ z⟩)).
  { unfold w. inner_field. lra. }
  lra.
Qed.
Lemma above_infimum {V : space} (f : V -> R) grad L low : 0 < L -> quadratic_upper f grad L -> (forall y, low <= f y) ->
  forall y, 0 <= f y - low - / (2 * L) * sqnorm (grad y).
Proof.
  intros P Q low_below y. pose proof (Q y (y ⊖ / L ⋅ grad y)) as A. pose proof (low_below (y ⊖ / L ⋅ grad y)) as B.
  assert (E : ⟨grad y, (y ⊖ / L ⋅ grad y) ⊖ y⟩ + L / 2 * sqnorm ((y ⊖ / L ⋅ grad y) ⊖ y) = - (/ (2 * L) * sqnorm (grad y))) by (inner_field; lra).
  lra.
Qed.
Lemma stationary {V : space} (f : V -> R) grad L s : 0 < L -> quadratic_upper f grad L -> global_minimum f s -> grad s = zero.
Proof.
  intros P Q M. pose proof (above_infimum f grad L (f s) P Q M s) as A. apply sqnorm_zero_inv.
  pose proof (sqnorm_pos (grad s)). pose proof (Rinv_0_lt_compat (2 * L) ltac:(lra)). nra.
Qed.

Lemma least_of_finitely_many (h : nat -> R) N : exists k, (k <= N)%nat /\ forall j, (j <= N)%nat -> h k <= h j.
Proof.
  induction N as [|N [k [K H]]].
  - exists 0%nat. split; [lia|]. intros j J. replace j with 0%nat by lia. lra.
  - destruct (Rle_dec (h k) (h (S N))) as [A|A].
    + exists k. split; [lia|]. intros j J. destruct (Nat.eq_dec j (S N)) as [->|]; [assumption|apply H; lia].
    + exists (S N). split; [lia|]. intros j J. destruct (Nat.eq_dec j (S N)) as [->|]; [lra|].
      pose proof (H j ltac:(lia)). lra.
Qed.

(* The points x, the gradients g and the values h above the infimum of a run of c's steps *)
Section Run.
  Context {V : space}.
  Variables (c : certificate) (x g : nat -> V) (h : nat -> R) (s : V).
  Definition gradients : list V := map g (seq 0 (S (last c))).
  Definition follows : Prop := forall k, (k <= last c)%nat -> x k = x 0%nat ⊕ combination (nth k (steps c) []) gradients.
  Definition begins : Prop :=
    match begin c with from_distance R2 => sqnorm (x 0%nat ⊖ s) <= Q2R R2 | from_value Δ => h 0%nat <= Q2R Δ end.
  Definition at_most (B : R) : Prop :=
    match measured c with
    | final_value => h (last c) <= B
    | final_distance => sqnorm (x (last c) ⊖ s) <= B
    | final_gradient => sqnorm (g (last c)) <= B
    | least_gradient => exists k, (k <= last c)%nat /\ sqnorm (g k) <= B
    | least_value => exists k, (k <= last c)%nat /\ h k <= B
    end.

  Variable t : R.
  Definition basis : list V := (x 0%nat ⊖ s) :: gradients.
  Definition numbers : list ℝ := map h (seq 0 (S (last c))) ++ [t].

  Lemma nth_gradient i : (i <= last c)%nat -> nth i gradients zero = g i.
  Proof.
    intro H. unfold gradients. rewrite (nth_indep _ zero (g 0%nat)) by (rewrite map_length, seq_length; lia).
    rewrite map_nth, seq_nth by lia. reflexivity.
  Qed.
  Lemma nth_number i : (i <= last c)%nat -> nth i numbers (@zero ℝ) = h i.
  Proof.
    intro H. unfold numbers. rewrite app_nth1 by (rewrite map_length, seq_length; lia).
    rewrite (nth_indep _ _ (h 0%nat)) by (rewrite map_length, seq_length; lia). rewrite map_nth, seq_nth by lia. reflexivity.
  Qed.
  Lemma point_known : follows -> forall i, (i <= last c)%nat -> combination (point_row c i) basis = x i ⊖ s.
  Proof.
    intros E i H. unfold point_row. rewrite (proj2 (Nat.leb_le _ _) H). simpl. rewrite Q2R_1, (E i H). vector.
  Qed.
  Lemma gradient_known i : (i <= last c)%nat -> combination (gradient_row c i) basis = g i.
  Proof. intro H. unfold gradient_row. rewrite (proj2 (Nat.leb_le _ _) H), combination_unit. now apply nth_gradient. Qed.
  Lemma value_known i : (i <= last c)%nat -> combination (value_row c i) numbers = h i.
  Proof. intro H. unfold value_row. rewrite (proj2 (Nat.leb_le _ _) H), combination_unit. now apply nth_number. Qed.
  Lemma least_known : combination (least_row c) numbers = t.
  Proof.
    unfold least_row, numbers. rewrite combination_unit, app_nth2; rewrite map_length, seq_length; [|lia].
    now rewrite Nat.sub_diag.
  Qed.
  Lemma minimum_unknown : combination (point_row c (S (last c))) basis = zero /\
    combination (gradient_row c (S (last c))) basis = zero /\ combination (value_row c (S (last c))) numbers = (@zero ℝ).
  Proof.
    unfold point_row, gradient_row, value_row. rewrite (proj2 (Nat.leb_gt _ _)) by lia. now simpl.
  Qed.

  Lemma squared_known k i : (i <= last c)%nat -> form (squared_gradient c k i) basis = Q2R k * ‖g i‖².
  Proof. intro H. unfold squared_gradient. now rewrite form_scale, form_outer, gradient_known. Qed.

  Lemma start_holds : follows -> begins -> 0 <= valued numbers basis (expressed c start).
  Proof.
    intros E B. unfold begins, valued in *. unfold expressed. destruct (begin c) as [R2|Δ]; cbn [constant values quadratic].
    - rewrite form_scale, form_outer, point_known by (assumption || lia). fold (sqnorm (x 0%nat ⊖ s)).
      rewrite ?Q2R_m1. change (combination [] numbers) with 0. lra.
    - rewrite combination_scale, value_known by lia. rewrite ?Q2R_m1. simpl. lra.
  Qed.
  Lemma best_holds i : (i <= last c)%nat -> (forall k, (k <= last c)%nat -> t <= match measured c with least_gradient => ‖g k‖² | _ => h k end) ->
    0 <= valued numbers basis (expressed c (best i)).
  Proof.
    intros I T. specialize (T i I). unfold valued. unfold expressed. destruct (measured c); cbn [constant values quadratic];
      rewrite ?combination_less, ?combination_scale, ?least_known, ?value_known, ?squared_known by assumption;
      rewrite Q2R_0, ?Q2R_1; rewrite ?Q2R_m1; rewrite ?line_sub; simpl; lra.
  Qed.
  Lemma objective_known : follows -> valued numbers basis (objective c) =
    match measured c with final_value => h (last c) | final_distance => sqnorm (x (last c) ⊖ s) | final_gradient => sqnorm (g (last c)) | _ => t end.
  Proof.
    intro E. unfold valued, objective. destruct (measured c); cbn [constant values quadratic];
      rewrite ?least_known, ?value_known, ?squared_known, ?form_outer, ?point_known by (assumption || lia);
      rewrite Q2R_0, ?Q2R_1; unfold sqnorm; simpl; try ring.
  Qed.
End Run.

(* All inequalities of the class hold of the run: its worst case is at most the bound. *)
Lemma run_at_most {V : space} (c : certificate) (x g : nat -> V) h s :
  (forall t of, match of with start | best _ => False | _ => True end -> sound c of = true ->
                0 <= valued (numbers c h t) (basis c x g s) (expressed c of)) ->
  follows c x g -> begins c x h s -> holds c = true -> at_most c x g h s (Q2R (bound c)).
Proof.
  intros H E B C. set (m := fun k => match measured c with least_gradient => sqnorm (g k) | _ => h k end).
  destruct (least_of_finitely_many m (last c)) as [k [K M]].
  assert (A : valued (numbers c h (m k)) (basis c x g s) (objective c) <= Q2R (bound c)).
  { apply certified; [|assumption]. intros of S. destruct of; try (apply H; [exact I|assumption]).
    - now apply start_holds.
    - simpl in S. apply andb_prop in S. destruct S as [S _]. apply Nat.leb_le in S. apply best_holds; [assumption|exact M]. }
  rewrite objective_known in A by assumption. unfold at_most, m in *. destruct (measured c); try assumption; now exists k.
Qed.

(* The least value of each kind of inequality, from its coefficients *)
Lemma valued_pair {V : space} (c : certificate) (F : list ℝ) (b : list V) i j q :
  valued F b (Expression 0 (less (value_row c i) (value_row c j)) q)
  = combination (value_row c i) F - combination (value_row c j) F + form q b.
Proof. unfold valued. cbn [constant values quadratic]. rewrite combination_less, line_sub, Q2R_0. ring. Qed.
Lemma tangent_known {V : space} (c : certificate) (b : list V) i j :
  form (tangent c i j) b = - ⟨combination (gradient_row c j) b, combination (point_row c i) b ⊖ combination (point_row c j) b⟩.
Proof.
  unfold tangent. rewrite form_scale, form_outer, combination_less. rewrite ?Q2R_m1. ring.
Qed.
Lemma interpolation_known {V : space} (c : certificate) (b : list V) μ L i j : Q2R μ < Q2R L ->
  let y := combination (point_row c i) b in let z := combination (point_row c j) b in
  let u := combination (gradient_row c i) b in let v := combination (gradient_row c j) b in
  form (interpolation c μ L i j) b
  = - ⟨v, y ⊖ z⟩ - / (2 * (Q2R L - Q2R μ)) * (sqnorm (u ⊖ v) + Q2R μ * Q2R L * sqnorm (y ⊖ z) - 2 * Q2R μ * ⟨u ⊖ v, y ⊖ z⟩).
Proof.
  intros O y z u v. unfold interpolation.
  rewrite form_add, tangent_known, form_scale, !form_add, !form_scale, !form_outer, !combination_less, !Q2R_times.
  replace (Q2R (Qred (1 / (2 * (L - μ))))) with (/ (2 * (Q2R L - Q2R μ))).
  - fold y z u v. rewrite ?Q2R_m1. rewrite ?Q2R_m2.
    unfold sqnorm. ring.
  - rewrite Q2R_red. unfold Qdiv. rewrite Q2R_mult, Q2R_inv, Q2R_mult, Q2R_minus, Q2R_1.
    + rewrite ?Q2R_2. ring.
    + intro Z. apply Qeq_eqR in Z. rewrite Q2R_mult, Q2R_minus, Q2R_0 in Z. rewrite ?Q2R_2 in Z. lra.
Qed.

(* A point of the run, or the minimum. *)
Definition or_minimum {T : Type} (c : certificate) (i : nat) (of_run : T) (of_minimum : T) : T := if i <=? last c then of_run else of_minimum.
Lemma known_or_minimum {V : space} (c : certificate) (x g : nat -> V) h s t i : follows c x g -> (i <= S (last c))%nat ->
  combination (point_row c i) (basis c x g s) = or_minimum c i (x i) s ⊖ s /\
  combination (gradient_row c i) (basis c x g s) = or_minimum c i (g i) zero /\
  combination (value_row c i) (numbers c h t) = or_minimum c i (h i) 0.
Proof.
  intros E I. unfold or_minimum. destruct (i <=? last c) eqn:L.
  - apply Nat.leb_le in L. now rewrite (point_known c x g s E i L), (gradient_known c x g s i L), (value_known c h t i L).
  - apply Nat.leb_gt in L. replace i with (S (last c)) by lia. destruct (minimum_unknown c x g h s t) as [P [G N]].
    rewrite P, G, N. split; [vector|now split].
Qed.

(* f is convex or strongly convex, its curvatures lie between μ ≥ 0 and L, and it has a minimum s. *)
Theorem worst_case_curved {V : space} (c : certificate) (f : V -> R) (grad : V -> V) (s : V) (x : nat -> V) μ L :
  class c = curved μ L -> strongly_convex f grad (Q2R μ) -> quadratic_upper f grad (Q2R L) -> global_minimum f s ->
  follows c x (fun k => grad (x k)) -> begins c x (fun k => f (x k) - f s) s -> holds c = true ->
  at_most c x (fun k => grad (x k)) (fun k => f (x k) - f s) s (Q2R (bound c)).
Proof.
  intros K S Q M E B C.
  assert (O : 0 <= Q2R μ /\ Q2R μ < Q2R L).
  { unfold holds in C. destruct (sound_class c) eqn:D; [|discriminate]. unfold sound_class in D. rewrite K in D.
    apply andb_prop in D. destruct D as [D1 D2]. split; [now apply Q2R_at_least|]. apply Qlt_Rlt. apply Qnot_le_lt.
    intro N. apply Qle_bool_iff in N. rewrite N in D2. discriminate. }
  pose proof (stationary f grad (Q2R L) s ltac:(lra) Q M) as Z.
  apply run_at_most; try assumption. intros t of kind sound_of. destruct of as [i j|i| |i|i]; try contradiction.
  - unfold sound in sound_of. rewrite K in sound_of. apply andb_prop in sound_of. destruct sound_of as [I J].
    apply Nat.leb_le in I. apply Nat.leb_le in J. unfold expressed. rewrite K, valued_pair, interpolation_known by lra.
    destruct (known_or_minimum c x (fun k => grad (x k)) (fun k => f (x k) - f s) s t i E I) as [Pi [Gi Vi]].
    destruct (known_or_minimum c x (fun k => grad (x k)) (fun k => f (x k) - f s) s t j E J) as [Pj [Gj Vj]].
    rewrite Pi, Pj, Gi, Gj, Vi, Vj.
    assert (G : forall k, or_minimum c k (grad (x k)) zero = grad (or_minimum c k (x k) s)) by (intro k; unfold or_minimum; now destruct (k <=? last c)).
    assert (N : forall k, or_minimum c k (f (x k) - f s) 0 = f (or_minimum c k (x k) s) - f s) by (intro k; unfold or_minimum; destruct (k <=? last c); ring).
    rewrite !G, !N. set (y := or_minimum c i (x i) s). set (z := or_minimum c j (x j) s).
    replace (y ⊖ s ⊖ (z ⊖ s)) with (y ⊖ z) by vector.
    pose proof (interpolated f grad (Q2R μ) (Q2R L) (proj2 O) S Q y z). lra.
  - simpl in sound_of. apply Nat.leb_le in sound_of. unfold expressed, valued. rewrite K. cbn [constant values quadratic].
    rewrite value_known, squared_known, Q2R_0 by assumption. cbv beta.
    pose proof (above_infimum f grad (Q2R L) (f s) ltac:(lra) Q M (x i)) as A.
    rewrite half_inverse by lra. lra.
  - simpl in sound_of. rewrite K in sound_of. now rewrite andb_false_r in sound_of.
Qed.

(* f need not be convex: curvatures lie between -L and L, and low is below f. *)
Theorem worst_case_nonconvex {V : space} (c : certificate) (f : V -> R) (grad : V -> V) (low : R) (x : nat -> V) s L :
  class c = nonconvex L -> strongly_convex f grad (- Q2R L) -> quadratic_upper f grad (Q2R L) -> (forall y, low <= f y) ->
  follows c x (fun k => grad (x k)) -> begins c x (fun k => f (x k) - low) s -> holds c = true ->
  at_most c x (fun k => grad (x k)) (fun k => f (x k) - low) s (Q2R (bound c)).
Proof.
  intros K S Q M E B C.
  assert (O : 0 < Q2R L).
  { unfold holds in C. destruct (sound_class c) eqn:D; [|discriminate]. unfold sound_class in D. rewrite K in D.
    rewrite <- Q2R_0. apply Qlt_Rlt. apply Qnot_le_lt. intro N. apply Qle_bool_iff in N. rewrite N in D. discriminate. }
  apply run_at_most; try assumption. intros t of kind sound_of. destruct of as [i j|i| |i|i]; try contradiction.
  - unfold sound in sound_of. rewrite K in sound_of. apply andb_prop in sound_of. destruct sound_of as [I J].
    apply Nat.leb_le in I. apply Nat.leb_le in J. unfold expressed. rewrite K, valued_pair, interpolation_known by (rewrite Q2R_opp; lra).
    rewrite !point_known, !gradient_known, !value_known by assumption.
    replace (x i ⊖ s ⊖ (x j ⊖ s)) with (x i ⊖ x j) by vector. rewrite Q2R_opp.
    pose proof (interpolated f grad (- Q2R L) (Q2R L) ltac:(lra) S Q (x i) (x j)). lra.
  - simpl in sound_of. apply Nat.leb_le in sound_of. unfold expressed, valued. rewrite K. cbn [constant values quadratic].
    rewrite value_known, squared_known, Q2R_0 by assumption. cbv beta.
    pose proof (above_infimum f grad (Q2R L) low O Q M (x i)) as A.
    rewrite half_inverse by lra. lra.
  - simpl in sound_of. rewrite K in sound_of. now rewrite andb_false_r in sound_of.
Qed.

(* f is convex with the subgradients g k at x k, none longer than M. *)
Theorem worst_case_lipschitz {V : space} (c : certificate) (f : V -> R) (g : nat -> V) (s : V) (x : nat -> V) M :
  class c = lipschitz M -> (forall k y, f (x k) + ⟨g k, y ⊖ x k⟩ <= f y) -> (forall k, norm (g k) <= Q2R M) -> global_minimum f s ->
  follows c x g -> begins c x (fun k => f (x k) - f s) s -> holds c = true ->
  at_most c x g (fun k => f (x k) - f s) s (Q2R (bound c)).
Proof.
  intros K S bounded_by least E B C.
  apply run_at_most; try assumption. intros t of kind sound_of. destruct of as [i j|i| |i|i]; try contradiction.
  - unfold sound in sound_of. rewrite K in sound_of. apply andb_prop in sound_of. destruct sound_of as [I J].
    apply Nat.leb_le in I. apply Nat.leb_le in J. unfold expressed. rewrite K, valued_pair, tangent_known.
    destruct (known_or_minimum c x g (fun k => f (x k) - f s) s t i E I) as [Pi [_ Vi]].
    destruct (known_or_minimum c x g (fun k => f (x k) - f s) s t j E J) as [Pj [Gj Vj]].
    rewrite Pi, Pj, Gj, Vi, Vj.
    assert (N : forall k, or_minimum c k (f (x k) - f s) 0 = f (or_minimum c k (x k) s) - f s) by (intro k; unfold or_minimum; destruct (k <=? last c); ring).
    rewrite !N. replace (or_minimum c i (x i) s ⊖ s ⊖ (or_minimum c j (x j) s ⊖ s)) with (or_minimum c i (x i) s ⊖ or_minimum c j (x j) s) by vector.
    set (y := or_minimum c i (x i) s). unfold or_minimum. destruct (j <=? last c).
    + pose proof (S j y). lra.
    + autorewrite with inner. pose proof (least y). lra.
  - simpl in sound_of. apply Nat.leb_le in sound_of. unfold expressed, valued. rewrite K. cbn [constant values quadratic].
    rewrite value_known, Q2R_0 by assumption. cbv beta. change (form [] (basis c x g s)) with 0. pose proof (least (x i)). lra.
  - simpl in sound_of. rewrite K in sound_of. apply andb_prop in sound_of. destruct sound_of as [I _]. apply Nat.leb_le in I.
    unfold expressed, valued. rewrite K. cbn [constant values quadratic]. rewrite squared_known, Q2R_times by assumption.
    rewrite ?Q2R_m1. change (combination [] (numbers c (fun k => f (x k) - f s) t)) with 0.
    pose proof (bounded_by i). pose proof (norm_pos (g i)). pose proof (norm_sqr (g i)). nra.
Qed.
