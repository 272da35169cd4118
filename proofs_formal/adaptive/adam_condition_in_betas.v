(* sgm/5.2.7: Remark 5.2.7. With β₁ = 1 - Δt/ε₁ and β₂ = 1 - Δt/ε₂, the condition ε₁ ≤ 4ε₂ is 4(β₁ - 1) ≤ β₂ - 1. The defaults β₁ = 0.9,
   β₂ = 0.999 satisfy it, and with Δt = α = 0.001 they give ε₁ = Δt/(1 - β₁) = 0.01 and ε₂ = Δt/(1 - β₂) = 1. For large n, β₁ⁿ and
   β₂ⁿ tend to 0, and β₁ⁿ much faster. *)
From Verigrad.base Require Import inner_product.

Theorem conclusion Δt ε1 ε2 : 0 < Δt -> 0 < ε1 -> 0 < ε2 -> let β1 := 1 - Δt / ε1 in let β2 := 1 - Δt / ε2 in
  (ε1 <= 4 * ε2 <-> 4 * (β1 - 1) <= β2 - 1).
Proof.
  intros Ht H1 H2 β1 β2. assert (P : 0 < ε1 * ε2) by nra.
  assert (E : ε1 * ε2 * (β2 - 1 - 4 * (β1 - 1)) = Δt * (4 * ε2 - ε1)) by (unfold β1, β2; field; lra).
  split; intro H; [apply Rnot_lt_le; intro N; nra|]. apply Rnot_lt_le. intro N.
  assert (0 <= ε1 * ε2 * (β2 - 1 - 4 * (β1 - 1))) by (apply Rmult_le_pos; lra). nra.
Qed.
Theorem conclusion_defaults : 4 * (9 / 10 - 1) <= 999 / 1000 - 1 /\
  (1 / 1000) / (1 - 9 / 10) = 1 / 100 /\ (1 / 1000) / (1 - 999 / 1000) = 1.
Proof. split; [lra|]. split; field. Qed.

Theorem conclusion_rescaling_vanishes β : 0 <= β < 1 -> forall ε, 0 < ε -> exists N, forall n, (N <= n)%nat -> β ^ n < ε.
Proof.
  intros H ε Hε. destruct (pow_lt_1_zero β) with (y := ε) as [N B]; [rewrite Rabs_pos_eq; lra|exact Hε|].
  exists N. intros n Hn. specialize (B n Hn). rewrite Rabs_pos_eq in B; [exact B|apply pow_le; lra].
Qed.
(* β₁ⁿ/β₂ⁿ → 0 *)
Theorem conclusion_faster β1 β2 : 0 <= β1 < β2 -> forall ε, 0 < ε -> exists N, forall n, (N <= n)%nat -> β1 ^ n < ε * β2 ^ n.
Proof.
  intros H ε Hε. assert (Q : 0 <= β1 / β2 < 1).
  { split; [apply Rmult_le_pos; [lra|left; apply Rinv_0_lt_compat; lra]|]. apply Rmult_lt_reg_r with β2; [lra|].
    replace (β1 / β2 * β2) with β1 by (field; lra). lra. }
  destruct (conclusion_rescaling_vanishes _ Q ε Hε) as [N B]. exists N. intros n Hn. specialize (B n Hn).
  replace (β1 ^ n) with ((β1 / β2) ^ n * β2 ^ n) by (rewrite <- Rpow_mult_distr; f_equal; field; lra).
  apply Rmult_lt_compat_r; [apply pow_lt; lra|exact B].
Qed.
