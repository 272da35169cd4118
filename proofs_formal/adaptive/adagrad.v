(* inna/1.30: (1.30), Adagrad: Γ_k = √(Σ_{j≤k} g_j ⊙ g_j) + ε, θ_{k+1} = θ_k - α diag(Γ_k)⁻¹g_k, g_k = ∇J_{B_k}(θ_k), α, ε > 0; and the
   sentence after it, "each coefficient of the vector step-size αΓ_k⁻¹ is decreasing as k increases", which is true as "not increasing". *)
From Verigrad.base Require Import inner_product sums spaces entrywise.

Section Adagrad.
  Context {q : nat}.
  Variables (α ε : R) (g θ : nat -> ℝ ^^ q).
  Hypothesis α_positive : 0 < α.
  Hypothesis ε_positive : 0 < ε.

  Definition Γ k : ℝ ^^ q := fun i => sqrt (sum_to (S k) (fun j => g j i * g j i)) + ε.
  Hypothesis step : forall k, θ (S k) = θ k ⊖ α ⋅ over (Γ k) (g k).

  Lemma square_pos (x : R) : 0 <= x * x.
  Proof. apply Rle_0_sqr. Qed.
  Lemma squares_pos k i : 0 <= sum_to k (fun j => g j i * g j i).
  Proof. apply sum_to_pos. intros j _. apply square_pos. Qed.

  (* the step is defined *)
  Theorem found_defined k : positive (Γ k).
  Proof. intro i. unfold Γ. pose proof (sqrt_pos (sum_to (S k) (fun j => g j i * g j i))). lra. Qed.
  (* 0 < α/Γ_{k+1} ≤ α/Γ_k *)
  Theorem found k i : 0 < α / Γ (S k) i /\ α / Γ (S k) i <= α / Γ k i.
  Proof.
    pose proof (found_defined k i). pose proof (found_defined (S k) i). split; [now apply Rdiv_lt_0_compat|].
    apply Rmult_le_compat_l; [lra|]. apply Rinv_le_contravar; [assumption|]. apply Rplus_le_compat_r, sqrt_le_1_alt.
    cbn [sum_to]. pose proof (square_pos (g (S k) i)). lra.
  Qed.
  (* |g_k| < Γ_k, so no entry moves by α *)
  Theorem found_bounded_step k i : Rabs (θ (S k) i - θ k i) < α.
  Proof.
    pose proof (found_defined k i) as P. rewrite step. unfold sub, over. simpl.
    replace (θ k i + -1 * (α * (g k i / Γ k i)) - θ k i) with (- (α * (g k i * / Γ k i))) by (unfold Rdiv; ring).
    rewrite Rabs_Ropp, Rabs_mult, Rabs_mult, (Rabs_pos_eq α), (Rabs_pos_eq (/ _)) by (try lra; left; now apply Rinv_0_lt_compat).
    assert (B : Rabs (g k i) < Γ k i).
    { unfold Γ. apply Rle_lt_trans with (sqrt (sum_to (S k) (fun j => g j i * g j i))); [|lra].
      rewrite <- sqrt_Rsqr_abs. apply sqrt_le_1_alt. cbn [sum_to]. unfold Rsqr. pose proof (squares_pos k i). lra. }
    apply Rlt_le_trans with (α * (Γ k i * / Γ k i)); [|rewrite Rinv_r; lra].
    apply Rmult_lt_compat_l; [assumption|]. apply Rmult_lt_compat_r; [now apply Rinv_0_lt_compat|exact B].
  Qed.
  (* each entry goes against its gradient *)
  Theorem found_downhill k i : g k i * (θ (S k) i - θ k i) <= 0.
  Proof.
    pose proof (found_defined k i) as P. rewrite step. unfold sub, over. simpl.
    replace (g k i * (θ k i + -1 * (α * (g k i / Γ k i)) - θ k i)) with (- (α * (g k i * g k i * / Γ k i))) by (unfold Rdiv; ring).
    assert (0 <= α * (g k i * g k i * / Γ k i)); [|lra].
    apply Rmult_le_pos; [lra|]. apply Rmult_le_pos; [apply square_pos|left; now apply Rinv_0_lt_compat].
  Qed.
End Adagrad.

(* "decreasing" in the strict sense: a gradient 0 leaves the step size as it is. *)
Theorem strictly_decreasing_is_false :
  ~ (forall (g : nat -> ℝ ^^ 1) α ε, 0 < α -> 0 < ε -> forall k i, α / Γ ε g (S k) i < α / Γ ε g k i).
Proof.
  intro H. specialize (H (fun _ => zero) 1 1 Rlt_0_1 Rlt_0_1 0%nat Fin.F1). unfold Γ in H. simpl in H.
  replace (0 + 0 * 0 + 0 * 0) with (0 + 0 * 0) in H by ring. lra.
Qed.
