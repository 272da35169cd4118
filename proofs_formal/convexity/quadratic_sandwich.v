(* sgm/5.7: (5.7). Under (5.4), β ≥ ∇²J ≥ α > 0, and (5.5), ∇J(W* ) = 0,
   J(W* ) ≤ J(W* ) + α/2 |W - W*|² ≤ J(W) ≤ J(W* ) + β/2 |W - W*|² for all W. So W* is a minimiser, and the only one. *)
From Verigrad.base Require Import inner_product sums spaces differential gradient function_class hessian.
From Verigrad.convexity Require second_order_expansion.

Section Sandwich.
  Context {V : space}.
  Variables (J : V -> R) (grad : V -> V) (hess : V -> V -> V) (α β : R) (s : V).
  Hypothesis J_differentiable : differentiable J grad.
  Hypothesis J_hessian : has_hessian grad hess.
  Hypothesis bounds : hessian_between hess α β.
  Hypothesis α_positive : 0 < α.
  Hypothesis s_extremal : grad s = zero.

  Theorem conclusion x : J s <= J s + α / 2 * sqnorm (x ⊖ s) /\
    J s + α / 2 * sqnorm (x ⊖ s) <= J x /\ J x <= J s + β / 2 * sqnorm (x ⊖ s).
  Proof.
    destruct (second_order_expansion.conclusion J grad hess J_differentiable J_hessian s x) as [μ [_ E]].
    rewrite s_extremal, inner_zero_l in E. pose proof (bounds (s ⊕ μ ⋅ (x ⊖ s)) (x ⊖ s)).
    pose proof (Rmult_le_pos _ _ (Rlt_le _ _ α_positive) (sqnorm_pos (x ⊖ s))). lra.
  Qed.
  Theorem conclusion_minimum : global_minimum J s.
  Proof. intro x. pose proof (conclusion x). lra. Qed.
  Theorem conclusion_unique x : global_minimum J x -> x = s.
  Proof.
    intro M. pose proof (M s). pose proof (conclusion x) as [_ [A _]].
    pose proof (sqnorm_pos (x ⊖ s)) as P. assert (Z : sqnorm (x ⊖ s) = 0) by nra.
    apply sqnorm_zero_inv in Z. replace x with ((x ⊖ s) ⊕ s) by vector. rewrite Z. vector.
  Qed.
End Sandwich.
