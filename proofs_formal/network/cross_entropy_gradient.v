(* mathdnn/3.1: Proposition 3.1. ξ(y, y* ) = -Σ y*_k log y_k has in y the gradient -(y*_k / y_k), for y with positive entries. *)
From Verigrad.base Require Import inner_product sums spaces differential gradient softmax.

Definition cross_entropy {m} (target y : ℝ ^^ m) : R := - sum (fun k => target k * ln (y k)).

Theorem conclusion {m} (target y : ℝ ^^ m) : (forall k, 0 < y k) ->
  has_gradient (cross_entropy target) y ((fun k => - (target k / y k)) : ℝ ^^ m).
Proof.
  intro P. apply (gradient_ext (fun u : ℝ ^^ m => sum (fun k => - target k * ln (u k))) _ _ ((fun k => - (target k / y k)) : ℝ ^^ m)).
  - apply (gradient_sum (fun k (u : ℝ ^^ m) => - target k * ln (u k)) y (fun k => - target k ⋅ (/ y k ⋅ basis k))).
    + intro k. apply (gradient_scale (- target k) (fun u : ℝ ^^ m => ln (u k))).
      apply (gradient_of_real_function ln (fun u : ℝ ^^ m => u k)); [apply gradient_entry|apply derivable_pt_lim_ln, P].
    + intro v. apply sum_ext. intro k. rewrite !inner_scale_l, inner_basis. simpl. unfold Rdiv. ring.
  - intro u. unfold cross_entropy. rewrite <- (Ropp_involutive (sum (fun k => - target k * ln (u k)))). f_equal.
    rewrite <- (Rmult_1_l (sum (fun k => - target k * ln (u k)))), Ropp_mult_distr_l, <- sum_scale. apply sum_ext. intro k. ring.
  - reflexivity.
Qed.
