(* mathdnn/5.3: Proposition 5.3. For y* ∈ {0, 1}ᵐ with ‖y*‖ = 1, ξ(·, y* ) ∘ softmax has the gradient softmax(z) - y*. Σ y*_k = 1 is enough. *)
From Verigrad.base Require Import inner_product sums spaces differential gradient softmax.
From Verigrad.network Require Import cross_entropy_gradient.

Section Gradient.
  Context {m : nat}.
  Hypothesis m_positive : (0 < m)%nat.
  Variables (target z : ℝ ^^ m).

  (* ξ(softmax(z), y* ) = log Σ exp z - ⟨y*, z⟩ *)
  Lemma cross_entropy_of_softmax u : sum target = 1 -> cross_entropy target (softmax u) = log_sum_exp u + -1 * ⟨target, u⟩.
  Proof.
    intro S. unfold cross_entropy. rewrite (sum_ext _ (fun k => target k * u k - log_sum_exp u * target k)).
    - rewrite sum_sub, sum_scale, S. change (sum (fun k => target k * u k)) with (⟨target, u⟩). ring.
    - intro k. rewrite ln_softmax by assumption. ring.
  Qed.
  Theorem conclusion_of_sum_one : sum target = 1 -> has_gradient (fun u => cross_entropy target (softmax u)) z (softmax z ⊖ target).
  Proof.
    intro S. apply (gradient_ext (fun u : ℝ ^^ m => log_sum_exp u + -1 * ⟨target, u⟩) _ _ (softmax z ⊕ -1 ⋅ target)).
    - apply gradient_add; [now apply gradient_log_sum_exp|]. apply gradient_scale, gradient_linear.
    - intro u. symmetry. now apply cross_entropy_of_softmax.
    - reflexivity.
  Qed.
  Theorem conclusion : (forall k, target k = 0 \/ target k = 1) -> ‖target‖ = 1 ->
    has_gradient (fun u => cross_entropy target (softmax u)) z (softmax z ⊖ target).
  Proof.
    intros B N. apply conclusion_of_sum_one. pose proof (norm_sqr target) as Q. rewrite N, tuple_sqnorm in Q.
    replace (sum target) with (sum (fun k => sqnorm (target k : ℝ))); [lra|]. apply sum_ext. intro k. unfold sqnorm. simpl. destruct (B k) as [-> | ->]; ring.
  Qed.
End Gradient.
