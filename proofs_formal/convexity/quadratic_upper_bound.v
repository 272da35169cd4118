(* mathdnn/6.2: Proposition 6.2. If f is L-smooth, then f(y) ≤ f(x) + ⟨∇f(x), y - x⟩ + L/2 ‖y - x‖². *)
From Verigrad.base Require Import inner_product sums spaces differential gradient function_class.

Section UpperBound.
  Context {V : space}.
  Variables (f : V -> R) (grad : V -> V).

  (* Cauchy–Schwarz and (17) under the integral: ⟨∇f(x + τv) - ∇f(x), v⟩ ≤ Lτ‖v‖² *)
  Lemma integrand_bound L x v t : smooth grad L -> 0 <= t -> ⟨grad (x ⊕ t ⋅ v) ⊖ grad x, v⟩ <= L * t * ‖v‖².
  Proof.
    intros S Ht. eapply Rle_trans; [apply cauchy_schwarz|]. rewrite <- norm_sqr.
    replace (L * t * (‖v‖ * ‖v‖)) with (L * (t * ‖v‖) * ‖v‖) by ring. apply Rmult_le_compat_r; [apply norm_pos|].
    eapply Rle_trans; [apply S|]. replace (x ⊕ t ⋅ v ⊖ x) with (t ⋅ v) by vector. rewrite norm_scale, Rabs_pos_eq; lra.
  Qed.

  (* In place of the integral of f ∘ g: f(x + τv) - τ⟨∇f(x), v⟩ - Lτ²/2 ‖v‖² does not increase. *)
  Theorem conclusion L : differentiable f grad -> smooth grad L ->
    forall x y, f y <= f x + ⟨grad x, y ⊖ x⟩ + L / 2 * sqnorm (y ⊖ x).
  Proof.
    intros D S x y. set (v := y ⊖ x).
    set (φ := fun t => f (x ⊕ t ⋅ v) - (⟨grad x, v⟩ * t + L / 2 * ‖v‖² * (t * t))).
    assert (N : φ 1 <= φ 0).
    { apply nonincreasing with (fun t => ⟨grad (x ⊕ t ⋅ v), v⟩ - (⟨grad x, v⟩ + 2 * (L / 2 * ‖v‖²) * t)); [lra| |].
      - intros t _. apply derivable_pt_lim_minus; [apply (along_line f x v t), D|apply derivative_quadratic].
      - intros t [Ht _]. pose proof (integrand_bound L x v t S Ht).
        replace (⟨grad (x ⊕ t ⋅ v), v⟩) with (⟨grad (x ⊕ t ⋅ v) ⊖ grad x, v⟩ + ⟨grad x, v⟩) by inner_ring. lra. }
    unfold φ in N. replace (x ⊕ 1 ⋅ v) with y in N by (unfold v; vector). replace (x ⊕ 0 ⋅ v) with x in N by vector. lra.
  Qed.
End UpperBound.
