(* The line ℝ, products U × V, and n copies of a space: ℝ ^^ n is ℝⁿ, (ℝ ^^ n) ^^ m are the m × n matrices by rows. *)
From Coq Require Import FunctionalExtensionality.
From Verigrad.base Require Import inner_product sums.

Definition line : space.
Proof.
  refine (@Space R 0 Rplus Rmult Rmult _ _ _ _ _ _); intros; try ring.
  - apply Rle_0_sqr.
  - assert (E : (u - v) * (u - v) = 0) by lra. apply Rmult_integral in E. destruct E; lra.
Defined.
Notation ℝ := line.

Lemma line_norm (x : ℝ) : ‖x‖ = Rabs x.
Proof. apply sqrt_Rsqr_abs. Qed.
Lemma line_sub (x y : ℝ) : x ⊖ y = (x - y)%R.
Proof. unfold sub. simpl. ring. Qed.

(* 0 ≤ ‖u - v‖², in the form in which the laws ask for it *)
Lemma sqdist_pos {V : space} (u v : V) : 0 <= ⟨u, u⟩ - 2 * ⟨u, v⟩ + ⟨v, v⟩.
Proof. replace (⟨u, u⟩ - 2 * ⟨u, v⟩ + ⟨v, v⟩) with (sqnorm (u ⊖ v)) by inner_ring. apply sqnorm_pos. Qed.

Definition product (U V : space) : space.
Proof.
  refine (@Space (U * V) (zero, zero) (fun p q => (fst p ⊕ fst q, snd p ⊕ snd q)) (fun a p => (a ⋅ fst p, a ⋅ snd p))
            (fun p q => ⟨fst p, fst q⟩ + ⟨snd p, snd q⟩) _ _ _ _ _ _); intros; simpl; autorewrite with inner; try ring.
  - now rewrite (inner_sym _ (fst u)), (inner_sym _ (snd u)).
  - pose proof (inner_pos _ (fst u)). pose proof (inner_pos _ (snd u)). lra.
  - destruct u as [a b], v as [c d]. simpl in *. pose proof (sqdist_pos a c). pose proof (sqdist_pos b d).
    f_equal; apply inner_definite; lra.
Defined.
Infix "⊗" := product (at level 40, left associativity).

Definition tuple (n : nat) (X : space) : space.
Proof.
  refine (@Space (index n -> X) (fun _ => zero) (fun u v i => u i ⊕ v i) (fun a u i => a ⋅ u i)
            (fun u v => sum (fun i => ⟨u i, v i⟩)) _ _ _ _ _ _); intros.
  - apply sum_ext. intro i. apply inner_sym.
  - rewrite <- (@sum_zero n). apply sum_ext. intro i. apply inner_zero_l.
  - rewrite <- sum_add. apply sum_ext. intro i. apply inner_add_l.
  - rewrite <- sum_scale. apply sum_ext. intro i. apply inner_scale_l.
  - apply sum_pos. intro i. apply inner_pos.
  - apply functional_extensionality. intro i. apply inner_definite.
    apply (sum_pos_zero (fun i => ⟨u i, u i⟩ - 2 * ⟨u i, v i⟩ + ⟨v i, v i⟩)).
    + intro j. apply sqdist_pos.
    + rewrite sum_add, sum_sub, sum_scale. exact H.
Defined.
Notation "X ^^ n" := (tuple n X) (at level 30, right associativity).

(* The space of no parameters *)
Definition point : space.
Proof. refine (@Space unit tt (fun _ _ => tt) (fun _ _ => tt) (fun _ _ => 0) _ _ _ _ _ _); intros; try ring; try lra. now destruct u, v. Defined.

Section Products.
  Context {U V : space}.
  Implicit Types p : U ⊗ V.

  Lemma fst_norm p : norm (fst p) <= ‖p‖.
  Proof. apply sqrt_le_1_alt. simpl. pose proof (inner_pos _ (snd p)). lra. Qed.
  Lemma snd_norm p : norm (snd p) <= ‖p‖.
  Proof. apply sqrt_le_1_alt. simpl. pose proof (inner_pos _ (fst p)). lra. Qed.
  Lemma pair_norm p : ‖p‖ <= norm (fst p) + norm (snd p).
  Proof.
    pose proof (norm_pos (fst p)). pose proof (norm_pos (snd p)). apply norm_le_of_squares; [lra|].
    pose proof (norm_sqr (fst p)). pose proof (norm_sqr (snd p)). unfold sqnorm in *. simpl. nra.
  Qed.
End Products.

Section Tuples.
  Context {n : nat} {X : space}.
  Implicit Types u : X ^^ n.

  Lemma tuple_ext u v : (forall i, u i = v i) -> u = v.
  Proof. apply functional_extensionality. Qed.
  Lemma tuple_inner u v : ⟨u, v⟩ = sum (fun i => ⟨u i, v i⟩).
  Proof. reflexivity. Qed.
  Lemma tuple_sqnorm u : ‖u‖² = sum (fun i => sqnorm (u i)).
  Proof. reflexivity. Qed.
  Lemma entry_norm u i : norm (u i) <= ‖u‖.
  Proof. apply norm_le. rewrite tuple_sqnorm. apply (sum_term_le (fun i => sqnorm (u i))). intro j. apply sqnorm_pos. Qed.
End Tuples.

Lemma tuple_norm {n} {X : space} (u : X ^^ n) : ‖u‖ <= sum (fun i => norm (u i)).
Proof.
  apply norm_le_of_squares; [apply sum_pos; intro; apply norm_pos|]. rewrite tuple_sqnorm.
  induction n as [|n IH]; simpl; [lra|]. specialize (IH (fun i => u (Fin.FS i))). rewrite <- (norm_sqr (u Fin.F1)).
  pose proof (norm_pos (u Fin.F1)). pose proof (sum_pos (fun i => norm (u (Fin.FS i))) (fun i => norm_pos _)). nra.
Qed.

(* The standard basis of ℝⁿ *)
Definition basis {n} (i : index n) : ℝ ^^ n := delta i.
Lemma inner_basis {n} (i : index n) (u : ℝ ^^ n) : ⟨basis i, u⟩ = u i.
Proof. apply sum_delta. Qed.
(* x e_i in place i, 0 elsewhere *)
Definition at_place {n} {X : space} (i : index n) (x : X) : X ^^ n := fun j => delta i j ⋅ x.
Lemma inner_at_place {n} {X : space} (i : index n) (x : X) (u : X ^^ n) : ⟨at_place i x, u⟩ = ⟨x, u i⟩.
Proof.
  rewrite tuple_inner. unfold at_place. rewrite (sum_ext _ (fun j => delta i j * ⟨x, u j⟩)) by (intro j; exact (inner_scale_l X (delta i j) x (u j))).
  exact (sum_delta (fun j => ⟨x, u j⟩) i).
Qed.

(* Σ_i u_i, of vectors *)
Fixpoint vsum {V : space} {n : nat} : (index n -> V) -> V :=
  match n with O => fun _ => zero | S m => fun u => u Fin.F1 ⊕ vsum (fun i => u (Fin.FS i)) end.
Lemma inner_vsum_l {V : space} {n} (u : index n -> V) v : ⟨vsum u, v⟩ = sum (fun i => ⟨u i, v⟩).
Proof. induction n; simpl; [apply inner_zero_l|]. now rewrite inner_add_l, IHn. Qed.
Lemma inner_vsum_r {V : space} {n} (u : index n -> V) v : ⟨v, vsum u⟩ = sum (fun i => ⟨v, u i⟩).
Proof. rewrite inner_sym, inner_vsum_l. apply sum_ext. intro i. apply inner_sym. Qed.
Lemma vsum_ext {V : space} {n} (u v : index n -> V) : (forall i, u i = v i) -> vsum u = vsum v.
Proof. intro E. f_equal. now apply functional_extensionality. Qed.
Lemma vsum_entry {X : space} {n m} (u : index n -> X ^^ m) i : vsum u i = vsum (fun k => u k i).
Proof. induction n; simpl; [reflexivity|]. now rewrite IHn. Qed.
Lemma vsum_line {n} (u : index n -> ℝ) : vsum u = sum u.
Proof. induction n; simpl; [reflexivity|]. now rewrite IHn. Qed.
(* v = Σ v_k e_k *)
Lemma basis_expansion {n} (v : ℝ ^^ n) : v = vsum (fun k => v k ⋅ basis k).
Proof.
  apply tuple_ext. intro i. rewrite vsum_entry, vsum_line. rewrite <- (sum_delta v i) at 1. apply sum_ext. intro k.
  unfold basis. simpl. rewrite (delta_sym k i). ring.
Qed.

(* Σ_{k<n} g k, of vectors *)
Fixpoint vector_sum {V : space} (n : nat) (g : nat -> V) : V :=
  match n with O => zero | S m => vector_sum m g ⊕ g m end.
Lemma inner_vector_sum {V : space} n (g : nat -> V) v : ⟨vector_sum n g, v⟩ = sum_to n (fun k => ⟨g k, v⟩).
Proof. induction n; simpl; [apply inner_zero_l|]. now rewrite inner_add_l, IHn. Qed.
