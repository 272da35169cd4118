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
