(* sgm/5.8: (5.8). Under β ≥ ∇²J ≥ α, α|W₁ - W₂|² ≤ ⟨∇J(W₁) - ∇J(W₂), W₁ - W₂⟩ ≤ β|W₁ - W₂|²; of any sign of α and β. *)
From Verigrad.base Require Import inner_product sums spaces differential gradient function_class.

Section Monotonicity.
  Context {V : space}.
  Variables (grad : V -> V) (H : V -> V -> V).

  (* the mean value of ⟨∇²J v, v⟩ on the segment *)
  Lemma mean_value : has_hessian grad H -> forall x y, exists t, 0 < t < 1 /\ ⟨grad x ⊖ grad y, x ⊖ y⟩ = ⟨H (y ⊕ t ⋅ (x ⊖ y)) (x ⊖ y), x ⊖ y⟩.
  Proof.
    intros D x y. destruct (MVT_cor2 (fun t => ⟨grad (y ⊕ t ⋅ (x ⊖ y)), x ⊖ y⟩) (fun t => ⟨H (y ⊕ t ⋅ (x ⊖ y)) (x ⊖ y), x ⊖ y⟩) 0 1) as [t [E Ht]];
      [lra|intros t _; now apply gradient_along_line|].
    exists t. split; [assumption|]. replace (y ⊕ 1 ⋅ (x ⊖ y)) with x in E by vector. replace (y ⊕ 0 ⋅ (x ⊖ y)) with y in E by vector.
    rewrite Rminus_0_r, Rmult_1_r in E. rewrite <- E. unfold sub at 1. now rewrite inner_add_l, inner_scale_l; ring.
  Qed.
  Theorem conclusion α β : has_hessian grad H -> hessian_at_least H α -> hessian_at_most H β -> forall x y,
    α * sqnorm (x ⊖ y) <= ⟨grad x ⊖ grad y, x ⊖ y⟩ <= β * sqnorm (x ⊖ y).
  Proof. intros D A B x y. destruct (mean_value D x y) as [t [_ ->]]. split; [apply A|apply B]. Qed.
End Monotonicity.
