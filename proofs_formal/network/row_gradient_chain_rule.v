(* sgm/5.9: (5.9). With the gradient of u : ℝᵃ → ℝᵇ the matrix of b lines and a columns, ∇(v ∘ u) = (∇v ∘ u) × ∇u. *)
From Verigrad.base Require Import inner_product sums spaces differential gradient.
From Verigrad.derivative Require jacobian_chain_rule.

Theorem conclusion {a b c} (u : ℝ ^^ a -> ℝ ^^ b) (v : ℝ ^^ b -> ℝ ^^ c) (x : ℝ ^^ a) Du Dv :
  has_differential u x Du -> has_differential v (u x) Dv ->
  has_differential (fun x => v (u x)) x (fun h => Dv (Du h)) /\
  forall i j, matrix (fun h => Dv (Du h)) i j = sum (fun k => matrix Dv i k * matrix Du k j).
Proof. apply jacobian_chain_rule.conclusion. Qed.
