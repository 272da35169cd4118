(* sgm/5.15: (5.15). The gradient of J(W) = Σ φ_y(f(x, W)) over the dataset is the sum of the gradients, in all weights and biases. *)
From Verigrad.base Require Import inner_product sums spaces differential gradient networks.
From Verigrad.network Require Import backpropagation.

Theorem conclusion {P : space} {n} (cost : index n -> P -> R) (p : P) (g : index n -> P) :
  (forall i, has_gradient (cost i) p (g i)) -> has_gradient (fun q => sum (fun i => cost i q)) p (vsum g).
Proof. intro H. apply (gradient_sum cost p g); [exact H|intro v; apply inner_vsum_l]. Qed.

(* with each term's by back-propagation *)
Theorem conclusion_by_backpropagation {X Z : space} {n} (s : shape X Z) p (x : index n -> X) (φ : index n -> Z -> R) (v : index n -> Z) :
  (forall i, smooth_pass s p (x i)) -> (forall i, has_gradient (φ i) (evaluate (dense_network s) p (x i)) (v i)) ->
  has_gradient (fun q => sum (fun i => φ i (evaluate (dense_network s) q (x i)))) p
    (vsum (fun i => fst (backpropagate (dense_network s) p (x i) (v i)))).
Proof.
  intros S G. apply (conclusion (fun i q => φ i (evaluate (dense_network s) q (x i)))). intro i.
  exact (gradient_at_input _ p (x i) _ (conclusion_any_loss s p (x i) (φ i) (v i) (S i) (G i))).
Qed.
