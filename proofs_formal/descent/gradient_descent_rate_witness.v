(* mathdnn/6.5: who attains the rates. Huber's function has f(x_n) - f* = L‖x_0 - x*‖²/(4nαL + 2) for every n and every α ≤ 1/L, and the
   parabola has f(x_n) - f* = L/2 (1 - αL)^{2n} ‖x_0 - x*‖² for every α. So no smaller constant holds for α ≤ 1/L, and beyond it another. *)
From Verigrad.base Require Import inner_product sums spaces differential gradient function_class.
From Verigrad.convexity Require convexity_first_order co_coercivity.

(* Huber's function with slopes between -1 and 1 *)
Definition clip (x : R) : R := Rmax (-1) (Rmin 1 x).
Definition huber (x : R) : R := clip x * x - / 2 * (clip x * clip x).

Lemma clip_cases x : (x <= -1 /\ clip x = -1) \/ (-1 <= x <= 1 /\ clip x = x) \/ (1 <= x /\ clip x = 1).
Proof.
  unfold clip, Rmax, Rmin. destruct (Rle_dec 1 x); [right; right|]; [destruct (Rle_dec (-1) 1); split; lra|].
  destruct (Rle_dec (-1) x); [right; left|left]; split; lra.
Qed.
(* 0 ≤ f(y) - f(x) - f′(x)(y - x) ≤ ½(y - x)²: differentiable, convex and smooth at once *)
Lemma huber_sandwich x y : 0 <= huber y - huber x - clip x * (y - x) <= / 2 * ((y - x) * (y - x)).
Proof.
  assert (P : 0 <= (y - clip y) * (clip y - clip x) /\ 0 <= (clip y - clip x) * (clip x - x)).
  { destruct (clip_cases x) as [[? ->]|[[? ->]|[? ->]]], (clip_cases y) as [[? ->]|[[? ->]|[? ->]]]; split; nra. }
  pose proof (Rle_0_sqr (clip y - clip x)). pose proof (Rle_0_sqr (y - clip y + (clip x - x))). unfold Rsqr, huber in *. lra.
Qed.
Lemma clip_lipschitz x y : Rabs (clip x - clip y) <= Rabs (x - y).
Proof.
  destruct (clip_cases x) as [[? ->]|[[? ->]|[? ->]]], (clip_cases y) as [[? ->]|[[? ->]|[? ->]]];
    unfold Rabs; repeat destruct Rcase_abs; lra.
Qed.

Section Huber.
  Variable L : R.
  Hypothesis L_positive : 0 < L.
  Definition scaled_huber (x : ℝ) : R := L * huber x.
  Definition scaled_clip (x : ℝ) : ℝ := L * clip x.

  Lemma scaled_huber_differentiable : differentiable scaled_huber scaled_clip.
  Proof.
    intro x. apply gradient_of_quadratic_bound with L; [assumption|]. intro h. unfold scaled_huber, scaled_clip, sqnorm. simpl.
    destruct (huber_sandwich x (x + h)) as [A B]. assert (E : x + h - x = h) by (simpl; ring). rewrite E in *.
    apply Rmult_le_compat_l with (r := L) in A; [|lra]. apply Rmult_le_compat_l with (r := L) in B; [|lra].
    rewrite Rabs_pos_eq by lra. pose proof (Rmult_le_compat_l L 0 (h * h) ltac:(lra) (Rle_0_sqr h)). lra.
  Qed.
  Lemma scaled_huber_convex : convex scaled_huber.
  Proof.
    apply (convexity_first_order.above_tangents_convex _ scaled_clip). intros x y. destruct (huber_sandwich x y) as [A _].
    apply Rmult_le_compat_l with (r := L) in A; [|lra]. unfold scaled_huber, scaled_clip, sub. simpl. lra.
  Qed.
  Lemma scaled_huber_smooth : smooth scaled_clip L.
  Proof.
    intros x y. rewrite !line_norm, !line_sub. unfold scaled_clip. rewrite <- Rmult_minus_distr_l, Rabs_mult, (Rabs_pos_eq L) by lra.
    apply Rmult_le_compat_l; [lra|apply clip_lipschitz].
  Qed.
  Lemma huber_zero : huber 0 = 0.
  Proof. unfold huber. destruct (clip_cases 0) as [[? ?]|[[_ ->]|[? ?]]]; lra. Qed.
  Lemma scaled_huber_minimum : global_minimum scaled_huber 0.
  Proof.
    intro x. unfold scaled_huber. destruct (huber_sandwich 0 x) as [A _]. rewrite huber_zero in *.
    apply Rmult_le_compat_l with (r := L) in A; [|lra]. destruct (clip_cases 0) as [[? ?]|[[_ E]|[? ?]]]; [lra|rewrite E in A; lra|lra].
  Qed.

  (* from x_0 = 2nαL + 1 the first n steps are each αL *)
  Variables (n : nat) (α : R).
  Hypothesis α_positive : 0 < α.
  Hypothesis α_small : α * L <= 1.
  Fixpoint iterate (k : nat) : ℝ := match k with O => 2 * INR n * α * L + 1 | S j => iterate j ⊖ α ⋅ scaled_clip (iterate j) end.

  Lemma αL_positive : 0 < α * L.
  Proof. now apply Rmult_lt_0_compat. Qed.
  Lemma iterate_is k : (k <= n)%nat -> iterate k = 2 * INR n * α * L + 1 - INR k * (α * L).
  Proof.
    induction k as [|k IH]; intro H; [simpl; ring|]. change (iterate (S k)) with (iterate k ⊖ α ⋅ scaled_clip (iterate k)). rewrite IH, line_sub by lia. unfold scaled_clip. simpl scale.
    apply le_INR in H. rewrite S_INR in *. pose proof αL_positive.
    assert ((INR k + 1) * (α * L) <= INR n * (α * L)) by (apply Rmult_le_compat_r; lra).
    assert (0 <= INR n * (α * L)) by (apply Rmult_le_pos; [apply pos_INR|lra]).
    set (y := 2 * INR n * α * L + 1 - INR k * (α * L)).
    assert (1 <= y) by (unfold y; lra). assert (clip y = 1) as -> by (destruct (clip_cases y) as [[? E]|[[? E]|[? E]]]; lra).
    unfold y. simpl. ring.
  Qed.

  Theorem huber_attains : scaled_huber (iterate n) - scaled_huber 0 = L * sqnorm (iterate 0 ⊖ (0 : ℝ)) / (4 * INR n * α * L + 2).
  Proof.
    rewrite iterate_is by lia. pose proof αL_positive. pose proof (pos_INR n).
    assert (0 <= INR n * (α * L)) by (apply Rmult_le_pos; lra).
    unfold scaled_huber. rewrite huber_zero. unfold sqnorm, sub, huber. simpl.
    set (y := 2 * INR n * α * L + 1 - INR n * (α * L)).
    assert (1 <= y) by (unfold y; lra). assert (clip y = 1) as -> by (destruct (clip_cases y) as [[? E]|[[? E]|[? E]]]; lra).
    unfold y. field. lra.
  Qed.
End Huber.

Theorem sharp L n α : 0 < L -> 0 < α -> α * L <= 1 -> exists (f : ℝ -> R) (grad : ℝ -> ℝ) (x : nat -> ℝ) (s : ℝ),
  differentiable f grad /\ convex f /\ smooth grad L /\ global_minimum f s /\ (forall k, x (S k) = x k ⊖ α ⋅ grad (x k)) /\
  0 < sqnorm (x 0%nat ⊖ s) /\ f (x n) - f s = L * sqnorm (x 0%nat ⊖ s) / (4 * INR n * α * L + 2).
Proof.
  intros HL Hα S. exists (scaled_huber L), (scaled_clip L), (iterate L n α), 0.
  split; [now apply scaled_huber_differentiable|split; [now apply scaled_huber_convex|split; [now apply scaled_huber_smooth|]]].
  split; [now apply scaled_huber_minimum|split; [reflexivity|split; [|now apply huber_attains]]].
  unfold sqnorm, sub. simpl. pose proof (pos_INR n). pose proof (αL_positive L HL α Hα).
  assert (0 <= INR n * (α * L)) by (apply Rmult_le_pos; lra). nra.
Qed.

Section Parabola.
  Variables (L α : R).
  Definition parabola (x : ℝ) : R := L / 2 * ‖x‖².
  Fixpoint powers (k : nat) : ℝ := match k with O => 1 | S j => powers j ⊖ α ⋅ (L ⋅ powers j) end.
  Lemma powers_are k : powers k = (1 - α * L) ^ k.
  Proof. induction k as [|k IH]; [reflexivity|].
    change (powers (S k)) with (powers k ⊖ α ⋅ (L ⋅ powers k)). rewrite line_sub, IH. simpl. ring. Qed.
  Lemma parabola_differentiable : differentiable parabola (fun x => L ⋅ x).
  Proof.
    intro x. apply gradient_ext with (f := fun u : ℝ => L / 2 * ‖u‖²) (g := (L / 2) ⋅ (2 ⋅ x));
      [apply gradient_scale, gradient_sqnorm|reflexivity|vector_field].
  Qed.
  (* for every α and n *)
  Theorem sharp_parabola n : parabola (powers n) - parabola 0 = L / 2 * (1 - α * L) ^ (2 * n) * sqnorm (powers 0 ⊖ (0 : ℝ)).
  Proof. rewrite powers_are, pow_sqr. unfold parabola, sqnorm, sub. simpl. rewrite Rpow_mult_distr. field. Qed.
End Parabola.

(* The best rate for α ≤ 1/L does not hold up to 2/L: α = 7/(4L) and n = 1. *)
Theorem best_rate_up_to_two_over_L_is_false :
  ~ (forall (f : ℝ -> R) (grad : ℝ -> ℝ) L α s (x : nat -> ℝ), 0 < L -> differentiable f grad -> convex f -> smooth grad L ->
       global_minimum f s -> 0 < α -> α < 2 / L -> (forall n, x (S n) = x n ⊖ α ⋅ grad (x n)) ->
       forall n, f (x n) - f s <= L * sqnorm (x 0%nat ⊖ s) / (4 * INR n * α * L + 2)).
Proof.
  intro H. specialize (H (parabola 1) (fun x => 1 ⋅ x) 1 (7 / 4) 0 (powers 1 (7 / 4)) ltac:(lra) (parabola_differentiable 1)).
  assert (C : convex (parabola 1)).
  { apply (convexity_first_order.above_tangents_convex _ (fun x => 1 ⋅ x)). intros x y. unfold parabola.
    pose proof (sqnorm_pos (y ⊖ x)). replace (‖y‖²) with (‖x‖² + 2 * ⟨1 ⋅ x, y ⊖ x⟩ + sqnorm (y ⊖ x)) by inner_ring. lra. }
  assert (S : smooth (fun x : ℝ => 1 ⋅ x) 1) by (intros x y; replace (1 ⋅ x ⊖ 1 ⋅ y) with (x ⊖ y) by vector; lra).
  assert (M : global_minimum (parabola 1) 0).
  { intro x. unfold parabola. pose proof (sqnorm_pos x). replace (sqnorm (0 : ℝ)) with 0 by (unfold sqnorm; simpl; ring). lra. }
  specialize (H C S M ltac:(lra) ltac:(lra) (fun _ => eq_refl) 1%nat). unfold parabola, sqnorm, sub in H. simpl in H. lra.
Qed.
