(* sgm/5.1.6: Lemma 5.1.6, (5.11). ∇ₓ(φ ∘ f) = ∇φ∘f^p × W_p × ∇S_p∘f^{p-1} × W_{p-1} × … × W_1 × ∇S_1∘f^0 × W_0, for every depth. The sizes of ∇S_r
   are a_r, 1 ≤ r ≤ p; the text prints a_{r+1} and r ≥ 0. *)
From Verigrad.base Require Import inner_product sums spaces differential gradient networks perceptron.

Theorem conclusion {X : space} {m n} (W0 : X ^^ m) (b0 : ℝ ^^ m) (u : upper m n) (φ : ℝ ^^ n -> R) (x : X) v :
  let f0 := apply W0 x ⊕ b0 in upper_smooth u f0 -> has_gradient φ (upper_value u f0) v ->
  has_gradient (fun x => φ (upper_value u (apply W0 x ⊕ b0))) x (transposed W0 (upper_gradient u f0 v)).
Proof.
  intros f0 S G. apply (gradient_of_composition (fun z => φ (upper_value u z)) (fun x => apply W0 x ⊕ b0) x _ (apply W0)).
  - apply affine_differential.
  - apply transposed_adjoint.
  - now apply upper_chain_rule.
Qed.
