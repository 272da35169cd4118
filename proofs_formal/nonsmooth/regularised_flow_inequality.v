(* sgm/5.6.1: Lemma 5.6.1, (5.38) and (5.40). Solutions of W′ = -∇(J₁ + J₂)(W), J₂ convex and differentiable, satisfy
   ⟨W′ + ∇J₁(W), Y - W⟩ + J₂(Y) - J₂(W) ≥ 0 for all Y and t; with bounded gradients they are Lipschitz in time, with one constant.
   The velocity and the equation are asked for at t = 0, too. *)
From Verigrad.base Require Import inner_product sums spaces differential gradient function_class.
From Verigrad.convexity Require convexity_first_order.

Section Flow.
  Context {V : space}.
  Variables (J2 : V -> R) (grad1 grad2 : V -> V) (W W' : R -> V).
  Hypothesis J2_differentiable : differentiable J2 grad2.
  Hypothesis J2_convex : convex J2.
  Hypothesis velocity : forall t, 0 <= t -> has_velocity W t (W' t).
  Hypothesis flow : forall t, 0 <= t -> W' t = -1 ⋅ (grad1 (W t) ⊕ grad2 (W t)).

  Theorem conclusion Y t : 0 <= t -> ⟨W' t ⊕ grad1 (W t), Y ⊖ W t⟩ + J2 Y - J2 (W t) >= 0.
  Proof.
    intro Ht. pose proof (convexity_first_order.convex_above_tangents J2 grad2 J2_differentiable J2_convex (W t) Y) as T. rewrite flow by assumption.
    replace (⟨-1 ⋅ (grad1 (W t) ⊕ grad2 (W t)) ⊕ grad1 (W t), Y ⊖ W t⟩) with (- ⟨grad2 (W t), Y ⊖ W t⟩) by inner_ring. lra.
  Qed.
  (* (5.40) *)
  Theorem conclusion_uniform_bound C1 C2 : (forall x, norm (grad1 x) <= C1) -> (forall x, norm (grad2 x) <= C2) ->
    forall s t, 0 <= s <= t -> norm (W t ⊖ W s) <= (C1 + C2) * (t - s).
  Proof.
    intros B1 B2 s t H. apply (velocity_bound W W'); [lra|intros r Hr; apply velocity; lra|].
    intros r Hr. rewrite flow by lra. rewrite norm_scale, (Rabs_left (-1)) by lra. replace (- -1) with 1 by ring. rewrite Rmult_1_l.
    eapply Rle_trans; [apply norm_triangle|]. specialize (B1 (W r)). specialize (B2 (W r)). lra.
  Qed.
End Flow.
