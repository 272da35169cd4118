(* sgm/5.6: (5.6). There is a μ ∈ [0, 1] with J(W) = J(W* ) + ⟨∇J(W* ), W - W*⟩ + ½⟨∇²J(W* + μ(W - W* ))(W - W* ), W - W*⟩.
   Here for every point W*, extremal or not, and for every differentiable gradient: neither (5.4), (5.5) nor a continuous Hessian is
   needed. *)
From Verigrad.base Require Import inner_product sums spaces differential gradient function_class.

(* φ(1) = φ(0) + φ′(0) + ½φ″(μ), by the mean value theorem for φ(t) + φ′(t)(1 - t) + K(1 - t)² *)
Lemma taylor (φ φ' φ'' : R -> R) : (forall t, derivable_pt_lim φ t (φ' t)) -> (forall t, derivable_pt_lim φ' t (φ'' t)) ->
  exists μ, 0 < μ < 1 /\ φ 1 = φ 0 + φ' 0 + / 2 * φ'' μ.
Proof.
  intros D1 D2. set (K := φ 1 - φ 0 - φ' 0).
  destruct (MVT_cor2 (fun t => φ t + (φ' t * (1 - t) + K * ((1 - t) * (1 - t))))
              (fun t => φ' t + (φ'' t * (1 - t) + φ' t * (0 - 1) + K * ((0 - 1) * (1 - t) + (1 - t) * (0 - 1)))) 0 1) as [μ [E Hμ]]; [lra| |].
  - intros t _. assert (I : derivable_pt_lim (fun t => 1 - t) t (0 - 1)).
    { apply derivable_pt_lim_minus; [apply derivable_pt_lim_const|apply derivable_pt_lim_id]. }
    apply (derivable_pt_lim_plus φ (fun t => φ' t * (1 - t) + K * ((1 - t) * (1 - t)))); [apply D1|].
    apply (derivable_pt_lim_plus (fun t => φ' t * (1 - t)) (fun t => K * ((1 - t) * (1 - t)))).
    + apply (derivable_pt_lim_mult φ' (fun t => 1 - t)); [apply D2|exact I].
    + apply (derivable_pt_lim_scal (fun t => (1 - t) * (1 - t))), (derivable_pt_lim_mult (fun t => 1 - t) (fun t => 1 - t)); exact I.
  - exists μ. split; [assumption|]. assert (Z : (φ'' μ - 2 * K) * (1 - μ) = 0) by (unfold K in *; lra).
    apply Rmult_integral in Z. unfold K in *. destruct Z; lra.
Qed.

Section Expansion.
  Context {V : space}.
  Variables (f : V -> R) (grad : V -> V) (H : V -> V -> V).

  Theorem conclusion : differentiable f grad -> has_hessian grad H -> forall s x,
    exists μ, 0 <= μ <= 1 /\ f x = f s + ⟨grad s, x ⊖ s⟩ + / 2 * ⟨H (s ⊕ μ ⋅ (x ⊖ s)) (x ⊖ s), x ⊖ s⟩.
  Proof.
    intros D D2 s x. set (v := x ⊖ s).
    destruct (taylor (fun t => f (s ⊕ t ⋅ v)) (fun t => ⟨grad (s ⊕ t ⋅ v), v⟩) (fun t => ⟨H (s ⊕ t ⋅ v) v, v⟩)) as [μ [Hμ E]].
    - intro t. apply along_line, D.
    - intro t. now apply gradient_along_line.
    - exists μ. split; [lra|]. replace (s ⊕ 1 ⋅ v) with x in E by (unfold v; vector). replace (s ⊕ 0 ⋅ v) with s in E by vector. exact E.
  Qed.
End Expansion.
