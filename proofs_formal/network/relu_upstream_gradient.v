(* mathdnn/5.1: Proposition 5.1. The gradient of F ∘ ReLU at z is ∇F(y)_i 1_{z_i > 0}, y = ReLU(z). For z without an entry 0, as in 2.1. *)
From Verigrad.base Require Import inner_product sums spaces differential gradient networks.
From Verigrad.network Require Import relu_jacobian.

Theorem conclusion {m} (F : ℝ ^^ m -> R) (z g : ℝ ^^ m) : (forall i, z i <> 0) -> has_gradient F (each relu z) g ->
  has_gradient (fun u => F (each relu u)) z ((fun i => g i * step (z i)) : ℝ ^^ m).
Proof.
  intros N G. apply (gradient_ext (fun u : ℝ ^^ m => F (each relu u)) _ _ (each_back step z g)).
  - apply (gradient_of_composition F (each relu) z g (each_back step z)).
    + apply each_differential. intro i. now apply relu_derivative.
    + apply each_adjoint.
    + exact G.
  - reflexivity.
  - apply tuple_ext. intro i. unfold each_back. simpl. ring.
Qed.
