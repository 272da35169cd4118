(* inna/4.7: Lemma 4.7. A Lipschitz continuous and differentiable g has a bounded gradient: ‖∇g‖ ≤ L wherever |g(x) - g(y)| ≤ L‖x - y‖. *)
From Verigrad.base Require Import inner_product sums spaces differential gradient function_class.

Section Bounded.
  Context {V : space}.
  Variables (g : V -> R) (grad : V -> V) (L : R).
  Hypothesis g_differentiable : differentiable g grad.
  Hypothesis L_pos : 0 <= L.
  Hypothesis g_lipschitz : forall x y, Rabs (g x - g y) <= L * norm (x ⊖ y).

  (* the slope along any direction *)
  Lemma slope_bound x v : ⟨grad x, v⟩ <= L * ‖v‖.
  Proof.
    apply Rnot_lt_le. intro N. pose proof (along_line g x v 0 (grad x)) as D. replace (x ⊕ 0 ⋅ v) with x in D by vector.
    destruct (D (g_differentiable x) (⟨grad x, v⟩ - L * ‖v‖)) as [[δ Hδ] B]; [lra|]. simpl in B. specialize (B (δ / 2) ltac:(lra)).
    rewrite (Rabs_pos_eq (δ / 2)), Rplus_0_l in B by lra. specialize (B ltac:(lra)).
    replace (x ⊕ 0 ⋅ v) with x in B by vector. apply Rabs_def2 in B. pose proof (g_lipschitz (x ⊕ (δ / 2) ⋅ v) x) as P.
    replace (x ⊕ (δ / 2) ⋅ v ⊖ x) with ((δ / 2) ⋅ v) in P by vector. rewrite norm_scale, (Rabs_pos_eq (δ / 2)) in P by lra.
    pose proof (Rle_abs (g (x ⊕ (δ / 2) ⋅ v) - g x)). set (q := g (x ⊕ (δ / 2) ⋅ v) - g x) in *.
    assert (q / (δ / 2) <= L * ‖v‖); [|lra]. apply Rmult_le_reg_r with (δ / 2); [lra|].
    replace (q / (δ / 2) * (δ / 2)) with q by (field; lra). lra.
  Qed.
  Theorem conclusion x : norm (grad x) <= L.
  Proof.
    pose proof (slope_bound x (grad x)) as B. fold (sqnorm (grad x)) in B. rewrite <- norm_sqr in B.
    destruct (norm_pos (grad x)) as [P|Z]; [apply Rmult_le_reg_r with (norm (grad x)); assumption|]. now rewrite <- Z.
  Qed.
End Bounded.
