(* inna/2.13: (2.13), INNA on mini-batches, and (2.14). Its step is Euler's for (2.12) with v ∈ D𝒥_B(θ); with w ∈ D𝒥(θ) and the noise
   ξ = -β(v - w) it is (2.14), which says "equivalent". That the noise η = v - w has the mean 0 is false for batches that are uniform among the
   nonempty subsets, as (2.10) and (2.11) are sums without N/|B|: the mean of v is cw with c = 2^{N-1}/(2^N - 1); c = b/N for batches of b. *)
From Verigrad.base Require Import inner_product sums spaces.
From Verigrad.inertial_newton Require Import din_energy_rates.

Section Step.
  Context {V : space}.
  Variables (α β γ : R).

  Definition inna_step (v θ ψ θ' ψ' : V) : Prop :=
    θ' = θ ⊕ γ ⋅ ((/ β - α) ⋅ θ ⊖ (/ β) ⋅ ψ ⊖ β ⋅ v) /\ ψ' = ψ ⊕ γ ⋅ ((/ β - α) ⋅ θ ⊖ (/ β) ⋅ ψ).
  Definition noisy_step (w ξ θ ψ θ' ψ' : V) : Prop :=
    θ' = θ ⊕ γ ⋅ ((/ β - α) ⋅ θ ⊖ (/ β) ⋅ ψ ⊖ β ⋅ w ⊕ ξ) /\ ψ' = ψ ⊕ γ ⋅ ((/ β - α) ⋅ θ ⊖ (/ β) ⋅ ψ).

  (* the state plus γ times the velocity of (2.12) *)
  Theorem conclusion v θ ψ θ' ψ' : inna_step v θ ψ θ' ψ' <->
    θ' = θ ⊕ γ ⋅ (⊖ w α β θ ψ ⊖ β ⋅ v) /\ ψ' = ψ ⊕ γ ⋅ ⊖ w α β θ ψ.
  Proof.
    unfold inna_step. replace ((/ β - α) ⋅ θ ⊖ (/ β) ⋅ ψ ⊖ β ⋅ v) with (⊖ w α β θ ψ ⊖ β ⋅ v) by (unfold w; vector).
    replace ((/ β - α) ⋅ θ ⊖ (/ β) ⋅ ψ) with (⊖ w α β θ ψ) by (unfold w; vector). reflexivity.
  Qed.
  (* (2.13) with v is (2.14) with any w and ξ = -β(v - w) *)
  Theorem conclusion_noise v u θ ψ θ' ψ' : inna_step v θ ψ θ' ψ' <-> noisy_step u ((- β) ⋅ (v ⊖ u)) θ ψ θ' ψ'.
  Proof.
    unfold inna_step, noisy_step.
    replace ((/ β - α) ⋅ θ ⊖ (/ β) ⋅ ψ ⊖ β ⋅ u ⊕ (- β) ⋅ (v ⊖ u)) with ((/ β - α) ⋅ θ ⊖ (/ β) ⋅ ψ ⊖ β ⋅ v) by vector. reflexivity.
  Qed.
  (* and (2.14) with any ξ is (2.13) with v = w - ξ/β *)
  Theorem conclusion_noise_converse u ξ θ ψ θ' ψ' : β <> 0 ->
    noisy_step u ξ θ ψ θ' ψ' <-> inna_step (u ⊖ (/ β) ⋅ ξ) θ ψ θ' ψ'.
  Proof.
    intro H. rewrite (conclusion_noise _ u).
    replace ((- β) ⋅ (u ⊖ (/ β) ⋅ ξ ⊖ u)) with ξ by (vector_field; exact H). reflexivity.
  Qed.
End Step.

(* ---- Σ over all subsets B of N indices of Σ_{n ∈ B} g_n: index M is in half of the 2^{M+1} subsets of M + 1 indices *)
Fixpoint sum_over_batches (N : nat) (g : nat -> R) : R :=
  match N with O => 0 | S M => 2 * sum_over_batches M g + 2 ^ M * g M end.
(* the mean of v over the 2^N - 1 nonempty ones *)
Theorem conclusion_mean N g : (1 <= N)%nat -> sum_over_batches N g / (2 ^ N - 1) = 2 ^ (N - 1) / (2 ^ N - 1) * sum_to N g.
Proof.
  intro H. assert (E : sum_over_batches N g * 2 = 2 ^ N * sum_to N g).
  { clear H. induction N as [|M IH]; simpl; [ring|]. lra. }
  destruct N as [|M]; [lia|]. replace (S M - 1)%nat with M by lia. cbn [pow] in *. unfold Rdiv.
  replace (sum_over_batches (S M) g) with (2 ^ M * sum_to (S M) g) by lra. ring.
Qed.

(* N = 2, 𝒥₁ = 𝒥₂ = θ²/2, θ = 1: v is 1, 1, 2 on the three nonempty batches, w = 2. *)
Theorem zero_mean_noise_is_false :
  ~ (forall (g1 g2 : R), (g1 + g2 + (g1 + g2)) / 3 - (g1 + g2) = 0).
Proof. intro H. specialize (H 1 1). lra. Qed.
