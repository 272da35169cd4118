(* inna/1.29: (1.29), Nesterov's method: m_k = μ_{k-1}m_{k-1} - γ∇J(θ_k + μ_{k-1}m_{k-1}), θ_{k+1} = θ_k + m_k. The gradient is taken at the
   extrapolated point: θ_{k+1} = y_k - γ∇J(y_k) with y_k = θ_k + μ_{k-1}(θ_k - θ_{k-1}). m k stands for m_{k-1}, μ k for μ_{k-1}; the step sizes
   γ_k may vary. "Similar to (1.28)": with the gradient at θ_k it is the heavy ball. *)
From Verigrad.base Require Import inner_product sums spaces.
From Verigrad.momentum Require heavy_ball.

Section Nesterov.
  Context {V : space}.
  Variables (grad : V -> V) (μ γ : nat -> R).

  Definition nesterov (θ m : nat -> V) : Prop :=
    forall k, m (S k) = μ k ⋅ m k ⊖ γ k ⋅ grad (θ k ⊕ μ k ⋅ m k) /\ θ (S k) = θ k ⊕ m (S k).

  Theorem found θ m : nesterov θ m -> forall k, let y := θ (S k) ⊕ μ (S k) ⋅ (θ (S k) ⊖ θ k) in
    θ (S (S k)) = y ⊖ γ (S k) ⋅ grad y.
  Proof.
    intros H k y. destruct (H k) as [_ E]. destruct (H (S k)) as [E1 E2].
    assert (M : θ (S k) ⊕ μ (S k) ⋅ m (S k) = y) by (unfold y; rewrite E; vector). rewrite M in E1. rewrite E2, E1, <- M. vector.
  Qed.
  (* and back, from m_{-1} = 0 *)
  Theorem found_converse θ : θ 1%nat = θ 0%nat ⊖ γ 0%nat ⋅ grad (θ 0%nat) ->
    (forall k, let y := θ (S k) ⊕ μ (S k) ⋅ (θ (S k) ⊖ θ k) in θ (S (S k)) = y ⊖ γ (S k) ⋅ grad y) -> exists m, nesterov θ m.
  Proof.
    intros H0 H. exists (fun k => match k with O => zero | S j => θ (S j) ⊖ θ j end). intros [|k]; split.
    - replace (θ 0%nat ⊕ μ 0%nat ⋅ zero) with (θ 0%nat) by vector. rewrite H0. vector.
    - vector.
    - rewrite H. vector.
    - vector.
  Qed.
End Nesterov.

(* with the gradient at θ_k instead, and constant μ and γ, (1.28) *)
Theorem found_similar {V : space} (grad : V -> V) μ γ (θ m : nat -> V) :
  (forall k, m (S k) = μ ⋅ m k ⊖ γ ⋅ grad (θ k ⊕ 0 ⋅ m k) /\ θ (S k) = θ k ⊕ m (S k)) <-> heavy_ball.heavy_ball grad μ γ θ m.
Proof.
  unfold heavy_ball.heavy_ball. assert (E : forall k, θ k ⊕ 0 ⋅ m k = θ k) by (intro; vector).
  split; intros H k; specialize (H k); rewrite E in *; exact H.
Qed.
