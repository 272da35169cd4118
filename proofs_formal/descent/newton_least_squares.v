(* inna/1.24: (1.23) and (1.24). For Q(θ) = ½‖Aθ - b‖², θ - (AᵀA)⁻¹(Aᵀ(Aθ - b)) = A⁻¹b for any θ, and A⁻¹b is the only minimiser.
   A need not be symmetric nor positive definite. *)
From Verigrad.base Require Import inner_product sums spaces differential gradient function_class.

Section Newton.
  Context {V W : space}.
  Variables (A : V -> W) (At : W -> V) (b : W).
  Hypothesis A_linear : linear A.
  Hypothesis A_bounded : bounded A.
  Hypothesis A_adjoint : adjoint A At.

  Definition Q (x : V) : R := / 2 * sqnorm (A x ⊖ b).
  Definition gradient_of_Q (x : V) : V := At (A x ⊖ b).

  (* ∇Q(θ) = Aᵀ(Aθ - b) *)
  Theorem conclusion_gradient x : has_gradient Q x (gradient_of_Q x).
  Proof.
    apply (gradient_of_composition (fun w => / 2 * sqnorm (w ⊖ b)) A x (A x ⊖ b) A At).
    - now apply differential_linear.
    - exact A_adjoint.
    - apply gradient_of_quadratic_bound with 1; [lra|]. intro h.
      replace (/ 2 * sqnorm (A x ⊕ h ⊖ b) - / 2 * sqnorm (A x ⊖ b) - ⟨A x ⊖ b, h⟩) with (/ 2 * ‖h‖²) by inner_field.
      pose proof (sqnorm_pos h). rewrite Rabs_pos_eq; lra.
  Qed.
  (* ∇²Q = AᵀA *)
  Theorem conclusion_hessian x : has_differential gradient_of_Q x (fun h => At (A h)).
  Proof.
    pose proof (adjoint_linear A At A_adjoint) as L. split; [now apply linear_compose|split].
    - apply bounded_compose; [assumption|now apply (adjoint_bounded A At)].
    - apply little_o_ext with (r := fun _ => zero); [|apply little_o_zero]. intro h. unfold gradient_of_Q.
      rewrite <- (linear_sub At) by assumption. replace (A (x ⊕ h) ⊖ b ⊖ (A x ⊖ b)) with (A h) by (rewrite (proj1 A_linear); vector). vector.
  Qed.

  Variables (inverse : V -> V) (solution : V).
  (* (AᵀA)⁻¹, and A⁻¹b *)
  Hypothesis inverse_of_hessian : forall x, inverse (At (A x)) = x.
  Hypothesis solves : A solution = b.

  Theorem conclusion x : x ⊖ inverse (gradient_of_Q x) = solution.
  Proof.
    unfold gradient_of_Q. replace (A x ⊖ b) with (A (x ⊖ solution)) by (rewrite linear_sub, solves; [reflexivity|exact A_linear]).
    rewrite inverse_of_hessian. vector.
  Qed.
  Theorem conclusion_unique_minimum : global_minimum Q solution /\ forall x, global_minimum Q x -> x = solution.
  Proof.
    assert (Z : Q solution = 0) by (unfold Q; rewrite solves; inner_field).
    split; [intro x; rewrite Z; unfold Q; pose proof (sqnorm_pos (A x ⊖ b)); lra|].
    intros x M. specialize (M solution). rewrite Z in M. unfold Q in M. pose proof (sqnorm_pos (A x ⊖ b)).
    assert (N : A x ⊖ b = zero) by (apply sqnorm_zero_inv; lra).
    rewrite <- (inverse_of_hessian x), <- (inverse_of_hessian solution), solves. do 2 f_equal.
    replace (A x) with ((A x ⊖ b) ⊕ b) by vector. rewrite N. vector.
  Qed.
End Newton.
