(* sgm/5.6.4: Lemma 5.6.4, its second half: |W_0 - Y|² ≥ |W(0) - Y|² for all Y gives W(0) = W_0. That the weak form gives these inequalities is not proved here. *)
From Verigrad.base Require Import inner_product sums spaces.

Theorem partial_balls {V : space} (W0 start : V) : (forall Y, sqnorm (W0 ⊖ Y) - sqnorm (start ⊖ Y) >= 0) -> start = W0.
Proof.
  intro H. specialize (H W0). replace (sqnorm (W0 ⊖ W0)) with 0 in H by inner_ring. pose proof (sqnorm_pos (start ⊖ W0)).
  assert (Z : sqnorm (start ⊖ W0) = 0) by lra. apply sqnorm_zero_inv in Z. replace start with ((start ⊖ W0) ⊕ W0) by vector. rewrite Z. vector.
Qed.
