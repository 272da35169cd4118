(* sgm/5.7: (5.7). Under β ≥ ∇²J ≥ α > 0 (5.4) and ∇J(W* ) = 0 (5.5), for all W,
   J(W* ) ≤ J(W* ) + α/2 |W - W*|² ≤ J(W) ≤ J(W* ) + β/2 |W - W*|²; so W* is a minimiser, and the only one. *)
From Verigrad.base Require Import inner_product sums spaces differential gradient function_class.
From Verigrad.convexity Require second_order_expansion.

Section Sandwich.
  Context {V : space}.
  Variables (f : V -> R) (grad : V -> V) (H : V -> V -> V) (α β : R) (s : V).
  Hypothesis f_differentiable : differentiable f grad.
  Hypothesis hessian : has_hessian grad H.
  Hypothesis α_positive : 0 < α.
  Hypothesis lower : hessian_at_least H α.
  Hypothesis upper : hessian_at_most H β.
  Hypothesis extremal : grad s = zero.

  Lemma bounds x : f s + α / 2 * sqnorm (x ⊖ s) <= f x <= f s + β / 2 * sqnorm (x ⊖ s).
  Proof.
    destruct (second_order_expansion.conclusion f grad H f_differentiable hessian s x) as [μ [_ E]].
    rewrite extremal, inner_zero_l in E.
    pose proof (lower (s ⊕ μ ⋅ (x ⊖ s)) (x ⊖ s)). pose proof (upper (s ⊕ μ ⋅ (x ⊖ s)) (x ⊖ s)). lra.
  Qed.
  Theorem conclusion x : f s <= f s + α / 2 * sqnorm (x ⊖ s) /\ f s + α / 2 * sqnorm (x ⊖ s) <= f x /\ f x <= f s + β / 2 * sqnorm (x ⊖ s).
  Proof. pose proof (bounds x). pose proof (sqnorm_pos (x ⊖ s)). assert (0 <= α / 2 * sqnorm (x ⊖ s)) by (apply Rmult_le_pos; lra). lra. Qed.
  Theorem conclusion_unique_minimiser : global_minimum f s /\ forall x, global_minimum f x -> x = s.
  Proof.
    split; [intro x; pose proof (conclusion x); lra|]. intros x M. pose proof (conclusion x) as B. pose proof (M s).
    pose proof (sqnorm_pos (x ⊖ s)). assert (Z : sqnorm (x ⊖ s) = 0) by nra.
    apply sqnorm_zero_inv in Z. replace x with ((x ⊖ s) ⊕ s) by vector. rewrite Z. vector.
  Qed.
End Sandwich.
