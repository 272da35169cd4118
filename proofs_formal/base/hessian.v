(* Twice differentiable functions: the Hessian as the differential of the gradient, and Taylor's formula of order 2 on a segment. *)
From Verigrad.base Require Import inner_product sums spaces differential gradient function_class.

(* ∇f(x + h) = ∇f(x) + ∇²f(x)h + o(‖h‖) *)
Definition has_hessian {V : space} (grad : V -> V) (hess : V -> V -> V) : Prop := forall x, has_differential grad x (hess x).
(* α ≤ ∇²f ≤ β, as quadratic forms *)
Definition hessian_between {V : space} (hess : V -> V -> V) (α β : R) : Prop :=
  forall x h, α * ‖h‖² <= ⟨hess x h, h⟩ <= β * ‖h‖².

Section Hessian.
  Context {V : space}.
  Variables (f : V -> R) (grad : V -> V) (hess : V -> V -> V).
  Hypothesis f_differentiable : differentiable f grad.
  Hypothesis f_hessian : has_hessian grad hess.

  (* d/ds ⟨∇f(x + sv), v⟩ = ⟨∇²f(x + sv)v, v⟩ *)
  Lemma slope_derivative x v s : derivable_pt_lim (fun s => ⟨grad (x ⊕ s ⋅ v), v⟩) s ⟨hess (x ⊕ s ⋅ v) v, v⟩.
  Proof.
    pose proof (velocity_line x v s) as L. apply velocity_iff_differential in L.
    pose proof (differential_compose (fun s : ℝ => x ⊕ s ⋅ v) grad s _ _ L (f_hessian _)) as G.
    apply derivative_iff_differential. eapply differential_ext; [reflexivity| |].
    2: exact (differential_inner (fun s : ℝ => grad (x ⊕ s ⋅ v)) (fun _ => v) s _ _ G (differential_const v (s : ℝ))).
    intro h. simpl. destruct (f_hessian (x ⊕ s ⋅ v)) as [[_ S] _]. rewrite S. autorewrite with inner. ring.
  Qed.

  (* Taylor–Lagrange on the segment from x to x + v *)
  Lemma taylor_lagrange x v : exists μ, 0 < μ < 1 /\ f (x ⊕ v) = f x + ⟨grad x, v⟩ + / 2 * ⟨hess (x ⊕ μ ⋅ v) v, v⟩.
  Proof.
    set (φ := fun s => f (x ⊕ s ⋅ v)). set (φ' := fun s => ⟨grad (x ⊕ s ⋅ v), v⟩). set (φ'' := fun s => ⟨hess (x ⊕ s ⋅ v) v, v⟩).
    assert (D : forall s, derivable_pt_lim φ s (φ' s)) by (intro; apply along_line, f_differentiable).
    assert (D' : forall s, derivable_pt_lim φ' s (φ'' s)) by (intro; apply slope_derivative).
    set (K := φ 1 - φ 0 - φ' 0).
    (* Rolle's theorem for what the polynomial leaves at 1 *)
    destruct (MVT_cor2 (fun s => φ s + (1 - s) * φ' s + K * ((1 - s) * (1 - s))) (fun s => (1 - s) * (φ'' s - 2 * K)) 0 1) as [μ [E Hμ]]; [lra| |].
    - intros s _. eapply derivative_ext.
      + apply derivable_pt_lim_plus; [apply derivable_pt_lim_plus; [apply D|apply (derivable_pt_lim_mult (fun s => 1 - s) φ')]|].
        * apply (derivable_pt_lim_minus (fun _ => 1) id); [apply derivable_pt_lim_const|apply derivable_pt_lim_id].
        * apply D'.
        * apply (derivative_ext (fun s => K + (- 2 * K * s + K * (s * s))) _ s (0 + (- 2 * K + 2 * K * s)) (- 2 * K * (1 - s))).
          -- apply (derivable_pt_lim_plus (fun _ => K)); [apply derivable_pt_lim_const|apply derivative_quadratic].
          -- intro u. instantiate (1 := fun u => K * ((1 - u) * (1 - u))). simpl. ring.
          -- ring.
      + reflexivity.
      + cbv beta. ring.
    - exists μ. split; [exact Hμ|]. assert (N : φ'' μ = 2 * K).
      { apply Rmult_eq_reg_l with (1 - μ); [|lra]. unfold K in E |- *. lra. }
      fold (φ'' μ). rewrite N. unfold K, φ, φ'. replace (x ⊕ 1 ⋅ v) with (x ⊕ v) by vector. replace (x ⊕ 0 ⋅ v) with x by vector. field.
  Qed.
End Hessian.
