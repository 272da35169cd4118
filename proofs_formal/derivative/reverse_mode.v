(* mfds/14.3.4: section 14.3.4. On every computational graph, from the last node to the first, ∂x_t/∂x_k = Σ_{m ∈ son(k)} ∂x_t/∂x_m ∂f_m/∂x_k gives the gradient
   of the last node in all inputs by one traversal; forward and reverse mode agree. son(k) are the nodes m > k that use x_k; the text describes parent(k). *)
From Verigrad.base Require Import inner_product sums spaces differential gradient programs.

(* the output x_t is the last node: z starts as 1 there *)
Theorem conclusion {s t} (p : program s (S t)) (x : ℝ ^^ s) : differentiable_run p x ->
  has_gradient (fun u => run p u Fin.F1) x (reverse p x (basis Fin.F1)).
Proof.
  intro D. apply (gradient_ext (fun u => ⟨basis Fin.F1, run p u⟩) _ _ (reverse p x (basis Fin.F1))); [|intro u; apply inner_basis|reflexivity].
  apply (gradient_of_composition (fun v : ℝ ^^ (S t) => ⟨basis Fin.F1, v⟩) (run p) x (basis Fin.F1) (forward p x)).
  - now apply forward_differential.
  - apply reverse_adjoint.
  - apply gradient_linear.
Qed.
(* of any loss of all nodes *)
Theorem conclusion_any_loss {s t} (p : program s t) (x : ℝ ^^ s) (loss : ℝ ^^ t -> R) z : differentiable_run p x -> has_gradient loss (run p x) z ->
  has_gradient (fun u => loss (run p u)) x (reverse p x z).
Proof.
  intros D G. apply (gradient_of_composition loss (run p) x z (forward p x)); [now apply forward_differential|apply reverse_adjoint|exact G].
Qed.
(* forward = reverse *)
Theorem conclusion_forward_is_reverse {s t} (p : program s t) (x h : ℝ ^^ s) (z : ℝ ^^ t) : ⟨reverse p x z, h⟩ = ⟨z, forward p x h⟩.
Proof. apply reverse_adjoint. Qed.

(* With parents in the place of sons: x_2 = x_1², of which x_1 has no parent, would have the derivative 0. *)
Theorem parents_for_sons_is_false : ~ (forall x : R, derivable_pt_lim (fun x => x * x) x 0).
Proof.
  intro H. specialize (H 1). pose proof (derivative_quadratic 0 1 1) as D.
  assert (D' : derivable_pt_lim (fun x => x * x) 1 (0 + 2 * 1 * 1)) by (eapply derivative_ext; [exact D|intro s; cbv beta; ring|reflexivity]).
  pose proof (uniqueness_limite _ _ _ _ H D'). lra.
Qed.
