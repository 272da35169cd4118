(* sgm/5.1.8: Lemma 5.1.8, (5.13). ∇_{W_r}(φ ∘ f) = S_r∘f^{r-1} × ∇_{b_r}(φ ∘ f), in the text's notation with a_r lines and a_{r+1} columns: here row i of
   the gradient is (∇_{b_r})_i s. For r = 0 the left factor is the input x. *)
From Verigrad.base Require Import inner_product sums spaces differential gradient networks perceptron.
From Verigrad.network Require weight_gradient_outer_product.

Theorem conclusion {X : space} {m n} (s : X) (b : ℝ ^^ m) (u : upper m n) (φ : ℝ ^^ n -> R) (W : X ^^ m) v :
  let fr := apply W s ⊕ b in upper_smooth u fr -> has_gradient φ (upper_value u fr) v ->
  has_gradient (fun W => φ (upper_value u (apply W s ⊕ b))) W (outer (upper_gradient u fr v) s).
Proof.
  intros fr S G. apply (weight_gradient_outer_product.conclusion_outer_product (fun z => φ (upper_value u z)) W b s).
  now apply upper_chain_rule.
Qed.
(* entry by entry: ∂/∂(W_r)_ij = s_j (∇_{b_r})_i *)
Theorem conclusion_entries {k m} (s : ℝ ^^ k) (g : ℝ ^^ m) i j : outer g s i j = s j * g i.
Proof. unfold outer. simpl. ring. Qed.
