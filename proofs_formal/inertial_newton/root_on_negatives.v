(* inna/3.14: Lemma 3.14. For α, β > 0 with αβ ≤ 1 the function x ↦ β/2 + α/(2x) - √((α + βx)² - 4x)/(2x) is continuous and increasing on
   ℝ_{<0}: strictly for αβ < 1, and constant, equal to β, for αβ = 1. *)
From Verigrad.base Require Import inner_product.
From Verigrad.inertial_newton Require Import root_decreases.

Section Negatives.
  Variables (α β : R).
  Hypothesis α_positive : 0 < α.
  Hypothesis β_positive : 0 < β.

  Lemma radicand_positive_below x : x < 0 -> 0 < radicand α β x.
  Proof. intro H. unfold radicand. pose proof (Rle_0_sqr (α + β * x)) as S. unfold Rsqr in S. lra. Qed.
  Lemma above_β x : α * β < 1 -> x < 0 -> β < root α β x /\ 0 < 1 - α * root α β x.
  Proof.
    intros C H. pose proof (root_alt α β x ltac:(lra)) as E. pose proof (radicand_positive_below x H) as D.
    pose proof (sqrt_sqrt _ (Rlt_le _ _ D)) as S. pose proof (sqrt_lt_R0 _ D) as P.
    pose proof (root_equation α β x ltac:(lra) (Rlt_le _ _ D)) as Q. set (s := sqrt (radicand α β x)) in *. set (g := root α β x) in *.
    assert (L : α - β * x < s) by (apply square_lt; [lra|rewrite S, radicand_alt; nra]).
    assert (B : β < g) by (apply Rmult_lt_reg_l with (- (2 * x)); lra).
    split; [exact B|]. rewrite Q. assert (0 < - x * g) by nra. nra.
  Qed.
  Theorem conclusion_strict : α * β < 1 -> forall x y, y < 0 -> x < y -> root α β x < root α β y.
  Proof.
    intros C x y H1 H2. destruct (above_β x C ltac:(lra)) as [A1 A2]. destruct (above_β y C H1) as [B1 B2].
    pose proof (two_roots α β x y _ _ (root_equation α β x ltac:(lra) (Rlt_le _ _ (radicand_positive_below x ltac:(lra))))
      (root_equation α β y ltac:(lra) (Rlt_le _ _ (radicand_positive_below y H1)))) as T.
    set (g1 := root α β x) in *. set (g2 := root α β y) in *.
    assert (K : (1 - α * g1) * (1 - α * g2) + α * β - 1 < 0).
    { assert (1 - α * g1 < 1 - α * β) by nra. assert (1 - α * g2 < 1 - α * β) by nra.
      assert ((1 - α * g1) * (1 - α * g2) <= (1 - α * β) * (1 - α * β)) by (apply Rmult_le_compat; lra).
      assert (0 < α * β) by nra. nra. }
    assert (P : 0 < α * (g1 * g2 * ((β - g1) * (β - g2)))).
    { apply Rmult_lt_0_compat; [assumption|]. apply Rmult_lt_0_compat; [apply Rmult_lt_0_compat; lra|].
      replace ((β - g1) * (β - g2)) with ((g1 - β) * (g2 - β)) by ring. apply Rmult_lt_0_compat; lra. }
    apply Rnot_le_lt. intro N. nra.
  Qed.
  Theorem conclusion_equal : α * β = 1 -> forall x, x < 0 -> root α β x = β.
  Proof.
    intros C x H. pose proof (root_alt α β x ltac:(lra)) as E.
    assert (S : sqrt (radicand α β x) = α - β * x).
    { replace (radicand α β x) with ((α - β * x) * (α - β * x)) by (rewrite radicand_alt, C; ring). apply sqrt_square. nra. }
    rewrite S in E. apply Rmult_eq_reg_l with (2 * x); lra.
  Qed.
  Theorem conclusion : α * β <= 1 -> (forall x, x < 0 -> continuity_pt (root α β) x) /\
    (forall x y, y < 0 -> x < y -> root α β x <= root α β y).
  Proof.
    intro C. split.
    - intros x H. apply continuous; [lra|left; now apply radicand_positive_below].
    - intros x y H1 H2. destruct C as [C|C]; [left; now apply conclusion_strict|]. rewrite !conclusion_equal by lra. lra.
  Qed.
End Negatives.

(* "increasing", strictly, at αβ = 1 *)
Theorem strictly_increasing_is_false :
  ~ (forall α β, 0 < α -> 0 < β -> α * β <= 1 -> forall x y, y < 0 -> x < y -> root α β x < root α β y).
Proof. intro H. specialize (H 1 1 Rlt_0_1 Rlt_0_1 ltac:(lra) (-2) (-1) ltac:(lra) ltac:(lra)). rewrite !conclusion_equal in H; lra. Qed.
