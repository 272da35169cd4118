(* mathdnn/6.4: Proposition 6.4. The gradient of a differentiable f is 0 at a global minimum. *)
From Verigrad.base Require Import inner_product sums spaces differential gradient function_class.

(* A function of the line that is least at 0 has there no derivative but 0. *)
Lemma derivative_at_minimum (φ : R -> R) l : (forall t, φ 0 <= φ t) -> derivable_pt_lim φ 0 l -> l = 0.
Proof.
  intros M D. destruct (Req_dec l 0) as [|N]; [assumption|exfalso].
  destruct (D (Rabs l / 2)) as [[δ Hδ] B]; [apply Rabs_pos_lt in N; lra|]. simpl in B.
  (* a step of δ/2 against the sign of l *)
  destruct (Rlt_dec l 0) as [Neg|Pos].
  - specialize (B (δ / 2) ltac:(lra)). rewrite Rplus_0_l, (Rabs_pos_eq (δ / 2)), (Rabs_left l) in B by lra.
    specialize (B ltac:(lra)). apply Rabs_def2 in B. pose proof (M (δ / 2)).
    assert (0 <= (φ (δ / 2) - φ 0) / (δ / 2)) by (apply Rmult_le_pos; [lra|left; apply Rinv_0_lt_compat; lra]). lra.
  - specialize (B (- (δ / 2)) ltac:(lra)). rewrite Rplus_0_l, Rabs_Ropp, (Rabs_pos_eq (δ / 2)), (Rabs_pos_eq l) in B by lra.
    specialize (B ltac:(lra)). apply Rabs_def2 in B. pose proof (M (- (δ / 2))).
    assert (0 <= (φ (- (δ / 2)) - φ 0) / (δ / 2)) by (apply Rmult_le_pos; [lra|left; apply Rinv_0_lt_compat; lra]).
    replace ((φ (- (δ / 2)) - φ 0) / - (δ / 2)) with (- ((φ (- (δ / 2)) - φ 0) / (δ / 2))) in B by (field; lra). lra.
Qed.

Theorem conclusion {V : space} (f : V -> R) (grad : V -> V) s : differentiable f grad -> global_minimum f s -> grad s = zero.
Proof.
  intros D M. apply sqnorm_zero_inv. apply (derivative_at_minimum (fun t => f (s ⊕ t ⋅ grad s))).
  - intro t. replace (s ⊕ 0 ⋅ grad s) with s by vector. apply M.
  - apply (along_line f). replace (s ⊕ 0 ⋅ grad s) with s by vector. apply D.
Qed.

(* The vectors e_i with i ≤ n < m do not suffice: f(u, v) = (v + 1)²/2 - ½ has ⟨∇f(0), e_1⟩ = 0 and ∇f(0) = e_2 ≠ 0. *)
Theorem basis_to_n_is_false :
  ~ (forall g : ℝ ^^ 2, ⟨g, basis Fin.F1⟩ = 0 -> g = zero).
Proof.
  intro H. specialize (H (basis (Fin.FS Fin.F1))). assert (E : basis (Fin.FS Fin.F1) = (zero : ℝ ^^ 2)).
  { apply H. simpl. unfold basis, delta. simpl. ring. }
  apply (f_equal (fun v => v (Fin.FS Fin.F1))) in E. unfold basis, delta in E. simpl in E. lra.
Qed.
