(* inna/3.15: Lemma 3.15. For α, β > 0 with αβ ≤ 1 and x⁻, x⁺ = (2 - αβ)/β² ∓ 2√(1 - αβ)/β², the function
   x ↦ β/2 + α/(2x) - √((α + βx)² - 4x)/(2x) is continuous and increasing on (0, x⁻), continuous and decreasing on (x⁺, ∞): strictly, but
   for αβ = 1, where it is β on (0, x⁻). *)
From Verigrad.base Require Import inner_product.
From Verigrad.inertial_newton Require Import root_decreases.
From Verigrad.inertial_newton Require Import discriminant_sign.

Section Positives.
  Variables (α β : R).
  Hypothesis α_positive : 0 < α.
  Hypothesis β_positive : 0 < β.
  Hypothesis at_most_one : α * β <= 1.

  Let r := sqrt (1 - α * β).
  Notation x_minus := (lower_end α β).
  Notation x_plus := (upper_end α β).

  Lemma r_facts : 0 <= r < 1 /\ r * r = 1 - α * β.
  Proof.
    pose proof (sqrt_pos (1 - α * β)) as P. pose proof (sqrt_sqrt (1 - α * β) ltac:(lra)) as S. unfold r.
    assert (0 < α * β) by nra. split; [nra|exact S].
  Qed.
  (* β²x⁻ = (1 - r)², β²x⁺ = (1 + r)², αβ = (1 - r)(1 + r) *)
  Lemma ends : β * β * x_minus = (1 - r) * (1 - r) /\ β * β * x_plus = (1 + r) * (1 + r) /\ α * β = (1 - r) * (1 + r).
  Proof.
    destruct r_facts as [_ S]. unfold lower_end, upper_end. fold r. assert (E : α * β = 1 - r * r) by lra.
    repeat split; [| |lra]; rewrite E; field; lra.
  Qed.
  (* (α + βx)² - 4x = β²(x - x⁻)(x - x⁺) *)
  Lemma radicand_factors x : radicand α β x = β * β * ((x - x_minus) * (x - x_plus)).
  Proof.
    destruct ends as [E1 [E2 E3]]. assert (P : β * β <> 0) by nra. apply Rmult_eq_reg_l with (β * β); [|exact P].
    replace (β * β * (β * β * ((x - x_minus) * (x - x_plus)))) with ((β * β * x - β * β * x_minus) * (β * β * x - β * β * x_plus)) by ring.
    rewrite E1, E2. unfold radicand.
    replace (β * β * ((α + β * x) * (α + β * x) - 4 * x)) with ((α * β + β * β * x) * (α * β + β * β * x) - 4 * (β * β * x)) by ring. rewrite E3. ring.
  Qed.
  (* x⁻ ≤ α/β ≤ x⁺ *)
  Lemma middle : x_minus <= α / β <= x_plus.
  Proof.
    destruct ends as [E1 [E2 E3]]. destruct r_facts as [B _]. assert (P : 0 < β * β) by nra.
    assert (E : β * β * (α / β) = (1 - r) * (1 + r)) by (rewrite <- E3; field; lra).
    split; apply Rmult_le_reg_l with (β * β); try exact P; rewrite ?E1, ?E2, E; nra.
  Qed.
  Lemma x_minus_pos : 0 <= x_minus.
  Proof. destruct ends as [E1 _]. assert (P : 0 < β * β) by nra. pose proof (Rle_0_sqr (1 - r)) as S. unfold Rsqr in S. nra. Qed.
  Lemma outside_positive x : x < x_minus \/ x_plus < x -> 0 < radicand α β x.
  Proof.
    intro H. pose proof middle. rewrite radicand_factors. apply Rmult_lt_0_compat; [nra|]. destruct H; nra.
  Qed.

  (* xg² < 1, as √((α + βx)² - 4x) g = 1 - xg² *)
  Lemma square_below x : 0 < x -> 0 < radicand α β x -> 0 < root α β x /\ x * (root α β x * root α β x) < 1.
  Proof.
    intros H D. pose proof (root_alt α β x ltac:(lra)) as E. pose proof (sqrt_sqrt _ (Rlt_le _ _ D)) as S. pose proof (sqrt_lt_R0 _ D) as P.
    pose proof (root_equation α β x ltac:(lra) (Rlt_le _ _ D)) as Q. set (s := sqrt (radicand α β x)) in *. set (g := root α β x) in *.
    assert (U : s < α + β * x) by (apply square_lt; [nra|unfold radicand in S; lra]).
    assert (G : 0 < g) by (apply Rmult_lt_reg_l with (2 * x); lra). split; [exact G|].
    assert (T : s * g = 1 - x * (g * g)).
    { assert (Es : s = α + β * x - 2 * x * g) by lra. rewrite Es. lra. }
    pose proof (Rmult_lt_0_compat _ _ P G). lra.
  Qed.
  (* β against g, by the side of α/β on which x lies *)
  Lemma left_side x : α * β < 1 -> 0 < x -> x < α / β -> 0 < radicand α β x -> β < root α β x.
  Proof.
    intros C H L D. pose proof (root_alt α β x ltac:(lra)) as E. pose proof (sqrt_sqrt _ (Rlt_le _ _ D)) as S.
    assert (Lx : β * x < α) by (apply Rmult_lt_compat_l with (r := β) in L; [|lra]; replace (β * (α / β)) with α in L by (field; lra); lra).
    assert (B : sqrt (radicand α β x) < α - β * x) by (apply square_lt; [lra|rewrite S, radicand_alt; nra]).
    apply Rmult_lt_reg_l with (2 * x); lra.
  Qed.
  Lemma right_side x : α / β < x -> 0 < x -> 0 < radicand α β x -> root α β x < β.
  Proof.
    intros L H D. pose proof (root_alt α β x ltac:(lra)) as E. pose proof (sqrt_lt_R0 _ D).
    assert (Lx : α < β * x) by (apply Rmult_lt_compat_l with (r := β) in L; [|lra]; replace (β * (α / β)) with α in L by (field; lra); lra).
    apply Rmult_lt_reg_l with (2 * x); lra.
  Qed.

  Theorem conclusion_increasing_strict : α * β < 1 -> forall x y, 0 < x -> x < y -> y < x_minus -> root α β x < root α β y.
  Proof.
    intros C x y Hx Hxy Hy. pose proof middle as M. pose proof (outside_positive x ltac:(lra)) as Dx. pose proof (outside_positive y ltac:(lra)) as Dy.
    pose proof (root_equation α β x ltac:(lra) (Rlt_le _ _ Dx)) as Qx. pose proof (root_equation α β y ltac:(lra) (Rlt_le _ _ Dy)) as Qy.
    pose proof (left_side x C Hx ltac:(lra) Dx) as Bx. pose proof (left_side y C ltac:(lra) ltac:(lra) Dy) as By.
    destruct (square_below x Hx Dx) as [Gx Sx]. destruct (square_below y ltac:(lra) Dy) as [Gy Sy].
    pose proof (two_roots α β x y _ _ Qx Qy) as T. set (g := root α β x) in *. set (h := root α β y) in *.
    assert (K : forall z u, 0 < z -> β < u -> 1 - α * u = z * u * (β - u) -> z * (u * u) < 1 -> α * u - 1 > 0 /\ (α * u - 1) * (α * u - 1) < 1 - α * β).
    { intros z u Hz Hu Q S. assert (P : 0 < z * u) by nra. assert (A : α * u - 1 > 0) by nra. split; [exact A|].
      assert (W : u * (1 - α * u) = z * (u * u) * (β - u)) by (rewrite Q; ring).
      assert (β - u < u * (1 - α * u)) by nra. nra. }
    destruct (K x g Hx Bx Qx Sx) as [A1 A2]. destruct (K y h ltac:(lra) By Qy Sy) as [B1 B2].
    assert (N : (1 - α * g) * (1 - α * h) + α * β - 1 < 0).
    { replace ((1 - α * g) * (1 - α * h)) with ((α * g - 1) * (α * h - 1)) by ring. nra. }
    assert (P : 0 < α * (g * h * ((β - g) * (β - h)))).
    { replace ((β - g) * (β - h)) with ((g - β) * (h - β)) by ring. repeat apply Rmult_lt_0_compat; lra. }
    apply Rnot_le_lt. intro F. nra.
  Qed.
  Theorem conclusion_decreasing : forall x y, x_plus < x -> x < y -> root α β y < root α β x.
  Proof.
    intros x y Hx Hxy. pose proof middle as M. assert (P0 : 0 < α / β) by (apply Rdiv_lt_0_compat; assumption).
    pose proof (outside_positive x ltac:(lra)) as Dx. pose proof (outside_positive y ltac:(lra)) as Dy.
    pose proof (root_equation α β x ltac:(lra) (Rlt_le _ _ Dx)) as Qx. pose proof (root_equation α β y ltac:(lra) (Rlt_le _ _ Dy)) as Qy.
    pose proof (right_side x ltac:(lra) ltac:(lra) Dx) as Bx. pose proof (right_side y ltac:(lra) ltac:(lra) Dy) as By.
    destruct (square_below x ltac:(lra) Dx) as [Gx Sx]. destruct (square_below y ltac:(lra) Dy) as [Gy Sy].
    pose proof (two_roots α β x y _ _ Qx Qy) as T. set (g := root α β x) in *. set (h := root α β y) in *.
    assert (K : forall z u, 0 < z -> 0 < u -> u < β -> 1 - α * u = z * u * (β - u) -> z * (u * u) < 1 -> 1 - α * u > 0 /\ (1 - α * u) * (1 - α * u) > 1 - α * β).
    { intros z u Hz H0 Hu Q S. assert (P : 0 < z * u) by nra. assert (A : 1 - α * u > 0) by nra. split; [exact A|].
      assert (W : u * (1 - α * u) = z * (u * u) * (β - u)) by (rewrite Q; ring).
      assert (u * (1 - α * u) < β - u) by nra. nra. }
    destruct (K x g ltac:(lra) Gx Bx Qx Sx) as [A1 A2]. destruct (K y h ltac:(lra) Gy By Qy Sy) as [B1 B2].
    assert (N : 0 < (1 - α * g) * (1 - α * h) + α * β - 1).
    { destruct (Rle_dec (1 - α * g) (1 - α * h)); nra. }
    assert (P : 0 < α * (g * h * ((β - g) * (β - h)))) by (repeat apply Rmult_lt_0_compat; lra).
    apply Rnot_le_lt. intro F. nra.
  Qed.
  Theorem conclusion_equal : α * β = 1 -> forall x, 0 < x -> x < x_minus -> root α β x = β.
  Proof.
    intros C x H L. pose proof (root_alt α β x ltac:(lra)) as E. pose proof middle as M.
    assert (Lx : β * x < α).
    { apply Rmult_lt_reg_r with (/ β); [now apply Rinv_0_lt_compat|]. replace (β * x * / β) with x by (field; lra). unfold Rdiv in M. lra. }
    assert (S : sqrt (radicand α β x) = α - β * x).
    { replace (radicand α β x) with ((α - β * x) * (α - β * x)) by (rewrite radicand_alt, C; ring). apply sqrt_square. lra. }
    rewrite S in E. apply Rmult_eq_reg_l with (2 * x); lra.
  Qed.
  Theorem conclusion : (forall x, 0 < x -> x < x_minus \/ x_plus < x -> continuity_pt (root α β) x) /\
    (forall x y, 0 < x -> x < y -> y < x_minus -> root α β x <= root α β y).
  Proof.
    split.
    - intros x H O. apply continuous; [lra|left; now apply outside_positive].
    - intros x y H1 H2 H3. destruct at_most_one as [C|C]; [left; now apply conclusion_increasing_strict|]. rewrite !conclusion_equal by lra. lra.
  Qed.
End Positives.

(* "increasing", strictly, at αβ = 1: β = ½, x⁻ = 4 *)
Theorem strictly_increasing_is_false :
  ~ (forall α β, 0 < α -> 0 < β -> α * β <= 1 -> forall x y, 0 < x -> x < y -> y < lower_end α β -> root α β x < root α β y).
Proof.
  intro H. assert (E : lower_end 2 (/ 2) = 4).
  { unfold lower_end. replace (1 - 2 * / 2) with 0 by field. rewrite sqrt_0. field. }
  specialize (H 2 (/ 2) ltac:(lra) ltac:(lra) ltac:(lra) 1 2 ltac:(lra) ltac:(lra)). rewrite E in H. specialize (H ltac:(lra)).
  rewrite !conclusion_equal in H; lra.
Qed.
