(* mathdnn/4.2: Proposition 4.2. The Jacobian of the dense layer in the weight row i* has the input y in row i* and 0 elsewhere. *)
From Verigrad.base Require Import inner_product sums spaces differential gradient networks.

(* W with w in row i *)
Definition with_row {X : space} {m} (W : X ^^ m) (i : index m) (w : X) : X ^^ m := fun k => if same i k then w else W k.

Theorem conclusion {n m} (W : (ℝ ^^ n) ^^ m) (b : ℝ ^^ m) (y : ℝ ^^ n) (r : index m) (w : ℝ ^^ n) :
  let J := fun h : ℝ ^^ n => at_place r (⟨y, h⟩ : ℝ) in
  has_differential (fun w => dense ((with_row W r w, b) : ((ℝ ^^ n) ^^ m) ⊗ (ℝ ^^ m)) y) w J /\
  forall i j, matrix J i j = if same r i then y j else 0.
Proof.
  intro J. split.
  - apply differential_entries. intro i. unfold dense, apply, with_row, J, at_place, delta. simpl. destruct (same r i).
    + eapply differential_ext; [reflexivity| |apply (differential_add (fun w : ℝ ^^ n => ⟨w, y⟩ : ℝ) (fun _ => b i : ℝ) w (fun h => ⟨y, h⟩ : ℝ) (fun _ => zero))].
      * intro h. simpl. ring.
      * eapply differential_ext; [intro u; apply inner_sym|reflexivity|apply (differential_linear (fun h => ⟨y, h⟩ : ℝ)); [apply linear_inner|apply bounded_inner]].
      * apply differential_const.
    + eapply differential_ext; [reflexivity| |apply (differential_const (⟨W i, y⟩ + b i : ℝ))]. intro h. simpl. ring.
  - intros i j. unfold matrix, J, at_place. rewrite inner_sym, inner_basis. unfold delta. simpl. destruct (same r i); ring.
Qed.
