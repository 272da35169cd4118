(* sgm/5.5.1: Lemma 5.5.1. ‖∇ₓf‖_∞ ≤ ∏_{r=0}^p ‖W_r‖_∞ for activations with |A′| ≤ 1, ‖W‖_∞ = sup_i Σ_j |w_ij|, every depth. The text's product has a
   factor W_{p+1} that f has not, and its sup_j Σ_i is the norm of the transpose, for which |Wh|_∞ ≤ ‖W‖|h|_∞ is false. *)
From Verigrad.base Require Import inner_product sums spaces differential gradient networks perceptron.

(* ‖AB‖_∞ ≤ ‖A‖_∞‖B‖_∞, with ∇A_r between *)
Lemma step {a m k} (W : (ℝ ^^ m) ^^ k) (s : ℝ ^^ m) (J : (ℝ ^^ a) ^^ m) : (forall j, Rabs (s j) <= 1) ->
  row_sum_norm (fun i => vsum (fun j => (W i j * s j) ⋅ J j)) <= row_sum_norm W * row_sum_norm J.
Proof.
  intro H. apply sup_le; [apply Rmult_le_pos; apply row_sum_norm_pos|]. intro i.
  eapply Rle_trans; [apply sum_le; intro l; apply (entry_bound (W i) s J l H)|]. rewrite sum_swap.
  apply Rle_trans with (sum (fun j => row_sum_norm J * Rabs (W i j))).
  - apply sum_le. intro j. rewrite sum_scale, Rmult_comm. apply Rmult_le_compat_r; [apply Rabs_pos|].
    apply (le_sup (fun j => sum (fun l => Rabs (J j l)))).
  - rewrite sum_scale, Rmult_comm. apply Rmult_le_compat_r; [apply row_sum_norm_pos|].
    apply (le_sup (fun i => sum (fun j => Rabs (W i j)))).
Qed.
Theorem conclusion {a m} (net : lower a m) x : slopes_at_most_one net x ->
  row_sum_norm (lower_jacobian net x) <= product_of_norms (@row_sum_norm) net.
Proof.
  induction net as [m W b|m k net IH σ σ' W b]; intro H; [apply Rle_refl|]. destruct H as [H S]. simpl.
  eapply Rle_trans; [apply (step W (fun j => σ' (lower_value net x j)) (lower_jacobian net x) S)|].
  apply Rmult_le_compat_l; [apply row_sum_norm_pos|now apply IH].
Qed.
(* and ∇ₓf is the Jacobian: |f(x + h) - f(x)|_∞ ≤ ∏‖W_r‖_∞ |h|_∞ to first order *)
Theorem conclusion_differential {a m} (net : lower a m) x : lower_smooth net x -> slopes_at_most_one net x ->
  has_differential (lower_value net) x (apply (lower_jacobian net x)) /\
  forall h c, 0 <= c -> (forall j, Rabs (h j) <= c) -> forall i, Rabs (apply (lower_jacobian net x) h i) <= product_of_norms (@row_sum_norm) net * c.
Proof.
  intros S H. split; [now apply lower_differential|]. intros h c Hc B i. pose proof (conclusion net x H) as K.
  apply Rle_trans with (row_sum_norm (lower_jacobian net x) * c); [|now apply Rmult_le_compat_r].
  unfold apply. rewrite tuple_inner. eapply Rle_trans; [apply sum_abs|].
  apply Rle_trans with (sum (fun j => c * Rabs (lower_jacobian net x i j))).
  - apply sum_le. intro j. simpl. rewrite Rabs_mult, Rmult_comm. apply Rmult_le_compat_r; [apply Rabs_pos|apply B].
  - rewrite sum_scale, Rmult_comm. apply Rmult_le_compat_r; [assumption|].
    apply (le_sup (fun i => sum (fun j => Rabs (lower_jacobian net x i j)))).
Qed.

(* With ‖W‖ = sup_j Σ_i |w_ij|: W = (1 1), h = (1, 1), |Wh| = 2 > 1. *)
Theorem norm_of_the_transpose_is_false :
  ~ (forall n m (W : (ℝ ^^ n) ^^ m) (h : ℝ ^^ n), sup (fun i => Rabs (apply W h i)) <= column_sum_norm W * sup (fun j => Rabs (h j))).
Proof.
  intro H. specialize (H 2%nat 1%nat (fun _ _ => 1) (fun _ => 1)). unfold column_sum_norm, apply in H. simpl in H.
  replace (1 * 1 + (1 * 1 + 0)) with 2 in H by ring. rewrite !Rabs_R1, (Rabs_pos_eq 2), !Rplus_0_r, !(Rmax_left 1 0), !(Rmax_left 1 1) in H by lra.
  rewrite Rmax_left in H; lra.
Qed.
