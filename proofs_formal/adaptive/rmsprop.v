(* inna/1.31: (1.31), RMSprop: v_k = βv_{k-1} + (1 - β)g_k ⊙ g_k, Γ_k = √v_k + ε, θ_{k+1} = θ_k - α diag(Γ_k)⁻¹g_k, g_k = ∇J_{B_k}(θ_k),
   α, ε > 0, β ∈ (0, 1). v_{-1} = 0, which the text leaves open. *)
From Verigrad.base Require Import inner_product sums spaces entrywise moving_average.

Section RmsProp.
  Context {q : nat}.
  Variables (α β ε : R) (g θ : nat -> ℝ ^^ q).
  Hypothesis α_positive : 0 < α.
  Hypothesis β_range : 0 < β < 1.
  Hypothesis ε_positive : 0 < ε.

  Definition v k : ℝ ^^ q := average β (fun j => g j ⊙ g j) (S k).
  Definition Γ k : ℝ ^^ q := fun i => sqrt (v k i) + ε.
  Hypothesis step : forall k, θ (S k) = θ k ⊖ α ⋅ over (Γ k) (g k).

  (* an exponential moving average: v_k = (1 - β) Σ_{j≤k} β^{k-j} g_j ⊙ g_j *)
  Theorem found k : v k = (1 - β) ⋅ vector_sum (S k) (fun j => β ^ (k - j) ⋅ (g j ⊙ g j)).
  Proof.
    unfold v. rewrite average_unrolled. f_equal. replace (S k) with (S k - 0)%nat at 2 by lia.
    replace (S k - 1)%nat with k by lia. reflexivity.
  Qed.

  Lemma average_pos n i : 0 <= average β (fun j => g j ⊙ g j) n i.
  Proof.
    induction n; simpl; [lra|]. apply Rplus_le_le_0_compat; apply Rmult_le_pos; [lra|exact IHn|lra|apply Rle_0_sqr].
  Qed.
  Theorem found_defined k : positive (Γ k).
  Proof. intro i. unfold Γ. pose proof (sqrt_pos (v k i)). lra. Qed.
  (* (1 - β)(θ_{k+1} - θ_k)² ≤ α² in each entry *)
  Theorem found_bounded_step k i : (1 - β) * ((θ (S k) i - θ k i) * (θ (S k) i - θ k i)) <= α * α.
  Proof.
    pose proof (found_defined k i) as P. set (x := g k i). set (G := Γ k i) in *.
    assert (B : (1 - β) * (x * x) <= G * G).
    { assert (L : (1 - β) * (x * x) <= v k i).
      { change (v k i) with (β * average β (fun j => g j ⊙ g j) k i + (1 - β) * (x * x)).
        pose proof (Rmult_le_pos β _ ltac:(lra) (average_pos k i)). lra. }
      assert (0 <= v k i) by apply average_pos. pose proof (sqrt_sqrt (v k i) ltac:(assumption)). pose proof (sqrt_pos (v k i)).
      unfold G, Γ. nra. }
    rewrite step. unfold sub, over. simpl. fold x G.
    replace ((1 - β) * ((θ k i + -1 * (α * (x / G)) - θ k i) * (θ k i + -1 * (α * (x / G)) - θ k i)))
      with (α * α * ((1 - β) * (x * x) * / (G * G))) by (field; lra).
    apply Rle_trans with (α * α * (G * G * / (G * G))); [|right; field; lra].
    apply Rmult_le_compat_l; [nra|]. apply Rmult_le_compat_r; [left; apply Rinv_0_lt_compat; nra|exact B].
  Qed.
  (* each entry goes against its gradient *)
  Theorem found_downhill k i : g k i * (θ (S k) i - θ k i) <= 0.
  Proof.
    pose proof (found_defined k i) as P. rewrite step. unfold sub, over. simpl.
    replace (g k i * (θ k i + -1 * (α * (g k i / Γ k i)) - θ k i)) with (- (α * (g k i * g k i * / Γ k i))) by (unfold Rdiv; ring).
    assert (0 <= α * (g k i * g k i * / Γ k i)); [|lra].
    apply Rmult_le_pos; [lra|]. apply Rmult_le_pos; [apply Rle_0_sqr|left; now apply Rinv_0_lt_compat].
  Qed.
End RmsProp.
