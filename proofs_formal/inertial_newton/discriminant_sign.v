(* inna/3.6: Lemma 3.6. For α ≥ 0, β > 0: (α + βλ)² - 4λ ≤ 0 if and only if αβ ≤ 1 and λ lies between (2 - αβ)/β² ∓ 2√(1 - αβ)/β². *)
From Verigrad.base Require Import inner_product.

Section Sign.
  Variables (α β λ : R).
  Hypothesis α_pos : 0 <= α.
  Hypothesis β_positive : 0 < β.

  Definition discriminant := (α + β * λ) * (α + β * λ) - 4 * λ.
  Definition lower_end := (2 - α * β) / (β * β) - 2 * sqrt (1 - α * β) / (β * β).
  Definition upper_end := (2 - α * β) / (β * β) + 2 * sqrt (1 - α * β) / (β * β).

  (* "a second-order polynomial in λ whose discriminant is 16(1 - αβ)" *)
  Lemma polynomial : discriminant = β * β * (λ * λ) + 2 * (α * β - 2) * λ + α * α.
  Proof. unfold discriminant. ring. Qed.
  Lemma its_discriminant : 4 * ((α * β - 2) * (α * β - 2)) - 4 * (β * β) * (α * α) = 16 * (1 - α * β).
  Proof. ring. Qed.
  Let m := β * β * λ - (2 - α * β).
  Lemma completed_square : β * β * discriminant = m * m - 4 * (1 - α * β).
  Proof. unfold m, discriminant. ring. Qed.
  Lemma interval : lower_end <= λ <= upper_end <-> - (2 * sqrt (1 - α * β)) <= m <= 2 * sqrt (1 - α * β).
  Proof.
    assert (P : 0 < β * β) by nra. set (r := sqrt (1 - α * β)).
    assert (E1 : β * β * lower_end = 2 - α * β - 2 * r) by (unfold lower_end; fold r; field; lra).
    assert (E2 : β * β * upper_end = 2 - α * β + 2 * r) by (unfold upper_end; fold r; field; lra).
    unfold m. split; intros [L U].
    - apply (Rmult_le_compat_l (β * β)) in L, U; lra.
    - split; apply Rmult_le_reg_l with (β * β); lra.
  Qed.

  Theorem conclusion : discriminant <= 0 <-> α * β <= 1 /\ lower_end <= λ <= upper_end.
  Proof.
    pose proof completed_square as E. assert (P : 0 < β * β) by nra. split.
    - intro H. assert (M : m * m <= 4 * (1 - α * β)) by nra. pose proof (Rle_0_sqr m) as S. unfold Rsqr in S.
      split; [lra|]. apply interval. pose proof (sqrt_sqrt (1 - α * β) ltac:(lra)). pose proof (sqrt_pos (1 - α * β)). split; nra.
    - intros [A J]. apply interval in J. pose proof (sqrt_sqrt (1 - α * β) ltac:(lra)). pose proof (sqrt_pos (1 - α * β)).
      assert (m * m <= 4 * (1 - α * β)) by nra. nra.
  Qed.
End Sign.
