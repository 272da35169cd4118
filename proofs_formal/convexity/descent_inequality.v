(* inna/1.25-1.27: (1.25) to (1.27). For θ_{k+1} = θ_k - γ∇J(θ_k) and J twice differentiable,
   J(θ_{k+1}) = J(θ_k) - γ‖∇J(θ_k)‖² + γ²/2 ⟨∇²J(ψ)∇J(θ_k), ∇J(θ_k)⟩ ≤ J(θ_k) - γ(1 - Lγ/2)‖∇J(θ_k)‖² where ∇²J ≤ L, for a ψ between the
   two points; so J(θ_{k+1}) ≤ J(θ_k) for γ < 2/L. The text asks for eigenvalues of magnitude at most L; only the largest matters. *)
From Verigrad.base Require Import inner_product sums spaces differential gradient function_class.
From Verigrad.convexity Require second_order_expansion.

Section Descent.
  Context {V : space}.
  Variables (f : V -> R) (grad : V -> V) (H : V -> V -> V) (L γ : R) (x y : V).
  Hypothesis f_differentiable : differentiable f grad.
  Hypothesis hessian : has_hessian grad H.
  Hypothesis step : y = x ⊖ γ ⋅ grad x.

  (* (1.25) and (1.26) *)
  Theorem conclusion_expansion : exists μ, 0 <= μ <= 1 /\ let ψ := x ⊕ μ ⋅ (y ⊖ x) in
    f y = f x + ⟨grad x, y ⊖ x⟩ + / 2 * ⟨H ψ (y ⊖ x), y ⊖ x⟩ /\
    f y = f x - γ * sqnorm (grad x) + / 2 * (γ * γ) * ⟨H ψ (grad x), grad x⟩.
  Proof.
    destruct (second_order_expansion.conclusion f grad H f_differentiable hessian x y) as [μ [Hμ E]].
    exists μ. split; [assumption|]. split; [exact E|]. rewrite E. assert (D : y ⊖ x = (- γ) ⋅ grad x) by (subst y; vector).
    rewrite D. destruct (hessian (x ⊕ μ ⋅ (- γ ⋅ grad x))) as [[_ S] _]. rewrite S. unfold sqnorm. autorewrite with inner. ring.
  Qed.
  (* (1.27) *)
  Theorem conclusion_decrease : hessian_at_most H L -> f y <= f x - γ * (1 - L * γ / 2) * sqnorm (grad x).
  Proof.
    intro U. destruct conclusion_expansion as [μ [_ [_ E]]]. cbv zeta in E. pose proof (U (x ⊕ μ ⋅ (y ⊖ x)) (grad x)) as B.
    apply Rmult_le_compat_l with (r := / 2 * (γ * γ)) in B; [lra|]. pose proof (Rle_0_sqr γ). unfold Rsqr in *. lra.
  Qed.
  Theorem conclusion_small_steps : hessian_at_most H L -> 0 < L -> 0 < γ -> γ < 2 / L -> f y <= f x.
  Proof.
    intros U HL Hγ S. pose proof (conclusion_decrease U). pose proof (sqnorm_pos (grad x)).
    apply Rmult_lt_compat_r with (r := L) in S; [|assumption]. replace (2 / L * L) with 2 in S by (field; lra).
    assert (0 <= γ * (1 - L * γ / 2)) by (apply Rmult_le_pos; lra).
    assert (0 <= γ * (1 - L * γ / 2) * sqnorm (grad x)) by (now apply Rmult_le_pos). lra.
  Qed.
End Descent.

(* The same from a Lipschitz gradient alone, without a second derivative *)
From Verigrad.convexity Require quadratic_upper_bound.
Theorem lipschitz_decrease {V : space} (f : V -> R) (grad : V -> V) L γ x : differentiable f grad -> smooth grad L ->
  f (x ⊖ γ ⋅ grad x) <= f x - γ * (1 - L * γ / 2) * sqnorm (grad x).
Proof.
  intros D S. pose proof (quadratic_upper_bound.conclusion f grad L D S x (x ⊖ γ ⋅ grad x)) as Q.
  replace (⟨grad x, x ⊖ γ ⋅ grad x ⊖ x⟩) with (- γ * sqnorm (grad x)) in Q by inner_ring.
  replace (sqnorm (x ⊖ γ ⋅ grad x ⊖ x)) with (γ * γ * sqnorm (grad x)) in Q by inner_ring. lra.
Qed.

(* L is not the largest eigenvalue, which bounds no gradient of f(x) = -x²: its Hessian is -2, and |∇f(1) - ∇f(0)| = 2. *)
Theorem largest_eigenvalue_is_false :
  ~ (forall (grad : ℝ -> ℝ) H L, has_hessian grad H -> hessian_at_most H L -> smooth grad L).
Proof.
  intro F. assert (D : has_hessian (fun x : ℝ => -2 ⋅ x) (fun _ v => -2 ⋅ v)).
  { intro x. apply differential_linear; [apply linear_scale|apply bounded_scale]. }
  specialize (F _ _ (-2) D ltac:(intros x v; unfold sqnorm; rewrite inner_scale_l; lra) 1 0).
  rewrite !line_norm, !line_sub in F. simpl in F. unfold Rabs in F. repeat destruct Rcase_abs in F; lra.
Qed.
