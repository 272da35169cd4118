(* sgm/5.6: (5.6). Under (5.5), ∇J(W* ) = 0, there is a μ with
   J(W) = J(W* ) + ⟨∇J(W* ), W - W*⟩ + ½⟨∇²J(W* + μ(W - W* ))(W - W* ), W - W*⟩; the text has μ ∈ ℝ, here 0 < μ < 1.
   Neither (5.5) nor (5.4) is needed, and ∇²J need not be continuous. *)
From Verigrad.base Require Import inner_product sums spaces differential gradient function_class hessian.

Theorem conclusion {V : space} (J : V -> R) (grad : V -> V) (hess : V -> V -> V) :
  differentiable J grad -> has_hessian grad hess -> forall s x, exists μ, 0 < μ < 1 /\
    J x = J s + ⟨grad s, x ⊖ s⟩ + / 2 * ⟨hess (s ⊕ μ ⋅ (x ⊖ s)) (x ⊖ s), x ⊖ s⟩.
Proof.
  intros D H s x. destruct (taylor_lagrange J grad hess D H s (x ⊖ s)) as [μ [B E]]. exists μ. split; [exact B|].
  now replace (s ⊕ (x ⊖ s)) with x in E by vector.
Qed.
