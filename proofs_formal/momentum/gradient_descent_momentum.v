(* mathdnn/6.momentum: Definition 6.5, (23): x^{n+1} = x^n - αm^n, m^{n+1} = βm^n + (1 - β)∇f(x^n), m^0 = 0, α > 0, β ∈ [0, 1]. (23) prints
   both lines for n ≥ 1 only, which leaves x^1 and m^1 free; here they are for n ≥ 0. In one line,
   x^{n+2} = x^{n+1} + β(x^{n+1} - x^n) - α(1 - β)∇f(x^n), with the gradient one step late, which (1.28) of the thesis takes at x^{n+1}.
   The text claims no rate. *)
From Verigrad.base Require Import inner_product sums spaces moving_average.
From Verigrad.momentum Require heavy_ball.

Section Momentum.
  Context {V : space}.
  Variables (grad : V -> V) (α β : R) (x m : nat -> V).

  Definition momentum_descent : Prop := m 0%nat = zero /\
    forall n, x (S n) = x n ⊖ α ⋅ m n /\ m (S n) = β ⋅ m n ⊕ (1 - β) ⋅ grad (x n).
  Hypothesis run : momentum_descent.

  Theorem found n : x (S (S n)) = x (S n) ⊕ β ⋅ (x (S n) ⊖ x n) ⊖ (α * (1 - β)) ⋅ grad (x n).
  Proof.
    destruct run as [_ R]. destruct (R n) as [E M]. destruct (R (S n)) as [-> _]. rewrite M, E. vector.
  Qed.
  Theorem found_first : x 1%nat = x 0%nat.
  Proof. destruct run as [Z R]. destruct (R 0%nat) as [-> _]. rewrite Z. vector. Qed.
  (* the momentum is a moving average of the gradients: m^n = (1 - β) Σ_{k<n} β^{n-1-k} ∇f(x^k) *)
  Lemma momentum_average n : m n = average β (fun k => grad (x k)) n.
  Proof. destruct run as [Z R]. induction n; [exact Z|]. destruct (R n) as [_ ->]. now rewrite IHn. Qed.
  Theorem found_average n : m n = (1 - β) ⋅ vector_sum n (fun k => β ^ (n - 1 - k) ⋅ grad (x k)).
  Proof. rewrite momentum_average. apply average_unrolled. Qed.
  Theorem found_bounded n b : 0 <= β <= 1 -> 0 <= b -> (forall k, (k < n)%nat -> norm (grad (x k)) <= b) -> norm (m n) <= b.
  Proof. rewrite momentum_average. apply average_bound. Qed.

  (* the heavy ball with μ = β, γ = α(1 - β) from the same start with m_{-1} = 0 has the same iterates one step earlier up to
     n = 1, and then another gradient: x³ - θ_2 = α(1 - β)(∇f(θ_1) - ∇f(θ_0)) *)
  Theorem found_heavy_ball θ p : heavy_ball.heavy_ball grad β (α * (1 - β)) θ p -> p 0%nat = zero -> θ 0%nat = x 0%nat ->
    x 2%nat = θ 1%nat /\ x 3%nat ⊖ θ 2%nat = (α * (1 - β)) ⋅ (grad (θ 1%nat) ⊖ grad (θ 0%nat)).
  Proof.
    intros H P0 E0. pose proof (found 0) as X2. pose proof (found 1) as X3. rewrite found_first in *.
    pose proof (heavy_ball.found grad β (α * (1 - β)) θ p H 0) as T2.
    assert (T1 : θ 1%nat = x 0%nat ⊖ (α * (1 - β)) ⋅ grad (x 0%nat)).
    { destruct (H 0%nat) as [M ->]. rewrite M, P0, E0. vector. }
    assert (E2 : x 2%nat = θ 1%nat) by (rewrite X2, T1; vector). split; [exact E2|]. rewrite X3, T2, E2, E0. vector.
  Qed.
End Momentum.

(* Both lines for n ≥ 1 alone, as printed, do not determine x^1 from x^0: f = 0 on ℝ, all x^n with n ≥ 1 anywhere. *)
Theorem first_iterate_is_false :
  ~ (forall (grad : ℝ -> ℝ) α β (x m x' m' : nat -> ℝ), 0 < α -> 0 <= β <= 1 -> m 0%nat = 0 -> m' 0%nat = 0 -> x 0%nat = x' 0%nat ->
       (forall n, (1 <= n)%nat -> x (S n) = x n ⊖ α ⋅ m n /\ m (S n) = β ⋅ m n ⊕ (1 - β) ⋅ grad (x n)) ->
       (forall n, (1 <= n)%nat -> x' (S n) = x' n ⊖ α ⋅ m' n /\ m' (S n) = β ⋅ m' n ⊕ (1 - β) ⋅ grad (x' n)) -> x 1%nat = x' 1%nat).
Proof.
  intro H. specialize (H (fun _ => 0) 1 1 (fun _ => 0) (fun _ => 0) (fun n => match n with O => 0 | _ => 1 end) (fun _ => 0)
    Rlt_0_1 ltac:(lra) eq_refl eq_refl eq_refl).
  assert (1 <> 0) by lra. apply H0. symmetry. apply H.
  - intros n _. split; [rewrite line_sub|]; simpl; ring.
  - intros [|n] Hn; [lia|]. split; [rewrite line_sub|]; simpl; ring.
Qed.
(* β = 0 is not gradient descent, but its gradient one step late; β = 1 stays at x^0. *)
Theorem no_momentum_is_false :
  ~ (forall (grad : ℝ -> ℝ) α (x m : nat -> ℝ), 0 < α -> momentum_descent grad α 0 x m -> forall n, x (S n) = x n ⊖ α ⋅ grad (x n)).
Proof.
  intro H. set (run := fix run n : R * R := match n with O => (1, 0) | S k => (fst (run k) - snd (run k), fst (run k)) end).
  specialize (H (fun x => x) 1 (fun n => fst (run n)) (fun n => snd (run n)) Rlt_0_1).
  assert (R : momentum_descent (fun x : ℝ => x) 1 0 (fun n => fst (run n)) (fun n => snd (run n))).
  { split; [reflexivity|]. intro n. rewrite line_sub. split; simpl; ring. }
  specialize (H R 0%nat). rewrite line_sub in H. simpl in H. lra.
Qed.
