(* inna/3.13: Lemma 3.13. For α, β > 0 with αβ > 1 the function x ↦ β/2 + α/(2x) - √((α + βx)² - 4x)/(2x) is continuous and decreasing on
   ℝ_{>0} and on ℝ_{<0}; here strictly. In place of the derivatives (3.37), (3.38): the value g is a root of 1 - αg = xg(β - g), and two roots
   g₁ at x₁, g₂ at x₂ satisfy (g₂ - g₁)((1 - αg₁)(1 - αg₂) + αβ - 1) = αg₁g₂(β - g₁)(β - g₂)(x₁ - x₂). *)
From Verigrad.base Require Import inner_product.

Section Root.
  Variables (α β : R).

  Definition radicand x := (α + β * x) * (α + β * x) - 4 * x.
  (* γ⁻ of (3.40) *)
  Definition root x := β / 2 + α / (2 * x) - sqrt (radicand x) / (2 * x).

  Lemma root_alt x : x <> 0 -> 2 * x * root x = α + β * x - sqrt (radicand x).
  Proof. intro H. unfold root. field. exact H. Qed.
  (* 1 - g(α + βx) + g²x = 0, (3.39) *)
  Lemma root_equation x : x <> 0 -> 0 <= radicand x -> 1 - α * root x = x * root x * (β - root x).
  Proof.
    intros H D. pose proof (root_alt x H) as E. pose proof (sqrt_sqrt _ D) as S. set (s := sqrt (radicand x)) in *. set (g := root x) in *.
    assert (Es : s = α + β * x - 2 * x * g) by lra. rewrite Es in S. unfold radicand in S.
    apply Rmult_eq_reg_l with (4 * x); [|lra]. lra.
  Qed.
  Lemma two_roots x1 x2 g1 g2 : 1 - α * g1 = x1 * g1 * (β - g1) -> 1 - α * g2 = x2 * g2 * (β - g2) ->
    (g2 - g1) * ((1 - α * g1) * (1 - α * g2) + α * β - 1) = α * (g1 * g2 * ((β - g1) * (β - g2))) * (x1 - x2).
  Proof.
    intros E1 E2.
    replace ((g2 - g1) * ((1 - α * g1) * (1 - α * g2) + α * β - 1))
      with (α * ((1 - α * g1) * (g2 * (β - g2)) - (1 - α * g2) * (g1 * (β - g1)))) by ring. rewrite E1, E2. ring.
  Qed.

  Lemma continuous x : x <> 0 -> 0 <= radicand x -> continuity_pt root x.
  Proof.
    intros H D. assert (C : forall c, continuity_pt (fun _ => c) x) by (intro; apply continuity_pt_const; intros u v; reflexivity).
    assert (I : continuity_pt id x) by (apply derivable_continuous_pt, derivable_pt_id).
    assert (B : continuity_pt (fun u => α + β * u) x) by (apply (continuity_pt_plus (fun _ => α)); [apply C|apply (continuity_pt_scal id); exact I]).
    assert (T : continuity_pt (fun u => 2 * u) x) by (apply (continuity_pt_scal id); exact I).
    apply (continuity_pt_minus (fun u => β / 2 + α / (2 * u)) (fun u => sqrt (radicand u) / (2 * u))).
    - apply (continuity_pt_plus (fun _ => β / 2)); [apply C|]. apply (continuity_pt_div (fun _ => α)); [apply C|exact T|lra].
    - apply (continuity_pt_div (fun u => sqrt (radicand u))); [|exact T|lra].
      apply (continuity_pt_comp radicand sqrt); [|now apply continuity_pt_sqrt].
      apply (continuity_pt_minus (fun u => (α + β * u) * (α + β * u)) (fun u => 4 * u)).
      + now apply (continuity_pt_mult (fun u => α + β * u)).
      + apply (continuity_pt_scal id); exact I.
  Qed.

  Hypothesis α_positive : 0 < α.
  Hypothesis β_positive : 0 < β.

  Lemma radicand_alt x : radicand x = (α - β * x) * (α - β * x) + 4 * x * (α * β - 1).
  Proof. unfold radicand. ring. Qed.
  Lemma square_lt a b : 0 <= b -> a * a < b * b -> a < b.
  Proof. intros. apply Rnot_le_lt. intro. nra. Qed.

  Section Above.
    Hypothesis above : 1 < α * β.

    Lemma radicand_positive x : 0 < radicand x.
    Proof.
      pose proof (Rle_0_sqr (α - β * x)) as A. pose proof (Rle_0_sqr (α + β * x)) as B. unfold Rsqr in *. destruct (Rlt_le_dec 0 x) as [H|H].
      - rewrite radicand_alt. nra.
      - unfold radicand. destruct H as [H| ->]; [lra|]. nra.
    Qed.
    Lemma on_positives x : 0 < x -> 0 < root x /\ 0 < β - root x /\ 0 < 1 - α * root x.
    Proof.
      intro H. pose proof (root_alt x ltac:(lra)) as E. pose proof (radicand_positive x) as D. pose proof (sqrt_sqrt _ (Rlt_le _ _ D)) as S.
      pose proof (sqrt_lt_R0 _ D) as P. pose proof (root_equation x ltac:(lra) (Rlt_le _ _ D)) as Q.
      set (s := sqrt (radicand x)) in *. set (g := root x) in *.
      assert (U : s < α + β * x) by (apply square_lt; [nra|unfold radicand in S; lra]).
      assert (G : 0 < g) by (apply Rmult_lt_reg_l with (2 * x); lra).
      assert (L : α - β * x < s) by (apply square_lt; [lra|rewrite S, radicand_alt; nra]).
      assert (B : 0 < β - g) by (apply Rmult_lt_reg_l with (2 * x); lra).
      split; [exact G|split; [exact B|]]. rewrite Q. repeat apply Rmult_lt_0_compat; assumption.
    Qed.
    Lemma on_negatives x : x < 0 -> 0 < root x /\ 0 < β - root x /\ 1 - α * root x < 0.
    Proof.
      intro H. pose proof (root_alt x ltac:(lra)) as E. pose proof (radicand_positive x) as D. pose proof (sqrt_sqrt _ (Rlt_le _ _ D)) as S.
      pose proof (sqrt_lt_R0 _ D) as P. pose proof (root_equation x ltac:(lra) (Rlt_le _ _ D)) as Q.
      set (s := sqrt (radicand x)) in *. set (g := root x) in *.
      assert (L : α + β * x < s) by (apply square_lt; [lra|unfold radicand in S; lra]).
      assert (G : 0 < g) by (apply Rmult_lt_reg_l with (- (2 * x)); lra).
      assert (U : s < α - β * x) by (apply square_lt; [nra|rewrite S, radicand_alt; nra]).
      assert (B : 0 < β - g) by (apply Rmult_lt_reg_l with (- (2 * x)); lra).
      split; [exact G|split; [exact B|]]. rewrite Q. pose proof (Rmult_lt_0_compat _ _ G B). nra.
    Qed.

    Theorem conclusion : (forall x, x <> 0 -> continuity_pt root x) /\
      (forall x y, 0 < x -> x < y -> root y < root x) /\ (forall x y, y < 0 -> x < y -> root y < root x).
    Proof.
      assert (K : forall x y, x < y -> (0 < x \/ y < 0) -> root y < root x).
      { intros x y H C. assert (Nx : x <> 0) by lra. assert (Ny : y <> 0) by lra.
        pose proof (two_roots x y _ _ (root_equation x Nx (Rlt_le _ _ (radicand_positive x))) (root_equation y Ny (Rlt_le _ _ (radicand_positive y)))) as T.
        assert (B : 0 < root x /\ 0 < root y /\ 0 < β - root x /\ 0 < β - root y /\ 0 < (1 - α * root x) * (1 - α * root y)).
        { destruct C as [C|C].
          - destruct (on_positives x C) as [A1 [A2 A3]]. destruct (on_positives y ltac:(lra)) as [B1 [B2 B3]].
            repeat split; try assumption. now apply Rmult_lt_0_compat.
          - destruct (on_negatives x ltac:(lra)) as [A1 [A2 A3]]. destruct (on_negatives y C) as [B1 [B2 B3]].
            repeat split; try assumption. nra. }
        destruct B as [G1 [G2 [B1 [B2 B3]]]].
        assert (P : 0 < α * (root x * root y * ((β - root x) * (β - root y)))) by (repeat apply Rmult_lt_0_compat; assumption).
        apply Rnot_le_lt. intro N. assert (0 <= (root y - root x) * ((1 - α * root x) * (1 - α * root y) + α * β - 1)) by (apply Rmult_le_pos; lra). nra. }
      split; [intros x H; apply continuous; [exact H|left; apply radicand_positive]|]. split; intros x y H1 H2; apply K; auto.
    Qed.
  End Above.
End Root.
