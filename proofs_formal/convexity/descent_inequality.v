(* inna/1.25-1.27: (1.25) to (1.27). Where ∇²J has no eigenvalue of magnitude above L, one step θ_{k+1} = θ_k - γ∇J(θ_k) has, for a ψ,
   J(θ_{k+1}) = J(θ_k) + ⟨∇J(θ_k), θ_{k+1} - θ_k⟩ + ½⟨∇²J(ψ)(θ_{k+1} - θ_k), θ_{k+1} - θ_k⟩
              = J(θ_k) - γ‖∇J(θ_k)‖² + ½γ²⟨∇²J(ψ)∇J(θ_k), ∇J(θ_k)⟩ ≤ J(θ_k) - γ(1 - Lγ/2)‖∇J(θ_k)‖²,
   so that J does not increase for 0 ≤ γ < 2/L. The bound is asked of the quadratic form, |⟨∇²J(θ)h, h⟩| ≤ L‖h‖², which for a symmetric
   matrix is the bound of its eigenvalues; (1.27) uses its upper half only. *)
From Verigrad.base Require Import inner_product sums spaces differential gradient function_class hessian.
From Verigrad.convexity Require second_order_expansion.

Section Descent.
  Context {V : space}.
  Variables (J : V -> R) (grad : V -> V) (hess : V -> V -> V) (L γ : R) (θ : nat -> V).
  Hypothesis J_differentiable : differentiable J grad.
  Hypothesis J_hessian : has_hessian grad hess.
  Hypothesis magnitude : hessian_between hess (- L) L.
  Hypothesis step : forall k, θ (S k) = θ k ⊖ γ ⋅ grad (θ k).

  Theorem conclusion k : exists ψ,
    (* (1.25) *) J (θ (S k)) = J (θ k) + ⟨grad (θ k), θ (S k) ⊖ θ k⟩ + / 2 * ⟨hess ψ (θ (S k) ⊖ θ k), θ (S k) ⊖ θ k⟩ /\
    (* (1.26) *) J (θ (S k)) = J (θ k) - γ * sqnorm (grad (θ k)) + / 2 * (γ * γ) * ⟨hess ψ (grad (θ k)), grad (θ k)⟩ /\
    (* (1.27) *) J (θ (S k)) <= J (θ k) - γ * (1 - L * γ / 2) * sqnorm (grad (θ k)).
  Proof.
    destruct (second_order_expansion.conclusion J grad hess J_differentiable J_hessian (θ k) (θ (S k))) as [μ [_ E]].
    exists (θ k ⊕ μ ⋅ (θ (S k) ⊖ θ k)). split; [exact E|].
    set (ψ := θ k ⊕ μ ⋅ (θ (S k) ⊖ θ k)) in *. clearbody ψ. rewrite step in *.
    replace (θ k ⊖ γ ⋅ grad (θ k) ⊖ θ k) with ((- γ) ⋅ grad (θ k)) in E by vector.
    destruct (J_hessian ψ) as [[_ S] _]. rewrite S in E. autorewrite with inner in E.
    pose proof (magnitude ψ (grad (θ k))) as [_ B]. unfold sqnorm in *.
    assert (Q : J (θ k ⊖ γ ⋅ grad (θ k)) = J (θ k) - γ * ⟨grad (θ k), grad (θ k)⟩ + / 2 * (γ * γ) * ⟨hess ψ (grad (θ k)), grad (θ k)⟩) by lra.
    split; [exact Q|]. rewrite Q. apply Rmult_le_compat_l with (r := γ * γ) in B; [lra|]. apply Rle_0_sqr.
  Qed.
  Theorem conclusion_descent k : 0 < L -> 0 <= γ -> γ < 2 / L -> J (θ (S k)) <= J (θ k).
  Proof.
    intros HL Hγ H. destruct (conclusion k) as [_ [_ [_ B]]]. pose proof (sqnorm_pos (grad (θ k))).
    apply Rmult_lt_compat_r with (r := L) in H; [|exact HL]. replace (2 / L * L) with 2 in H by (field; lra).
    assert (0 <= γ * (1 - L * γ / 2) * sqnorm (grad (θ k))); [|lra].
    apply Rmult_le_pos; [apply Rmult_le_pos; [exact Hγ|]|assumption]. unfold Rdiv. lra.
  Qed.
End Descent.

(* That the Lipschitz constant of ∇J is the largest eigenvalue λ of ∇²J: J(θ) = -θ² has λ = -2. *)
Theorem largest_eigenvalue_is_false :
  ~ (forall (J : ℝ -> R) (grad : ℝ -> ℝ) λ, differentiable J grad ->
       has_hessian grad (fun _ h => λ ⋅ h) -> smooth grad λ).
Proof.
  intro H. specialize (H (fun x => -1 * sqnorm x) (fun x => -1 ⋅ (2 ⋅ x)) (-2)).
  assert (D : differentiable (fun x : ℝ => -1 * sqnorm x) (fun x => -1 ⋅ (2 ⋅ x))) by (intro x; apply gradient_scale, gradient_sqnorm).
  assert (T : has_hessian (fun x : ℝ => -1 ⋅ (2 ⋅ x)) (fun _ h => -2 ⋅ h)).
  { intro x. apply differential_ext with (F := fun u : ℝ => -2 ⋅ u) (A := fun h : ℝ => -2 ⋅ h); [intro; vector|reflexivity|].
    apply differential_scale, differential_id. }
  specialize (H D T 1 0). rewrite !line_norm, !line_sub in H. simpl in H. rewrite (Rabs_left (_ - _)), (Rabs_pos_eq (1 - 0)) in H; lra.
Qed.
