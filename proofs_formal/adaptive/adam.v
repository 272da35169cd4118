(* inna/1.32: (1.32), ADAM: m_k = β₁m_{k-1} + (1 - β₁)g_k, v_k = β₂v_{k-1} + (1 - β₂)g_k ⊙ g_k, Γ_k = √v_k + ε,
   θ_{k+1} = θ_k - α diag(Γ_k)⁻¹m_k. It lacks the two corrections of Kingma and Ba, whose step is θ_k - α m̂_k/(√v̂_k + ε),
   m̂_k = m_k/(1 - β₁^{k+1}), v̂_k = v_k/(1 - β₂^{k+1}): that is (1.32) with α√(1 - β₂^{k+1})/(1 - β₁^{k+1}) for α and ε√(1 - β₂^{k+1}) for ε. *)
From Verigrad.base Require Import inner_product sums spaces entrywise moving_average.
From Verigrad.adaptive Require adam_rescaled.

Definition step {q} (α ε : R) (θ m v : ℝ ^^ q) : ℝ ^^ q := θ ⊖ α ⋅ over (fun i => sqrt (v i) + ε) m.

Section Adam.
  Context {q : nat}.
  Variables (α β1 β2 ε : R) (g : nat -> ℝ ^^ q).
  Hypothesis β1_range : 0 < β1 < 1.
  Hypothesis β2_range : 0 < β2 < 1.
  Hypothesis ε_positive : 0 < ε.

  Definition m k : ℝ ^^ q := average β1 g (S k).
  Definition v k : ℝ ^^ q := average β2 (fun j => g j ⊙ g j) (S k).

  Lemma v_pos k i : 0 <= v k i.
  Proof.
    unfold v. induction (S k) as [|n IH]; simpl; [lra|].
    apply Rplus_le_le_0_compat; apply Rmult_le_pos; [lra|exact IH|lra|apply Rle_0_sqr].
  Qed.
  (* a combination of RMSprop and momentum: with ε > 0 the step is defined *)
  Theorem found_defined k : positive (fun i => sqrt (v k i) + ε : ℝ).
  Proof. intro i. pose proof (sqrt_pos (v k i)). simpl. lra. Qed.

  (* Kingma and Ba's step is (1.32) with the two factors *)
  Theorem found k θ : let c1 := 1 - β1 ^ S k in let c2 := 1 - β2 ^ S k in
    step α ε θ ((/ c1) ⋅ m k) ((/ c2) ⋅ v k) = step (α * sqrt c2 / c1) (ε * sqrt c2) θ (m k) (v k).
  Proof.
    intros c1 c2. assert (P1 : 0 < c1) by (apply (adam_rescaled.divisor_positive β1); [lra|lia]).
    assert (P2 : 0 < c2) by (apply (adam_rescaled.divisor_positive β2); [lra|lia]).
    apply tuple_ext. intro i. unfold step, sub, over. simpl. assert (R : 0 < sqrt c2) by (now apply sqrt_lt_R0).
    rewrite sqrt_mult_alt by (left; now apply Rinv_0_lt_compat). rewrite sqrt_inv. pose proof (sqrt_pos (v k i)).
    set (r := sqrt c2) in *. set (s := sqrt (v k i)) in *. assert (0 < s + ε * r) by nra. field. repeat split; nra.
  Qed.
End Adam.

(* "This algorithm was proposed by Kingma and Ba": one step with gradient 1, β₁ = ½, β₂ = ¾, α = 1, ε = ½ is -½, and theirs -⅔. *)
Theorem bias_correction_is_false :
  ~ (forall q α β1 β2 ε (g : nat -> ℝ ^^ q) (θ : ℝ ^^ q), 0 < α -> 0 < β1 < 1 -> 0 < β2 < 1 -> 0 < ε -> forall k,
       step α ε θ (m β1 g k) (v β2 g k) = step α ε θ ((/ (1 - β1 ^ S k)) ⋅ m β1 g k) ((/ (1 - β2 ^ S k)) ⋅ v β2 g k)).
Proof.
  intro H. specialize (H 1%nat 1 (/ 2) (3 / 4) (/ 2) (fun _ _ => 1) zero ltac:(lra) ltac:(lra) ltac:(lra) ltac:(lra) 0%nat).
  apply (f_equal (fun u => u Fin.F1)) in H. unfold step, m, v, sub, over, times in H. simpl in H.
  replace (3 / 4 * 0 + (1 - 3 / 4) * (1 * 1)) with (/ 2 * / 2) in H by field.
  replace (/ (1 - 3 / 4 * 1) * (/ 2 * / 2)) with (1 * 1) in H by field.
  rewrite !sqrt_square in H by lra. replace (/ (1 - / 2 * 1)) with 2 in H by field.
  replace ((/ 2 * 0 + (1 - / 2) * 1) / (/ 2 + / 2)) with (/ 2) in H by field.
  replace (2 * (/ 2 * 0 + (1 - / 2) * 1) / (1 + / 2)) with (2 / 3) in H by field. lra.
Qed.
