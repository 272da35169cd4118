(* beyond/pl: Karimi, Nutini and Schmidt (2016), Theorem 1. If f is L-smooth with a minimum f* and ½‖∇f‖² ≥ μ(f - f* ), then gradient descent
   with 0 < α < 2/L has f(x_k) - f* ≤ (1 - 2μC)ᵏ(f(x_0) - f* ), C = α - Lα²/2. No convexity. *)
From Verigrad.base Require Import inner_product sums spaces differential gradient function_class.
From Verigrad.convexity Require descent_inequality.

Section Rate.
  Context {V : space}.
  Variables (f : V -> R) (grad : V -> V) (L μ α : R) (s : V) (x : nat -> V).
  Hypothesis L_positive : 0 < L.
  Hypothesis f_differentiable : differentiable f grad.
  Hypothesis f_smooth : smooth grad L.
  Hypothesis s_minimum : global_minimum f s.
  Hypothesis polyak_lojasiewicz : forall v, μ * (f v - f s) <= / 2 * sqnorm (grad v).
  Hypothesis α_positive : 0 < α.
  Hypothesis α_small : α < 2 / L.
  Hypothesis step : forall k, x (S k) = x k ⊖ α ⋅ grad (x k).

  Definition C := α - L * (α * α) / 2.
  Lemma C_positive : 0 < C.
  Proof.
    apply Rmult_lt_compat_r with (r := L) in α_small; [|assumption]. replace (2 / L * L) with 2 in α_small by (field; lra). unfold C. nra.
  Qed.
  Lemma one_step k : f (x (S k)) - f s <= (1 - 2 * μ * C) * (f (x k) - f s).
  Proof.
    pose proof (descent_inequality.lipschitz_decrease f grad L α (x k) f_differentiable f_smooth) as D. rewrite <- step in D.
    pose proof (polyak_lojasiewicz (x k)) as P. apply Rmult_le_compat_l with (r := 2 * C) in P; [|pose proof C_positive; lra].
    unfold C in *. lra.
  Qed.
  Theorem conclusion k : f (x k) - f s <= (1 - 2 * μ * C) ^ k * (f (x 0%nat) - f s).
  Proof.
    assert (F : 0 <= 1 - 2 * μ * C \/ f (x 0%nat) - f s = 0).
    { pose proof (one_step 0). pose proof (s_minimum (x 0%nat)). pose proof (s_minimum (x 1%nat)).
      destruct (Rle_dec 0 (1 - 2 * μ * C)); [now left|right; nra]. }
    induction k as [|k IH]; [simpl; lra|]. pose proof (one_step k) as A. simpl. pose proof (s_minimum (x k)). destruct F as [F|Z].
    - eapply Rle_trans; [exact A|]. rewrite (Rmult_assoc (1 - 2 * μ * C)). now apply Rmult_le_compat_l.
    - rewrite Z, Rmult_0_r in *. assert (E : f (x k) - f s = 0) by lra. rewrite E in A. lra.
  Qed.
  Corollary conclusion_at_one_over_L k : α = / L -> f (x k) - f s <= (1 - μ / L) ^ k * (f (x 0%nat) - f s).
  Proof. intro E. replace (1 - μ / L) with (1 - 2 * μ * C); [apply conclusion|]. unfold C. rewrite E. field. lra. Qed.
End Rate.

(* Attained by the parabola, for which μ = L: α = 1/(2L), C = 3/(8L), 1 - 2LC = 1/4. *)
Theorem sharp L k : 0 < L -> let f (x : ℝ) := L / 2 * ‖x‖² in let x k := ((/ 2) ^ k : ℝ) in
  (forall j, x (S j) = x j ⊖ / (2 * L) ⋅ (L ⋅ x j)) /\ (forall v, L * (f v - f 0) = / 2 * sqnorm (L ⋅ v)) /\
  f (x k) - f 0 = (1 - 2 * L * C L (/ (2 * L))) ^ k * (f (x 0%nat) - f 0).
Proof.
  intros HL f x. split; [|split].
  - intro j. rewrite line_sub. unfold x. simpl. field. lra.
  - intro v. unfold f, sqnorm. simpl. field.
  - unfold f, x, sqnorm, C. simpl. replace (1 - 2 * L * (/ (2 * L) - L * (/ (2 * L) * / (2 * L)) / 2)) with (/ 4) by (field; lra).
    replace (/ 4) with (/ 2 * / 2) by field. rewrite Rpow_mult_distr. field.
Qed.
