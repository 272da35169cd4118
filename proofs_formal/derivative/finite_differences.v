(* mfds/14.3.1: section 14.3.1. 1/ε (f(x + εδ_k) - f(x)) ≈ ∂_k f(x) for small ε > 0: for L-smooth f the error is at most Lε/2 in exact arithmetic, and central
   differences are no worse; attained by the parabola. The p + 1 evaluations are those of f at x and at p points. *)
From Verigrad.base Require Import inner_product sums spaces differential gradient function_class.
From Verigrad.convexity Require quadratic_upper_bound.

Section Differences.
  Context {V : space}.
  Variables (f : V -> R) (grad : V -> V) (L : R).
  Hypothesis f_differentiable : differentiable f grad.
  Hypothesis f_smooth : smooth grad L.

  Lemma two_sided x h : Rabs (f (x ⊕ h) - f x - ⟨grad x, h⟩) <= L / 2 * ‖h‖².
  Proof.
    pose proof (quadratic_upper_bound.conclusion f grad L f_differentiable f_smooth x (x ⊕ h)) as U.
    assert (D : differentiable (fun u => -1 * f u) (fun u => -1 ⋅ grad u)) by (intro u; apply gradient_scale, f_differentiable).
    assert (S : smooth (fun u => -1 ⋅ grad u) L).
    { intros u v. replace (-1 ⋅ grad u ⊖ -1 ⋅ grad v) with (-1 ⋅ (grad u ⊖ grad v)) by vector. rewrite norm_scale, (Rabs_left (-1)) by lra.
      replace (- -1) with 1 by ring. rewrite Rmult_1_l. apply f_smooth. }
    pose proof (quadratic_upper_bound.conclusion _ _ L D S x (x ⊕ h)) as B. cbv beta in B.
    replace (x ⊕ h ⊖ x) with h in * by vector. replace (⟨-1 ⋅ grad x, h⟩) with (- ⟨grad x, h⟩) in B by inner_ring. apply Rabs_le. lra.
  Qed.
  (* for a direction d of length 1, such as δ_k *)
  Theorem conclusion x d ε : ‖d‖² = 1 -> 0 < ε -> Rabs (/ ε * (f (x ⊕ ε ⋅ d) - f x) - ⟨grad x, d⟩) <= L * ε / 2.
  Proof.
    intros U He. pose proof (two_sided x (ε ⋅ d)) as B. replace (sqnorm (ε ⋅ d)) with (ε * ε * ‖d‖²) in B by inner_ring.
    rewrite U, inner_scale_r in B. replace (/ ε * (f (x ⊕ ε ⋅ d) - f x) - ⟨grad x, d⟩) with (/ ε * (f (x ⊕ ε ⋅ d) - f x - ε * ⟨grad x, d⟩)) by (field; lra).
    assert (I : 0 < / ε) by (now apply Rinv_0_lt_compat). rewrite Rabs_mult, (Rabs_pos_eq (/ ε)) by lra.
    apply Rmult_le_compat_l with (r := / ε) in B; [|lra]. replace (/ ε * (L / 2 * (ε * ε * 1))) with (L * ε / 2) in B by (field; lra). exact B.
  Qed.
  Theorem conclusion_central x d ε : ‖d‖² = 1 -> 0 < ε -> Rabs (/ (2 * ε) * (f (x ⊕ ε ⋅ d) - f (x ⊖ ε ⋅ d)) - ⟨grad x, d⟩) <= L * ε / 2.
  Proof.
    intros U He. pose proof (conclusion x d ε U He) as A. pose proof (conclusion x (-1 ⋅ d) ε) as B.
    replace (sqnorm (-1 ⋅ d)) with (‖d‖²) in B by inner_ring. specialize (B U He). rewrite inner_scale_r in B.
    replace (x ⊕ ε ⋅ (-1 ⋅ d)) with (x ⊖ ε ⋅ d) in B by vector.
    replace (/ (2 * ε) * (f (x ⊕ ε ⋅ d) - f (x ⊖ ε ⋅ d)) - ⟨grad x, d⟩)
      with (/ 2 * (/ ε * (f (x ⊕ ε ⋅ d) - f x) - ⟨grad x, d⟩) - / 2 * (/ ε * (f (x ⊖ ε ⋅ d) - f x) - -1 * ⟨grad x, d⟩)) by (field; lra).
    apply Rabs_le. unfold Rabs in A, B. destruct Rcase_abs in A; destruct Rcase_abs in B; lra.
  Qed.
End Differences.
(* f(x) = x²/2, L = 1: the error is ε/2 at every x. *)
Theorem sharp (x : ℝ) ε : 0 < ε -> / ε * (/ 2 * sqnorm (x ⊕ ε ⋅ (1 : ℝ)) - / 2 * ‖x‖²) - ⟨x, (1 : ℝ)⟩ = 1 * ε / 2.
Proof. intro H. unfold sqnorm. simpl. field. lra. Qed.
