(* sgm/5.27: (5.27), "the full ADAM algorithm": (5.26) with the factors 1/(1 - β₁ⁿ) and 1/(1 - β₂ⁿ). As printed it is not ADAM, and divides
   by 0 at n = 0. Kingma and Ba keep the averages undivided, and divide them, with the exponent n + 1, where they move θ:
   V^{n+1} = β₁V^n + (1 - β₁)∇J(θ^n), V̂^{n+1} = β₂V̂^n + (1 - β₂)∇J ⊙ ∇J, θ^{n+1} = θ^n - α(√(V̂^{n+1}/(1 - β₂^{n+1})) + ε)⁻¹V^{n+1}/(1 - β₁^{n+1}).
   Proved of that: both divided averages are weighted means of all gradients so far, with weights that add up to 1, and the divisors are
   positive, so that the step is defined. *)
From Verigrad.base Require Import inner_product sums spaces entrywise moving_average.

Section Rescaling.
  Context {V : space}.
  Variables (β : R) (g : nat -> V).
  Hypothesis β_range : 0 <= β < 1.

  Definition rescaled n : V := (/ (1 - β ^ n)) ⋅ average β g n.

  Lemma divisor_positive n : (1 <= n)%nat -> 0 < 1 - β ^ n.
  Proof.
    intro H. destruct n as [|n]; [lia|]. simpl. assert (β ^ n <= 1) by (rewrite <- (pow1 n); apply pow_incr; lra).
    pose proof (pow_le β n ltac:(lra)). nra.
  Qed.
  Theorem found_mean n : (1 <= n)%nat -> exists w, (forall k, (k < n)%nat -> 0 <= w k) /\ sum_to n w = 1 /\
    rescaled n = vector_sum n (fun k => w k ⋅ g k).
  Proof.
    intro H. pose proof (divisor_positive n H) as P. set (c := (1 - β) * / (1 - β ^ n)).
    assert (0 <= c) by (apply Rmult_le_pos; [lra|left; now apply Rinv_0_lt_compat]).
    exists (fun k => c * β ^ (n - 1 - k)). repeat split.
    - intros k _. apply Rmult_le_pos; [assumption|apply pow_le; lra].
    - rewrite sum_to_scale. unfold c. rewrite Rmult_comm, <- Rmult_assoc, (Rmult_comm _ (1 - β)), weights. field. lra.
    - unfold rescaled. rewrite average_unrolled.
      rewrite (vector_sum_scale c n (fun k => β ^ (n - 1 - k) ⋅ g k) (fun k => (c * β ^ (n - 1 - k)) ⋅ g k)) by (intros; vector).
      unfold c. vector.
  Qed.
  (* of a constant gradient it is that gradient *)
  Theorem found_constant n (v : V) : (1 <= n)%nat -> (forall k, g k = v) -> rescaled n = v.
  Proof.
    intros H E. unfold rescaled. rewrite (average_ext β g (fun _ => v) n E), average_constant.
    pose proof (divisor_positive n H). vector_field. lra.
  Qed.
End Rescaling.

Theorem found_defined {q} β2 (g : nat -> ℝ ^^ q) ε n : 0 <= β2 < 1 -> 0 < ε -> (1 <= n)%nat -> forall i,
  0 <= rescaled β2 (fun k => g k ⊙ g k) n i /\ 0 < sqrt (rescaled β2 (fun k => g k ⊙ g k) n i) + ε.
Proof.
  intros H Hε Hn i. set (r := rescaled β2 (fun k => g k ⊙ g k) n i). split; [|pose proof (sqrt_pos r); lra].
  unfold r, rescaled. simpl. apply Rmult_le_pos; [left; apply Rinv_0_lt_compat, divisor_positive; [exact H|exact Hn]|].
  clear r Hn. induction n; simpl; [lra|].
  apply Rplus_le_le_0_compat; apply Rmult_le_pos; [lra|exact IHn|lra|apply Rle_0_sqr].
Qed.

(* ---- the printed lines, of one parameter *)
(* the divisors of the first step, n = 0 *)
Theorem exponent_is_false : ~ (forall β n, 0 < β < 1 -> 1 - β ^ n <> 0).
Proof. intro H. apply (H (/ 2) 0%nat); [lra|]. simpl. ring. Qed.
(* V̂^{n+1} = (β₂V^n + …)/…: with V for V̂, gradients 1, 1, β₁ = ½, β₂ = ¾, exponents n + 1: 3/8 for 3/16 *)
Theorem lost_hat_is_false :
  ~ (forall β1 β2 (g : nat -> ℝ), 0 < β1 < 1 -> 0 < β2 < 1 -> forall n,
       average β2 (fun k => (g k * g k : ℝ)) (S n) = β2 * average β1 g n + (1 - β2) * (g n * g n)).
Proof. intro H. specialize (H (/ 2) (3 / 4) (fun _ => 1) ltac:(lra) ltac:(lra) 1%nat). simpl in H. lra. Qed.
(* the divided average, divided again: 4/3 for a constant gradient 1 and β₁ = ½ *)
Fixpoint rescaled_again (β : R) (g : nat -> R) (n : nat) : R :=
  match n with O => 0 | S m => / (1 - β ^ n) * (β * rescaled_again β g m + (1 - β) * g m) end.
Theorem rescaled_again_is_false :
  ~ (forall β g, 0 < β < 1 -> (forall k, g k = 1) -> forall n, (1 <= n)%nat -> rescaled_again β g n = 1).
Proof.
  intro H. specialize (H (/ 2) (fun _ => 1) ltac:(lra) ltac:(reflexivity) 2%nat ltac:(lia)). simpl in H.
  replace (/ (1 - / 2 * (/ 2 * 1)) * (/ 2 * (/ (1 - / 2 * 1) * (/ 2 * 0 + (1 - / 2) * 1)) + (1 - / 2) * 1)) with (4 / 3) in H by field. lra.
Qed.
(* θ^{n+1} from V^n and V̂^n: the first step follows V^0 = 0 and stays, where ADAM's is -α along the gradient 1 *)
Theorem old_moments_is_false :
  ~ (forall α β1 β2 g h, 0 < α -> 0 < β1 < 1 -> 0 < β2 < 1 ->
       α * (0 / sqrt h) = α * (rescaled β1 (fun _ => g : ℝ) 1 / sqrt (rescaled β2 (fun _ => g * g : ℝ) 1))).
Proof.
  intro H. specialize (H 1 (/ 2) (3 / 4) 1 1 ltac:(lra) ltac:(lra) ltac:(lra)). unfold rescaled in H. simpl in H.
  replace (/ (1 - / 2 * 1) * (/ 2 * 0 + (1 - / 2) * 1)) with 1 in H by field.
  replace (/ (1 - 3 / 4 * 1) * (3 / 4 * 0 + (1 - 3 / 4) * (1 * 1))) with 1 in H by field. rewrite sqrt_1 in H. lra.
Qed.
(* without ε: a parameter whose gradients have been 0 *)
Theorem missing_epsilon_is_false :
  ~ (forall β2 (g : nat -> R), 0 < β2 < 1 -> forall n, (1 <= n)%nat -> 0 < sqrt (rescaled β2 (fun k => g k * g k : ℝ) n)).
Proof.
  intro H. specialize (H (/ 2) (fun _ => 0) ltac:(lra) 1%nat ltac:(lia)). unfold rescaled in H. simpl in H.
  replace (/ (1 - / 2 * 1) * (/ 2 * 0 + (1 - / 2) * (0 * 0))) with 0 in H by field. rewrite sqrt_0 in H. lra.
Qed.
