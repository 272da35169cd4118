(* sgm/5.1.7: Lemma 5.1.7, (5.12). ∇_{b_r}(φ ∘ f) = ∇φ∘f^p × W_p × ∇S_p∘f^{p-1} × … × W_{r+1} × ∇S_{r+1}∘f^r; s = S_r∘f^{r-1}, or x for r = 0. *)
From Verigrad.base Require Import inner_product sums spaces differential gradient networks perceptron.

Theorem conclusion {X : space} {m n} (W : X ^^ m) (s : X) (u : upper m n) (φ : ℝ ^^ n -> R) (b : ℝ ^^ m) v :
  let fr := apply W s ⊕ b in upper_smooth u fr -> has_gradient φ (upper_value u fr) v ->
  has_gradient (fun b => φ (upper_value u (apply W s ⊕ b))) b (upper_gradient u fr v).
Proof.
  intros fr S G. apply (gradient_of_composition (fun z => φ (upper_value u z)) (fun b => apply W s ⊕ b) b _ (fun h => h) (fun h => h)).
  - eapply differential_ext; [reflexivity| |apply (differential_add (fun _ => apply W s) (fun b => b) b (fun _ => zero) (fun h => h))].
    + intro h. cbv beta. vector.
    + apply differential_const.
    + apply differential_id.
  - now intros h w.
  - now apply upper_chain_rule.
Qed.
