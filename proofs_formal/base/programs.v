(* Computational graphs: s inputs, then nodes x_k = f_k(x_1, …, x_{k-1}), each a real function of all that was computed before. *)
From Verigrad.base Require Import inner_product sums spaces differential gradient.

(* x put before the entries of v *)
Definition cons {t} (x : ℝ) (v : ℝ ^^ t) : ℝ ^^ (S t) := fun i => Fin.caseS' i (fun _ => carrier ℝ) x v.
Definition tail {t} (v : ℝ ^^ (S t)) : ℝ ^^ t := fun i => v (Fin.FS i).
Lemma inner_cons {t} (x : ℝ) (v : ℝ ^^ t) w : ⟨w, cons x v⟩ = w Fin.F1 * x + ⟨tail w, v⟩.
Proof. reflexivity. Qed.

(* f with its gradient *)
Inductive program (s : nat) : nat -> Type :=
| inputs : program s s
| node (t : nat) (before : program s t) (f : ℝ ^^ t -> R) (grad : ℝ ^^ t -> ℝ ^^ t) : program s (S t).
Arguments inputs {s}.
Arguments node {s t} before f grad.

(* the values of all nodes, the last one first *)
Fixpoint run {s t} (p : program s t) (x : ℝ ^^ s) : ℝ ^^ t :=
  match p with inputs => x | node before f _ => let v := run before x in cons (f v) v end.
(* every f_k has its gradient where the run meets it *)
Fixpoint differentiable_run {s t} (p : program s t) (x : ℝ ^^ s) : Prop :=
  match p with inputs => True | node before f grad => differentiable_run before x /\ has_gradient f (run before x) (grad (run before x)) end.

(* forward mode: ẋ_k = Σ_ℓ ∂f_k/∂x_ℓ ẋ_ℓ *)
Fixpoint forward {s t} (p : program s t) (x h : ℝ ^^ s) : ℝ ^^ t :=
  match p with
  | inputs => h
  | node before _ grad => let tangent := forward before x h in cons ⟨grad (run before x), tangent⟩ tangent
  end.
(* reverse mode, from the last node to the first: z_ℓ grows by ∂f_k/∂x_ℓ z_k *)
Fixpoint reverse {s t} (p : program s t) (x : ℝ ^^ s) : ℝ ^^ t -> ℝ ^^ s :=
  match p with
  | inputs => fun z => z
  | node before _ grad => fun z => reverse before x (tail z ⊕ z Fin.F1 ⋅ grad (run before x))
  end.

Lemma differential_cons {U : space} {t} (F : U -> ℝ) (G : U -> ℝ ^^ t) u A B : has_differential F u A -> has_differential G u B ->
  has_differential (fun u => cons (F u) (G u)) u (fun h => cons (A h) (B h)).
Proof.
  intros HF HG. apply differential_entries. apply index_cases; [exact HF|]. intro i.
  exact (differential_entry G u B i HG).
Qed.
Theorem forward_differential {s t} (p : program s t) x : differentiable_run p x -> has_differential (run p) x (forward p x).
Proof.
  induction p as [|t before IH f grad]; intro D; [apply differential_id|]. destruct D as [D G]. specialize (IH D).
  apply (differential_cons (fun x => f (run before x) : ℝ) (run before) x (fun h => ⟨grad (run before x), forward before x h⟩ : ℝ) (forward before x)); [|exact IH]. apply gradient_iff_differential in G.
  exact (differential_compose (run before) (f : ℝ ^^ t -> ℝ) x _ _ IH G).
Qed.
Theorem reverse_adjoint {s t} (p : program s t) x : adjoint (forward p x) (reverse p x).
Proof.
  induction p as [|t before IH f grad]; intros h z; [reflexivity|].
  change (⟨reverse before x (tail z ⊕ z Fin.F1 ⋅ grad (run before x)), h⟩
          = ⟨z, cons ⟨grad (run before x), forward before x h⟩ (forward before x h)⟩).
  rewrite inner_cons, (IH h), inner_add_l, inner_scale_l. ring.
Qed.
