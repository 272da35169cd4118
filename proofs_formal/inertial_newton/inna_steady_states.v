(* inna/2.16: (2.16), S = {0 ∈ D𝒥(θ), ψ = (1 - αβ)θ}, and what the text says of it: (2.12) has the constants of S as solutions, and no
   others; INNA with v = 0 does not move from there. That every solution from S is constant is false, as is that INNA on batches rests
   wherever 0 ∈ D𝒥(θ). α of any sign. *)
From Verigrad.base Require Import inner_product sums spaces differential gradient flow.
From Verigrad.inertial_newton Require Import din_energy_rates.
From Verigrad.inertial_newton Require din_energy_decrease.

Section SteadyStates.
  Context {V : space}.
  Variables (α β : R).
  Hypothesis β_nonzero : β <> 0.

  Lemma w_zero_iff (θ ψ : V) : w α β θ ψ = zero <-> ψ = (1 - α * β) ⋅ θ.
  Proof.
    unfold w. split; [intro H|intros ->; vector_field; exact β_nonzero].
    replace ψ with (β ⋅ ((α - / β) ⋅ θ ⊕ (/ β) ⋅ ψ) ⊕ (1 - α * β) ⋅ θ) by (vector_field; exact β_nonzero). rewrite H. vector.
  Qed.
  (* both velocities of (2.12) are 0 if and only if v = 0 and ψ = (1 - αβ)θ *)
  Theorem conclusion (θ ψ v : V) : (⊖ w α β θ ψ ⊖ β ⋅ v = zero /\ ⊖ w α β θ ψ = zero) <-> (v = zero /\ ψ = (1 - α * β) ⋅ θ).
  Proof.
    rewrite <- w_zero_iff. split; intros [A B].
    - split.
      + replace v with ((/ β) ⋅ (⊖ w α β θ ψ ⊖ (⊖ w α β θ ψ ⊖ β ⋅ v))) by (vector_field; exact β_nonzero). rewrite A, B. vector.
      + replace (w α β θ ψ) with (⊖ ⊖ w α β θ ψ) by vector. rewrite B. vector.
    - subst v. rewrite B. split; vector.
  Qed.
  (* a constant is a solution of (2.12) if and only if it lies in S *)
  Theorem conclusion_constant (D : V -> V -> Prop) (θ ψ : V) : din_energy_decrease.steady α β D θ ψ <->
    (exists v, D θ v /\ forall t, has_velocity (fun _ => θ) t (⊖ w α β θ ψ ⊖ β ⋅ v) /\ has_velocity (fun _ => ψ) t (⊖ w α β θ ψ)).
  Proof.
    split.
    - intros [HD E]. exists zero. split; [exact HD|]. destruct (proj2 (conclusion θ ψ zero) (conj eq_refl E)) as [A B]. rewrite A, B.
      intro t. split; apply velocity_const.
    - intros [v [HD H]]. destruct (H 0) as [A B]. pose proof (velocity_unique _ _ _ _ A (velocity_const θ 0)) as Z1.
      pose proof (velocity_unique _ _ _ _ B (velocity_const ψ 0)) as Z2.
      destruct (proj1 (conclusion θ ψ v) (conj Z1 Z2)) as [-> E]. now split.
  Qed.
  (* a step of INNA with v = 0, from S *)
  Theorem conclusion_step γ (θ ψ : V) : ψ = (1 - α * β) ⋅ θ ->
    θ ⊕ γ ⋅ ((/ β - α) ⋅ θ ⊖ (/ β) ⋅ ψ ⊖ β ⋅ zero) = θ /\ ψ ⊕ γ ⋅ ((/ β - α) ⋅ θ ⊖ (/ β) ⋅ ψ) = ψ.
  Proof. intros ->. split; vector_field; exact β_nonzero. Qed.
End SteadyStates.

(* Not every solution from S is constant: 𝒥(θ) = -|θ|, D𝒥(0) = [-1, 1], α = β = 1, θ(t) = t, ψ = 0, with v = -1. *)
Definition minus_abs (x v : ℝ) : Prop := -1 <= v <= 1 /\ (0 < x -> v = -1) /\ (x < 0 -> v = 1).
Theorem remains_constant_is_false :
  ~ (forall (D : ℝ -> ℝ -> Prop) α β (θ ψ v : R -> ℝ), 0 <= α -> 0 < β -> continuous_from θ 0 -> continuous_from ψ 0 ->
       (forall t, 0 < t -> D (θ t) (v t) /\ has_velocity θ t (⊖ w α β (θ t) (ψ t) ⊖ β ⋅ v t) /\ has_velocity ψ t (⊖ w α β (θ t) (ψ t))) ->
       din_energy_decrease.steady α β D (θ 0) (ψ 0) -> forall t, 0 <= t -> θ t = θ 0).
Proof.
  intro H. assert (I : forall t, has_velocity (fun s : R => s : ℝ) t (1 : ℝ)).
  { intro t. apply velocity_on_line, derivable_pt_lim_id. }
  assert (W : forall t, @w ℝ 1 1 t 0 = 0) by (intro; unfold w; simpl; rewrite Rinv_1; ring).
  specialize (H minus_abs 1 1 (fun s => s) (fun _ => 0) (fun _ => -1) ltac:(lra) Rlt_0_1 (velocity_continuous _ 0 _ (I 0)) (continuous_const (0 : ℝ) 0)).
  assert (S : 1 = 0); [|lra]. apply H; [|split|lra].
  - intros t Ht. cbv beta. rewrite W. split; [|split].
    + repeat split; intros; lra.
    + replace (⊖ (0 : ℝ) ⊖ 1 ⋅ (-1 : ℝ)) with (1 : ℝ) by (unfold sub, opp; simpl; ring). apply I.
    + replace (⊖ (0 : ℝ)) with (zero : ℝ) by (unfold opp; simpl; ring). exact (velocity_const (0 : ℝ) t).
  - repeat split; simpl; intros; lra.
  - simpl. ring.
Qed.
(* "If the algorithm was initialized on the D-critical set, the algorithm would be stationary": 𝒥₁ = (θ - 1)²/2, 𝒥₂ = (θ + 1)²/2, batch {1}. *)
Theorem stationary_algorithm_is_false :
  ~ (forall (grad1 grad2 : ℝ -> ℝ) α β γ (θ : ℝ), 0 <= α -> 0 < β -> 0 < γ -> grad1 θ + grad2 θ = 0 ->
       let ψ := (1 - α * β) * θ in θ + γ * ((/ β - α) * θ - / β * ψ - β * grad1 θ) = θ).
Proof. intro H. specialize (H (fun x => x - 1) (fun x => x + 1) 1 1 1 0 ltac:(lra) ltac:(lra) ltac:(lra) ltac:(lra)). simpl in H. lra. Qed.
