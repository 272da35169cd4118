(* sgm/5.28: (5.28), E ≈ J(W) + ε₁/2 |∇J(W)|₁: "for Z ∈ ℝ^q, ⟨diag(Z ⊗ Z)^{-1/2}Z, Z⟩ = Σ z_i²/√(z_i²) = |Z|₁", for a Z without an entry 0,
   where it is undefined; and the value of (5.24)'s energy tends to J(W) + ε₁/2 |∇J(W)|₁ where Z → -∇J(W) and D → diag(∇J ⊗ ∇J), at a W
   with no entry of ∇J(W) equal to 0. That Z and D do tend to these along (5.23) is a heuristic of the text ("tendency"), not claimed here. *)
From Verigrad.base Require Import inner_product sums spaces differential gradient flow entrywise.
From Verigrad.adaptive Require adam_energy_decay.

Definition one_norm {q} (u : ℝ ^^ q) : R := sum (fun i => Rabs (u i)).

Lemma square_over_root z : z <> 0 -> z / sqrt (z * z) * z = Rabs z.
Proof.
  intro H. fold (Rsqr z). rewrite sqrt_Rsqr_abs. assert (P : 0 < Rabs z) by (now apply Rabs_pos_lt).
  pose proof (Rsqr_abs z) as S. unfold Rsqr in S. replace (z / Rabs z * z) with (z * z / Rabs z) by (field; lra). rewrite S. field. lra.
Qed.
Theorem partial {q} (Z : ℝ ^^ q) : (forall i, Z i <> 0) -> ⟨over_root (Z ⊙ Z) Z, Z⟩ = one_norm Z.
Proof. intro H. rewrite tuple_inner. apply sum_ext. intro i. unfold over_root, times. simpl. now apply square_over_root. Qed.

(* the energy at Z = -∇J(W), D = diag(∇J(W) ⊗ ∇J(W)) *)
Theorem partial_value {q} (J : ℝ ^^ q -> R) (grad : ℝ ^^ q -> ℝ ^^ q) ε1 (W : ℝ ^^ q) : (forall i, grad W i <> 0) ->
  adam_energy_decay.energy J ε1 (fun _ => W) (fun _ => ⊖ grad W) (fun _ => grad W ⊙ grad W) 0 = J W + ε1 / 2 * one_norm (grad W).
Proof.
  intro H. unfold adam_energy_decay.energy. rewrite <- (partial (grad W) H). do 2 f_equal. apply sum_ext. intro i.
  unfold over_root, opp. simpl. unfold Rdiv. ring.
Qed.

(* sequences Z_n → Z and D_n → diag(Z ⊗ Z) have ⟨D_n^{-1/2}Z_n, Z_n⟩ → |Z|₁ *)
Lemma limit_sum {q} (a : index q -> nat -> R) (l : index q -> R) :
  (forall i, Un_cv (a i) (l i)) -> Un_cv (fun n => sum (fun i => a i n)) (sum l).
Proof.
  induction q; intro H; simpl.
  - intros ε Hε. exists 0%nat. intros n _. unfold R_dist. rewrite Rminus_0_r, Rabs_R0. exact Hε.
  - apply (CV_plus (a Fin.F1)); [apply H|]. apply (IHq (fun i => a (Fin.FS i))). intro i. apply H.
Qed.
Theorem partial_limit {q} (Z : nat -> ℝ ^^ q) (D : nat -> ℝ ^^ q) (z : ℝ ^^ q) : (forall i, z i <> 0) ->
  (forall i, Un_cv (fun n => Z n i) (z i)) -> (forall i, Un_cv (fun n => D n i) (z i * z i)) ->
  Un_cv (fun n => ⟨over_root (D n) (Z n), Z n⟩) (one_norm z).
Proof.
  intros H HZ HD. apply (limit_sum (fun i n => Z n i / sqrt (D n i) * Z n i)). intro i. rewrite <- (square_over_root (z i)) by apply H.
  assert (P : 0 < z i * z i) by (pose proof (Rsqr_pos_lt (z i) (H i)); assumption).
  apply CV_mult; [|apply HZ]. apply CV_mult; [apply HZ|].
  assert (C : continuity_pt (fun x => / sqrt x) (z i * z i)).
  { apply (continuity_pt_inv sqrt); [apply continuity_pt_sqrt; lra|]. pose proof (sqrt_lt_R0 _ P). lra. }
  exact (continuity_seq (fun x => / sqrt x) (fun n => D n i) _ C (HD i)).
Qed.

(* "for Z ∈ ℝ^q": the divisor √(z_i²) is 0 where z_i is *)
Theorem entry_zero_is_false : ~ (forall z : R, 0 < sqrt (z * z)).
Proof. intro H. specialize (H 0). rewrite Rmult_0_r, sqrt_0 in H. lra. Qed.
