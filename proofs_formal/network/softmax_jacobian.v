(* mathdnn/2.2: Proposition 2.2. The Jacobian of softmax is S_i(δ_ij - S_j). The text has its values in ]0, 1[ᵐ, which is false for m = 1. *)
From Verigrad.base Require Import inner_product sums spaces differential gradient softmax.

Section Jacobian.
  Context {m : nat}.
  Hypothesis m_positive : (0 < m)%nat.
  Variable z : ℝ ^^ m.

  Definition differential (h : ℝ ^^ m) : ℝ ^^ m := fun i => softmax z i * (h i - ⟨softmax z, h⟩).

  Lemma gradient_of_entry i : has_gradient (fun u => softmax u i) z (softmax z i ⋅ (basis i ⊖ softmax z)).
  Proof.
    apply (gradient_ext (fun u : ℝ ^^ m => exp (u i + -1 * log_sum_exp u)) _ _ (exp (z i + -1 * log_sum_exp z) ⋅ (basis i ⊕ -1 ⋅ softmax z))).
    - apply (gradient_of_real_function exp (fun u : ℝ ^^ m => u i + -1 * log_sum_exp u)); [|apply derivable_pt_lim_exp].
      apply gradient_add; [apply gradient_entry|]. apply gradient_scale. now apply gradient_log_sum_exp.
    - intro u. rewrite softmax_is_exp by assumption. f_equal. ring.
    - replace (exp (z i + -1 * log_sum_exp z)) with (softmax z i); [reflexivity|].
      rewrite softmax_is_exp by assumption. f_equal. ring.
  Qed.

  Theorem conclusion : has_differential (softmax : ℝ ^^ m -> ℝ ^^ m) z differential /\
    forall i j, matrix differential i j = softmax z i * (delta i j - softmax z j).
  Proof.
    split.
    - apply differential_entries. intro i. eapply differential_ext; [reflexivity| |apply gradient_iff_differential, gradient_of_entry].
      intro h. unfold differential. unfold sub. rewrite inner_scale_l, inner_add_l, inner_scale_l, inner_basis. simpl. ring.
    - intros i j. unfold matrix, differential. rewrite (inner_sym _ (softmax z)), inner_basis. unfold basis. now rewrite delta_sym.
  Qed.
  Theorem conclusion_range : (2 <= m)%nat -> forall i, 0 < softmax z i < 1.
  Proof.
    intros H i. split; [now apply softmax_positive|]. pose proof (softmax_sum m_positive z) as One.
    assert (S : sum (fun k => softmax z k) - softmax z i = sum (fun k => (1 - delta i k) * softmax z k)).
    { rewrite (sum_ext (fun k => (1 - delta i k) * softmax z k) (fun k => softmax z k - delta i k * softmax z k)) by (intro; ring).
      now rewrite sum_sub, sum_delta. }
    change (sum (softmax z)) with (sum (fun k => softmax z k)) in One. enough (0 < sum (fun k => (1 - delta i k) * softmax z k)) by (simpl in *; lra).
    (* another index *)
    assert (O : exists k : index m, k <> i).
    { destruct m as [|[|n]]; [lia|lia|]. destruct (same Fin.F1 i) eqn:E.
      - exists (Fin.FS Fin.F1). intros <-. discriminate.
      - exists Fin.F1. intros <-. rewrite same_refl in E. discriminate. }
    destruct O as [k N]. eapply Rlt_le_trans; [|apply (sum_term_le (fun k => (1 - delta i k) * softmax z k))].
    - instantiate (1 := k). rewrite delta_other by auto. pose proof (softmax_positive m_positive z k). lra.
    - intro j. apply Rmult_le_pos; [unfold delta; destruct (same i j); lra|left; now apply softmax_positive].
  Qed.
End Jacobian.

(* 𝒮 : ℝᵐ → ]0, 1[ᵐ: for m = 1 it is 1. *)
Theorem open_range_is_false : ~ (forall m (z : ℝ ^^ m) i, softmax z i < 1).
Proof.
  intro H. specialize (H 1%nat (fun _ => 0) Fin.F1). pose proof (softmax_sum (m := 1) ltac:(lia) (fun _ => 0)) as S. simpl in S. lra.
Qed.
