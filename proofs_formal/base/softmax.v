(* Softmax through log Σ exp: ∇ log Σ exp z = softmax(z), and softmax_i = exp(z_i - log Σ exp z). *)
From Verigrad.base Require Import inner_product sums spaces differential gradient.

Section Softmax.
  Context {m : nat}.
  Implicit Types z : ℝ ^^ m.
  Definition total z : R := sum (fun k => exp (z k)).
  Definition softmax z : ℝ ^^ m := fun i => exp (z i) / total z.
  Definition log_sum_exp z : R := ln (total z).

  Hypothesis m_positive : (0 < m)%nat.

  Lemma total_positive z : 0 < total z.
  Proof. apply sum_strict; [assumption|]. intro k. apply exp_pos. Qed.
  Lemma softmax_is_exp z i : softmax z i = exp (z i - log_sum_exp z).
  Proof.
    unfold softmax, log_sum_exp, Rminus. rewrite exp_plus, exp_Ropp, exp_ln by apply total_positive. reflexivity.
  Qed.
  Lemma softmax_positive z i : 0 < softmax z i.
  Proof. rewrite softmax_is_exp. apply exp_pos. Qed.
  Lemma softmax_sum z : sum (softmax z) = 1.
  Proof.
    pose proof (total_positive z) as P. unfold softmax.
    rewrite (sum_ext _ (fun k => / total z * exp (z k))) by (intro; unfold Rdiv; ring).
    rewrite sum_scale. fold (total z). field. lra.
  Qed.
  Lemma ln_softmax z i : ln (softmax z i) = z i - log_sum_exp z.
  Proof. rewrite softmax_is_exp. apply ln_exp. Qed.

  Lemma gradient_entry z i : has_gradient (fun u : ℝ ^^ m => u i) z (basis i).
  Proof. eapply gradient_ext; [apply (gradient_linear (basis i))|intro u; apply inner_basis|reflexivity]. Qed.
  Lemma gradient_log_sum_exp z : has_gradient log_sum_exp z (softmax z).
  Proof.
    assert (T : has_gradient total z ((fun k => exp (z k)) : ℝ ^^ m)).
    { apply (gradient_sum (fun k (u : ℝ ^^ m) => exp (u k)) z (fun k => exp (z k) ⋅ basis k)).
      - intro k. apply (gradient_of_real_function exp (fun u : ℝ ^^ m => u k)); [apply gradient_entry|apply derivable_pt_lim_exp].
      - intro v. apply sum_ext. intro k. rewrite inner_scale_l, inner_basis. reflexivity. }
    eapply gradient_ext; [exact (gradient_of_real_function ln total z _ (/ total z) T (derivable_pt_lim_ln _ (total_positive z)))|reflexivity|].
    apply tuple_ext. intro i. unfold softmax. simpl. unfold Rdiv. ring.
  Qed.
End Softmax.
