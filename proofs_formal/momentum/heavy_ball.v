(* inna/1.28: (1.28), heavy ball: m_k = μm_{k-1} - γ∇J(θ_k), θ_{k+1} = θ_k + m_k, μ ∈ (0, 1). In one line,
   θ_{k+2} = θ_{k+1} + μ(θ_{k+1} - θ_k) - γ∇J(θ_{k+1}); and for an L-smooth J with γL ≤ 2(1 - μ) the energy J(θ_k) + μ/(2γ)‖m_{k-1}‖²
   does not grow ("friction effects which generate energy dissipation"). m k stands for m_{k-1}. *)
From Verigrad.base Require Import inner_product sums spaces differential gradient function_class.
From Verigrad.convexity Require quadratic_upper_bound.

Section HeavyBall.
  Context {V : space}.
  Variables (J : V -> R) (grad : V -> V) (μ γ : R).

  Definition heavy_ball (θ m : nat -> V) : Prop :=
    forall k, m (S k) = μ ⋅ m k ⊖ γ ⋅ grad (θ k) /\ θ (S k) = θ k ⊕ m (S k).

  Theorem found θ m : heavy_ball θ m ->
    forall k, θ (S (S k)) = θ (S k) ⊕ μ ⋅ (θ (S k) ⊖ θ k) ⊖ γ ⋅ grad (θ (S k)).
  Proof.
    intros H k. destruct (H k) as [_ E]. destruct (H (S k)) as [-> ->].
    replace (m (S k)) with (θ (S k) ⊖ θ k) at 1 by (rewrite E; vector). vector.
  Qed.
  (* and back, with m_k = θ_{k+1} - θ_k; m_{-1} makes the first step, for μ ≠ 0 *)
  Theorem found_converse θ : μ <> 0 ->
    (forall k, θ (S (S k)) = θ (S k) ⊕ μ ⋅ (θ (S k) ⊖ θ k) ⊖ γ ⋅ grad (θ (S k))) -> exists m, heavy_ball θ m.
  Proof.
    intros Hμ H. exists (fun k => match k with O => (/ μ) ⋅ (θ 1%nat ⊖ θ 0%nat ⊕ γ ⋅ grad (θ 0%nat)) | S j => θ (S j) ⊖ θ j end).
    intros [|k]; split; [vector_field; assumption|vector| |vector]. rewrite H. vector.
  Qed.

  Hypothesis J_differentiable : differentiable J grad.
  Definition energy (θ m : nat -> V) k := J (θ k) + μ / (2 * γ) * sqnorm (m k).

  Theorem found_energy L θ m : smooth grad L -> heavy_ball θ m -> 0 < γ -> 0 <= μ -> γ * L <= 2 * (1 - μ) ->
    forall k, energy θ m (S k) <= energy θ m k.
  Proof.
    intros S H Hγ Hμ Hs k. destruct (H k) as [Em Eθ]. unfold energy.
    pose proof (quadratic_upper_bound.conclusion J grad L J_differentiable S (θ k) (θ (Datatypes.S k))) as Q.
    replace (θ (Datatypes.S k) ⊖ θ k) with (m (Datatypes.S k)) in Q by (rewrite Eθ; vector).
    set (u := m k) in *. set (v := m (Datatypes.S k)) in *.
    replace (grad (θ k)) with ((/ γ) ⋅ (μ ⋅ u ⊖ v)) in Q by (rewrite Em; vector_field; lra).
    replace (⟨(/ γ) ⋅ (μ ⋅ u ⊖ v), v⟩) with (/ γ * (μ * ⟨u, v⟩ - ‖v‖²)) in Q by inner_ring.
    assert (C : μ * ⟨u, v⟩ <= μ * (/ 2 * (‖u‖² + ‖v‖²))).
    { apply Rmult_le_compat_l; [exact Hμ|]. pose proof (sqnorm_pos (u ⊖ v)) as P.
      replace (sqnorm (u ⊖ v)) with (‖u‖² - 2 * ⟨u, v⟩ + ‖v‖²) in P by inner_ring. lra. }
    pose proof (sqnorm_pos v) as Pv. apply Rmult_le_compat_r with (r := ‖v‖²) in Hs; [|exact Pv].
    assert (I : 0 < / γ) by (now apply Rinv_0_lt_compat).
    assert (K : / γ * (μ * ⟨u, v⟩ - ‖v‖²) + L / 2 * ‖v‖² + μ / (2 * γ) * ‖v‖² <= μ / (2 * γ) * ‖u‖²); [|lra].
    apply Rmult_le_reg_l with (2 * γ); [lra|].
    replace (2 * γ * (/ γ * (μ * ⟨u, v⟩ - ‖v‖²) + L / 2 * ‖v‖² + μ / (2 * γ) * ‖v‖²))
      with (2 * (μ * ⟨u, v⟩ - ‖v‖²) + γ * L * ‖v‖² + μ * ‖v‖²) by (field; lra).
    replace (2 * γ * (μ / (2 * γ) * ‖u‖²)) with (μ * ‖u‖²) by (field; lra). lra.
  Qed.
End HeavyBall.
