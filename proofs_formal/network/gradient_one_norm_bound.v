(* sgm/5.5.2: Lemma 5.5.2. ‖∇ₓf‖₁ ≤ ∏_{r=0}^p ‖W_r‖₁ for activations with |A′| ≤ 1, ‖W‖₁ = sup_j Σ_i |w_ij|, every depth. The text prints ‖W_r‖₁
   without the product. *)
From Verigrad.base Require Import inner_product sums spaces differential gradient networks perceptron.

Lemma step {a m k} (W : (ℝ ^^ m) ^^ k) (s : ℝ ^^ m) (J : (ℝ ^^ a) ^^ m) : (forall j, Rabs (s j) <= 1) ->
  column_sum_norm (fun i => vsum (fun j => (W i j * s j) ⋅ J j)) <= column_sum_norm W * column_sum_norm J.
Proof.
  intro H. apply sup_le; [apply Rmult_le_pos; apply column_sum_norm_pos|]. intro l.
  eapply Rle_trans; [apply sum_le; intro i; apply (entry_bound (W i) s J l H)|]. rewrite sum_swap.
  apply Rle_trans with (sum (fun j => column_sum_norm W * Rabs (J j l))).
  - apply sum_le. intro j. rewrite (sum_ext _ (fun i => Rabs (J j l) * Rabs (W i j))) by (intro; ring). rewrite sum_scale, Rmult_comm.
    apply Rmult_le_compat_r; [apply Rabs_pos|]. apply (le_sup (fun j => sum (fun i => Rabs (W i j)))).
  - rewrite sum_scale. apply Rmult_le_compat_l; [apply column_sum_norm_pos|]. apply (le_sup (fun l => sum (fun j => Rabs (J j l)))).
Qed.
Theorem conclusion {a m} (net : lower a m) x : slopes_at_most_one net x ->
  column_sum_norm (lower_jacobian net x) <= product_of_norms (@column_sum_norm) net.
Proof.
  induction net as [m W b|m k net IH σ σ' W b]; intro H; [apply Rle_refl|]. destruct H as [H S]. simpl.
  eapply Rle_trans; [apply (step W (fun j => σ' (lower_value net x j)) (lower_jacobian net x) S)|].
  apply Rmult_le_compat_l; [apply column_sum_norm_pos|now apply IH].
Qed.
Theorem conclusion_differential {a m} (net : lower a m) x : lower_smooth net x ->
  has_differential (lower_value net) x (apply (lower_jacobian net x)).
Proof. apply lower_differential. Qed.

(* The product lost: W_0 = W_1 = 2 with the identity between, ∇f = 4 > 2. *)
Theorem without_product_is_false :
  ~ (forall (W0 W1 : (ℝ ^^ 1) ^^ 1) (b : ℝ ^^ 1) x, column_sum_norm (lower_jacobian (next (first W0 b) (fun t => t) (fun _ => 1) W1 b) x) <= column_sum_norm W1).
Proof.
  intro H. specialize (H (fun _ _ => 2) (fun _ _ => 2) (fun _ => 0) (fun _ => 0)). unfold column_sum_norm in H. simpl in H.
  replace (2 * 1 * 2 + 0) with 4 in H by ring. rewrite (Rabs_pos_eq 4), (Rabs_pos_eq 2), !Rplus_0_r, !Rmax_left in H; lra.
Qed.
