(* mfds/14.13: (14.13). f_i(x) = ℓ(⟨a_i, x⟩, y_i) has the gradient ℓ′(⟨a_i, x⟩, y_i) a_i. The text's expansion has ⟨…, x⟩ for ⟨…, ε⟩. *)
From Verigrad.base Require Import inner_product sums spaces differential gradient.

Theorem conclusion {V : space} (loss : R -> R) (a x : V) (slope : R) : derivable_pt_lim loss ⟨a, x⟩ slope ->
  has_gradient (fun u => loss ⟨a, u⟩) x (slope ⋅ a).
Proof. intro D. apply (gradient_of_real_function loss (fun u => ⟨a, u⟩)); [apply gradient_linear|exact D]. Qed.

(* ℓ(s) = s²/2, a = x = 1: f(x + ε) - f(x) - ⟨ℓ′a, x⟩ is -1 for ε = 0, and not o(|ε|). *)
Theorem increment_is_false :
  ~ (forall (loss : R -> R) (a x : ℝ) (slope : R), derivable_pt_lim loss ⟨a, x⟩ slope ->
       little_o (fun h : ℝ => loss ⟨a, x ⊕ h⟩ - loss ⟨a, x⟩ - ⟨slope ⋅ a, x⟩ : ℝ)).
Proof.
  intro H. assert (D : derivable_pt_lim (fun s => 0 * s + / 2 * (s * s)) (1 * 1) (0 + 2 * / 2 * (1 * 1))) by apply derivative_quadratic.
  destruct (H _ 1 1 _ D 1 ltac:(lra)) as [δ [Hδ B]]. specialize (B 0). rewrite !line_norm, Rabs_R0 in B. specialize (B Hδ).
  simpl in B. unfold Rabs in B. destruct Rcase_abs in B; lra.
Qed.
