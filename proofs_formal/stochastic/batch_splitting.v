(* sgm/5.29: (5.29) and its fully discrete version, as intended: an epoch goes from Z⁰ = W_k through the batches r = 1, …, p by
   Z^r = Z^{r-1} - Δt∇J^r(Z^{r-1}), W_{k+1} = Z^p. Proved of it: with L-Lipschitz ∇J^r it is one step with the whole ∇J = Σ∇J^r up to
   ΔtL Σ_r |Z^{r-1} - W_k|, and |Z^r - W_k| ≤ Δt Σ_{s≤r} |∇J^s(Z^{s-1})|: an error of order Δt². The printed lines lose the start of the first flow,
   the first batch, and the step of the batch before. Missing: the exact flows beside it. *)
From Verigrad.base Require Import inner_product sums spaces differential gradient function_class flow.

Section Epoch.
  Context {V : space}.
  (* g r is the gradient of the batch r + 1 *)
  Variables (g : nat -> V -> V) (Δt L : R) (W : V).
  Hypothesis Δt_pos : 0 <= Δt.

  Fixpoint stage (r : nat) : V := match r with O => W | S s => stage s ⊖ Δt ⋅ g s (stage s) end.
  Definition whole_step (p : nat) : V := W ⊖ Δt ⋅ vector_sum p (fun r => g r W).

  (* W_{k+1} = W_k - Δt Σ_r ∇J^r(Z^{r-1}) *)
  Theorem partial_sum p : stage p = W ⊖ Δt ⋅ vector_sum p (fun r => g r (stage r)).
  Proof. induction p; simpl; [vector|]. rewrite IHp at 1. vector. Qed.
  Theorem partial_distance p : norm (stage p ⊖ W) <= Δt * sum_to p (fun r => norm (g r (stage r))).
  Proof.
    induction p; simpl.
    - replace (W ⊖ W) with (zero : V) by vector. rewrite norm_zero. lra.
    - replace (stage p ⊖ Δt ⋅ g p (stage p) ⊖ W) with ((stage p ⊖ W) ⊕ (- Δt) ⋅ g p (stage p)) by vector.
      eapply Rle_trans; [apply norm_triangle|]. rewrite norm_scale, Rabs_Ropp, Rabs_pos_eq by exact Δt_pos. lra.
  Qed.
  Theorem partial_whole_step p : (forall r, (r < p)%nat -> smooth (g r) L) ->
    norm (stage p ⊖ whole_step p) <= Δt * L * sum_to p (fun r => norm (stage r ⊖ W)).
  Proof.
    unfold whole_step. induction p as [|p IH]; intro H; simpl.
    - replace (W ⊖ (W ⊖ Δt ⋅ zero)) with (zero : V) by vector. rewrite norm_zero. lra.
    - set (A := vector_sum p (fun r => g r W)) in *. specialize (IH ltac:(intros; apply H; lia)).
      replace (stage p ⊖ Δt ⋅ g p (stage p) ⊖ (W ⊖ Δt ⋅ (A ⊕ g p W)))
        with ((stage p ⊖ (W ⊖ Δt ⋅ A)) ⊕ (- Δt) ⋅ (g p (stage p) ⊖ g p W)) by vector.
      eapply Rle_trans; [apply norm_triangle|]. rewrite norm_scale, Rabs_Ropp, Rabs_pos_eq by exact Δt_pos.
      pose proof (H p ltac:(lia) (stage p) W) as B. apply Rmult_le_compat_l with (r := Δt) in B; [|exact Δt_pos]. lra.
  Qed.
End Epoch.

(* "Zₖ⁰(1) = Wₖ" binds no Zₖ¹: J¹(w) = w²/2, W_k = 0, Z¹(t) = e^{-t} *)
Theorem start_of_first_flow_is_false :
  ~ (forall (grad : ℝ -> ℝ) (Z0 Z1 : R -> ℝ) W Δt, 0 < Δt -> smooth grad 1 -> Z0 1 = W ->
       (forall t, has_velocity Z1 t (⊖ grad (Z1 t))) -> grad W = zero -> Z1 Δt = W).
Proof.
  intro H. assert (D : forall t, has_velocity (fun t => exp (-1 * t) : ℝ) t (⊖ (exp (-1 * t) : ℝ))).
  { intro t. apply velocity_on_line. eapply derivative_ext; [apply derivative_exp|reflexivity|]. unfold opp. simpl. ring. }
  specialize (H (fun x => x) (fun _ => 0) (fun t => exp (-1 * t)) 0 1 Rlt_0_1 ltac:(intros x y; lra) eq_refl D eq_refl).
  pose proof (exp_pos (-1 * 1)). lra.
Qed.
(* J¹(w) = (w - 1)²/2, J²(w) = w²/2, Δt = ½, W_k = 0: the epoch ends at ¼; without the first batch at 0 *)
Definition two_batches (r : nat) (x : ℝ) : ℝ := match r with O => x - 1 | _ => x end.
Theorem first_batch_is_false :
  ~ (forall (g : nat -> ℝ -> ℝ) Δt W, 0 < Δt -> stage g Δt W 2 = W ⊖ Δt ⋅ g 1%nat W).
Proof. intro H. specialize (H two_batches (/ 2) 0 ltac:(lra)). cbn [stage] in H. rewrite !line_sub in H. simpl in H. lra. Qed.
(* "Zₖʳ(Δt) = Zₖʳ⁻¹(0) - Δtₖ∇Jₖʳ(Zₖʳ⁻¹(0))": with a line for r = 1 the step from Z¹'s start loses the first step *)
Theorem step_from_the_start_is_false :
  ~ (forall (g : nat -> ℝ -> ℝ) Δt W r, 0 < Δt -> stage g Δt W (S (S r)) = stage g Δt W r ⊖ Δt ⋅ g (S r) (stage g Δt W r)).
Proof. intro H. specialize (H two_batches (/ 2) 0 0%nat ltac:(lra)). cbn [stage] in H. rewrite !line_sub in H. simpl in H. lra. Qed.
