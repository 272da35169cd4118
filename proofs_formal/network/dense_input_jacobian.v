(* mathdnn/4.1: Proposition 4.1. The Jacobian of the dense layer 𝕃(y, W, b) = y Wᵀ + b in its input is W. *)
From Verigrad.base Require Import inner_product sums spaces differential gradient networks.

Theorem conclusion {n m} (W : (ℝ ^^ n) ^^ m) (b : ℝ ^^ m) (y : ℝ ^^ n) :
  has_differential (fun y => dense ((W, b) : ((ℝ ^^ n) ^^ m) ⊗ (ℝ ^^ m)) y) y (apply W) /\ forall i j, matrix (apply W) i j = W i j.
Proof.
  split.
  - eapply differential_ext; [reflexivity| |apply (differential_add (apply W) (fun _ => b) y (apply W) (fun _ => zero))].
    + intro h. cbv beta. vector.
    + apply differential_entries. intro i. apply differential_linear; [apply linear_inner|apply bounded_inner].
    + apply differential_const.
  - intros i j. unfold matrix, apply. rewrite inner_sym. apply inner_basis.
Qed.
