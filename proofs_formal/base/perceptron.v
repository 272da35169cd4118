(* The network of SGM, f = f_p ∘ S_p ∘ … ∘ S_1 ∘ f_0, seen from one of its values f^r: upper is the part above it. *)
From Verigrad.base Require Import inner_product sums spaces differential gradient networks.

(* z = f^r ↦ f^p: nothing, or W_{r+1} S_{r+1}(z) + b_{r+1} and what is above *)
Inductive upper : nat -> nat -> Type :=
| top (n : nat) : upper n n
| above (m k n : nat) (σ σ' : R -> R) (W : (ℝ ^^ m) ^^ k) (b : ℝ ^^ k) (rest : upper k n) : upper m n.

Fixpoint upper_value {m n} (u : upper m n) : ℝ ^^ m -> ℝ ^^ n :=
  match u with
  | top _ => fun z => z
  | above m k n σ σ' W b rest => fun z => upper_value rest (apply W (each σ z) ⊕ b)
  end.
(* v ↦ v × W_p × ∇S_p∘f^{p-1} × … × W_{r+1} × ∇S_{r+1}∘f^r, rows being vectors: from the left *)
Fixpoint upper_gradient {m n} (u : upper m n) : ℝ ^^ m -> ℝ ^^ n -> ℝ ^^ m :=
  match u with
  | top _ => fun _ v => v
  | above m k n σ σ' W b rest => fun z v => each_back σ' z (transposed W (upper_gradient rest (apply W (each σ z) ⊕ b) v))
  end.
Fixpoint upper_smooth {m n} (u : upper m n) : ℝ ^^ m -> Prop :=
  match u with
  | top _ => fun _ => True
  | above m k n σ σ' W b rest => fun z => differentiable_at σ σ' z /\ upper_smooth rest (apply W (each σ z) ⊕ b)
  end.

(* (v × W)_j = Σ_i v_i W_ij: the row times the matrix is the transposed matrix applied to it *)
Lemma row_times_matrix {m k} (W : (ℝ ^^ m) ^^ k) (v : ℝ ^^ k) j : transposed W v j = sum (fun i => v i * W i j).
Proof. unfold transposed. rewrite vsum_entry, vsum_line. reflexivity. Qed.

Lemma affine_differential {X : space} {k} (W : X ^^ k) (b : ℝ ^^ k) (x : X) : has_differential (fun x => apply W x ⊕ b) x (apply W).
Proof.
  eapply differential_ext; [reflexivity| |apply (differential_add (apply W) (fun _ => b) x (apply W) (fun _ => zero))].
  - intro h. cbv beta. vector.
  - apply differential_entries. intro i. apply differential_linear; [apply linear_inner|apply bounded_inner].
  - apply differential_const.
Qed.

Theorem upper_chain_rule {m n} (u : upper m n) (φ : ℝ ^^ n -> R) v : forall z, upper_smooth u z -> has_gradient φ (upper_value u z) v ->
  has_gradient (fun y => φ (upper_value u y)) z (upper_gradient u z v).
Proof.
  induction u as [n|m k n σ σ' W b rest IH]; intros z S G; [exact G|]. destruct S as [Sz S].
  apply (gradient_of_composition (fun y => φ (upper_value rest (apply W y ⊕ b))) (each σ) z _ (each_back σ' z)).
  - now apply each_differential.
  - apply each_adjoint.
  - apply (gradient_of_composition (fun y => φ (upper_value rest y)) (fun y => apply W y ⊕ b) (each σ z) _ (apply W)).
    + apply affine_differential.
    + apply transposed_adjoint.
    + now apply IH.
Qed.

(* ---- the same network from its input: W_0 x + b_0, then W_r S_r(·) + b_r *)
Inductive lower (a : nat) : nat -> Type :=
| first (m : nat) (W : (ℝ ^^ a) ^^ m) (b : ℝ ^^ m) : lower a m
| next (m k : nat) (net : lower a m) (σ σ' : R -> R) (W : (ℝ ^^ m) ^^ k) (b : ℝ ^^ k) : lower a k.
Arguments first {a m} W b.
Arguments next {a m k} net σ σ' W b.

Fixpoint lower_value {a m} (net : lower a m) (x : ℝ ^^ a) : ℝ ^^ m :=
  match net with
  | first W b => apply W x ⊕ b
  | next net σ _ W b => apply W (each σ (lower_value net x)) ⊕ b
  end.
(* W_p × ∇S_p × W_{p-1} × … × ∇S_1 × W_0, by rows *)
Fixpoint lower_jacobian {a m} (net : lower a m) (x : ℝ ^^ a) : (ℝ ^^ a) ^^ m :=
  match net with
  | first W _ => W
  | next net _ σ' W _ => fun i => vsum (fun j => (W i j * σ' (lower_value net x j)) ⋅ lower_jacobian net x j)
  end.
Fixpoint lower_smooth {a m} (net : lower a m) (x : ℝ ^^ a) : Prop :=
  match net with
  | first _ _ => True
  | next net σ σ' _ _ => lower_smooth net x /\ differentiable_at σ σ' (lower_value net x)
  end.
Theorem lower_differential {a m} (net : lower a m) x : lower_smooth net x ->
  has_differential (lower_value net) x (apply (lower_jacobian net x)).
Proof.
  induction net as [m W b|m k net IH σ σ' W b]; intro S; [apply affine_differential|]. destruct S as [S D].
  pose proof (differential_compose (lower_value net) (each σ) x _ _ (IH S) (each_differential σ σ' _ D)) as E.
  eapply differential_ext; [reflexivity| |exact (differential_compose _ (fun z => apply W z ⊕ b) x _ _ E (affine_differential W b _))].
  intro h. apply tuple_ext. intro i.
  change (apply W (each_back σ' (lower_value net x) (apply (lower_jacobian net x) h)) i
          = ⟨vsum (fun j => (W i j * σ' (lower_value net x j)) ⋅ lower_jacobian net x j), h⟩).
  rewrite inner_vsum_l. apply sum_ext. intro j. rewrite inner_scale_l. unfold each_back, apply. simpl. ring.
Qed.

(* ---- norms of matrices by rows *)
Definition row_sum_norm {n m} (W : (ℝ ^^ n) ^^ m) : R := sup (fun i => sum (fun j => Rabs (W i j))).
Definition column_sum_norm {n m} (W : (ℝ ^^ n) ^^ m) : R := sup (fun j => sum (fun i => Rabs (W i j))).
Lemma row_sum_norm_pos {n m} (W : (ℝ ^^ n) ^^ m) : 0 <= row_sum_norm W.
Proof. apply sup_pos. intro i. apply sum_pos. intro j. apply Rabs_pos. Qed.
Lemma column_sum_norm_pos {n m} (W : (ℝ ^^ n) ^^ m) : 0 <= column_sum_norm W.
Proof. apply sup_pos. intro i. apply sum_pos. intro j. apply Rabs_pos. Qed.

(* ∏_{r=0}^p of a norm of the weights *)
Fixpoint product_of_norms (norm_of : forall n m, (ℝ ^^ n) ^^ m -> R) {a m} (net : lower a m) : R :=
  match net with first W _ => norm_of _ _ W | next net _ _ W _ => norm_of _ _ W * product_of_norms norm_of net end.
(* |S′| ≤ 1 at the pre-activations *)
Fixpoint slopes_at_most_one {a m} (net : lower a m) (x : ℝ ^^ a) : Prop :=
  match net with
  | first _ _ => True
  | next net _ σ' _ _ => slopes_at_most_one net x /\ forall j, Rabs (σ' (lower_value net x j)) <= 1
  end.
(* |Σ_j w_j s_j J_jl| ≤ Σ_j |w_j| |J_jl| *)
Lemma entry_bound {a m} (w s : ℝ ^^ m) (J : (ℝ ^^ a) ^^ m) l : (forall j, Rabs (s j) <= 1) ->
  Rabs (vsum (fun j => (w j * s j) ⋅ J j) l) <= sum (fun j => Rabs (w j) * Rabs (J j l)).
Proof.
  intro H. rewrite vsum_entry, vsum_line. eapply Rle_trans; [apply sum_abs|]. apply sum_le. intro j. simpl. rewrite !Rabs_mult.
  apply Rmult_le_compat_r; [apply Rabs_pos|]. rewrite <- (Rmult_1_r (Rabs (w j))) at 2. apply Rmult_le_compat_l; [apply Rabs_pos|apply H].
Qed.
