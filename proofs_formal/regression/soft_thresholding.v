(* mfds/46: Proposition 46. argmin ½‖x - y‖² + λ‖x‖₁ = S_λ(y), S_λ(y)_k = sign(y_k) max(|y_k| - λ, 0), for λ ≥ 0, with the gap ½‖x - S_λ(y)‖²; so it is
   the only minimiser. The text prints S_λ(x). *)
From Verigrad.base Require Import inner_product sums spaces.

Definition sign (x : R) : R := if Rlt_dec 0 x then 1 else if Rlt_dec x 0 then -1 else 0.
Definition soft (l x : R) : R := sign x * Rmax (Rabs x - l) 0.
Definition one_norm {n} (x : ℝ ^^ n) : R := sum (fun k => Rabs (x k)).
Definition soft_threshold {n} (l : R) (x : ℝ ^^ n) : ℝ ^^ n := fun k => soft l (x k).

Lemma soft_cases l x : 0 <= l -> (l < x /\ soft l x = x - l) \/ (- l <= x <= l /\ soft l x = 0) \/ (x < - l /\ soft l x = x + l).
Proof.
  intro H. unfold soft, sign, Rmax, Rabs. destruct (Rlt_dec 0 x), (Rlt_dec x 0), (Rcase_abs x), Rle_dec; try lra;
    first [left; split; lra|right; left; split; lra|right; right; split; lra].
Qed.
(* one coordinate *)
Lemma soft_is_proximal l x y : 0 <= l ->
  / 2 * ((soft l y - y) * (soft l y - y)) + l * Rabs (soft l y) + / 2 * ((x - soft l y) * (x - soft l y)) <= / 2 * ((x - y) * (x - y)) + l * Rabs x.
Proof.
  intro H. destruct (soft_cases l y H) as [[? ->]|[[? ->]|[? ->]]]; unfold Rabs; repeat destruct Rcase_abs; nra.
Qed.

Section Proximal.
  Context {n : nat}.
  Variable l : R.
  Hypothesis l_nonnegative : 0 <= l.
  Definition objective (y x : ℝ ^^ n) : R := / 2 * sqnorm (x ⊖ y) + l * one_norm x.

  Lemma sqdist_is_sum (x y : ℝ ^^ n) : sqnorm (x ⊖ y) = sum (fun k => (x k - y k) * (x k - y k)).
  Proof. rewrite tuple_sqnorm. apply sum_ext. intro k. unfold sqnorm, sub. simpl. ring. Qed.
  Lemma objective_is_sum y x : objective y x = sum (fun k => / 2 * ((x k - y k) * (x k - y k)) + l * Rabs (x k)).
  Proof. unfold objective, one_norm. now rewrite sqdist_is_sum, sum_add, !sum_scale. Qed.

  Theorem conclusion_gap y x : objective y (soft_threshold l y) + / 2 * sqnorm (x ⊖ soft_threshold l y) <= objective y x.
  Proof. rewrite sqdist_is_sum, !objective_is_sum, <- sum_scale, <- sum_add. apply sum_le. intro k. now apply soft_is_proximal. Qed.
  Theorem conclusion y x : (forall v, objective y x <= objective y v) <-> x = soft_threshold l y.
  Proof.
    split.
    - intro M. pose proof (conclusion_gap y x). pose proof (M (soft_threshold l y)). pose proof (sqnorm_pos (x ⊖ soft_threshold l y)).
      assert (Z : sqnorm (x ⊖ soft_threshold l y) = 0) by lra. apply sqnorm_zero_inv in Z.
      replace x with ((x ⊖ soft_threshold l y) ⊕ soft_threshold l y) by vector. rewrite Z. vector.
    - intros -> v. pose proof (conclusion_gap y v). pose proof (sqnorm_pos (v ⊖ soft_threshold l y)). lra.
  Qed.
End Proximal.

(* argmin = S_λ(x) of the minimiser x itself: y = 2, λ = 1 has x = 1 and S_1(1) = 0. *)
Theorem argument_is_false :
  ~ (forall (y x : ℝ ^^ 1) l, 0 <= l -> (forall v, objective l y x <= objective l y v) -> x = soft_threshold l x).
Proof.
  intro H. assert (S2 : soft 1 2 = 1) by (destruct (soft_cases 1 2) as [[? ->]|[[? E]|[? E]]]; lra).
  assert (S1 : soft 1 1 = 0) by (destruct (soft_cases 1 1) as [[? E]|[[? ->]|[? E]]]; lra).
  specialize (H (fun _ => 2) (fun _ => 1) 1 ltac:(lra)).
  assert (M : forall v : ℝ ^^ 1, objective 1 ((fun _ => 2) : ℝ ^^ 1) ((fun _ => 1) : ℝ ^^ 1) <= objective 1 ((fun _ => 2) : ℝ ^^ 1) v).
  { apply conclusion; [lra|]. apply tuple_ext. intro k. unfold soft_threshold. now rewrite S2. }
  specialize (H M). apply (f_equal (fun v => v Fin.F1)) in H. unfold soft_threshold in H. rewrite S1 in H. lra.
Qed.
