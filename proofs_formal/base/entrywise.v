(* ℝⁿ entry by entry: products, quotients and roots of entries, velocities and derivatives of sums. *)
From Verigrad.base Require Import inner_product sums spaces differential gradient flow.

(* (u ⊙ v)_i = u_i v_i *)
Definition times {n} (u v : ℝ ^^ n) : ℝ ^^ n := fun i => u i * v i.
Infix "⊙" := times (at level 40, left associativity).
(* the diagonal matrices D^{-1/2} and diag(u)^{-1}, applied to v *)
Definition over_root {n} (d v : ℝ ^^ n) : ℝ ^^ n := fun i => v i / sqrt (d i).
Definition over {n} (u v : ℝ ^^ n) : ℝ ^^ n := fun i => v i / u i.
Definition positive {n} (d : ℝ ^^ n) : Prop := forall i, 0 < d i.

Lemma velocity_entry {n} (c : R -> ℝ ^^ n) t v i : has_velocity c t v -> derivable_pt_lim (fun s => c s i) t (v i).
Proof.
  intro H. apply velocity_on_line. apply velocity_iff_differential. apply velocity_iff_differential in H.
  exact (differential_entry (c : ℝ -> ℝ ^^ n) t _ i H).
Qed.
Lemma velocity_entries {n} (c : R -> ℝ ^^ n) t v : (forall i, derivable_pt_lim (fun s => c s i) t (v i)) -> has_velocity c t v.
Proof.
  intro H. apply velocity_iff_differential, differential_entries. intro i.
  exact (proj1 (velocity_iff_differential _ _ _) (proj2 (velocity_on_line _ _ _) (H i))).
Qed.
Lemma continuous_entry {n} (c : R -> ℝ ^^ n) a i : continuous_from c a -> continuous_from (fun s => c s i : ℝ) a.
Proof.
  intros H ε Hε. destruct (H ε Hε) as [δ [P B]]. exists δ. split; [exact P|]. intros s Hs.
  eapply Rle_lt_trans; [|exact (B s Hs)]. exact (entry_norm (c s ⊖ c a) i).
Qed.

Lemma derivative_sum {n} (φ : index n -> R -> R) (l : index n -> R) t :
  (forall i, derivable_pt_lim (φ i) t (l i)) -> derivable_pt_lim (fun s => sum (fun i => φ i s)) t (sum l).
Proof.
  induction n; intro H; simpl; [apply derivable_pt_lim_const|].
  apply (derivable_pt_lim_plus (φ Fin.F1)); [apply H|]. apply (IHn (fun i => φ (Fin.FS i))). intro i. apply H.
Qed.
Lemma continuous_sum {n} (φ : index n -> R -> R) a :
  (forall i, continuous_from (φ i : R -> ℝ) a) -> continuous_from (fun s => sum (fun i => φ i s) : ℝ) a.
Proof.
  induction n; intro H; simpl; [apply (@continuous_const ℝ)|].
  apply (@continuous_add ℝ); [apply H|]. apply (IHn (fun i => φ (Fin.FS i))). intro i. apply H.
Qed.
Lemma continuous_of_derivable (ψ φ : R -> R) a l : derivable_pt_lim ψ (φ a) l ->
  continuous_from (φ : R -> ℝ) a -> continuous_from (fun s => ψ (φ s) : ℝ) a.
Proof. intro H. apply derivative_iff_differential in H. exact (continuous_compose (ψ : ℝ -> ℝ) (φ : R -> ℝ) a _ H). Qed.
