(* mfds/14.14: section 14.2.2, the logistic loss L(s, y) = log(1 + e^{-sy}) of (14.11). Its derivative in s is -y e^{-sy}/(1 + e^{-sy}); the text prints -s for
   -y. Unbiasedness, (14.14), is in empirical_risk_gradient. *)
From Verigrad.base Require Import inner_product sums spaces differential gradient.

Definition logistic (s y : R) : R := ln (1 + exp (- s * y)).

Theorem conclusion s y : derivable_pt_lim (fun s => logistic s y) s (- y * exp (- s * y) / (1 + exp (- s * y))).
Proof.
  assert (P : 0 < 1 + exp (- y * s)) by (pose proof (exp_pos (- y * s)); lra).
  apply derivative_ext with (φ := comp ln (fct_cte 1 + (fun s => exp (- y * s)))%F) (l := / (1 + exp (- y * s)) * (0 + - y * exp (- y * s))).
  - apply (derivable_pt_lim_comp (fct_cte 1 + (fun s => exp (- y * s)))%F ln); [|apply (derivable_pt_lim_ln _ P)].
    apply derivable_pt_lim_plus; [apply derivable_pt_lim_const|apply derivative_exp].
  - intro t. unfold comp, plus_fct, fct_cte, logistic. do 3 f_equal. ring.
  - replace (- s * y) with (- y * s) by ring. field. lra.
Qed.

(* At s = 0, y = 1 the print is 0; the derivative is -1/2. *)
Theorem printed_is_false : ~ (forall s y, derivable_pt_lim (fun s => logistic s y) s (- s * (exp (- s * y) / (1 + exp (- s * y))))).
Proof.
  intro H. specialize (H 0 1). pose proof (conclusion 0 1) as D. pose proof (uniqueness_limite _ _ _ _ H D) as E.
  replace (- 0 * 1) with 0 in E by ring. rewrite exp_0 in E. lra.
Qed.
