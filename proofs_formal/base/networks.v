(* Networks of any depth: chains of layers F(θ, x) between inner-product spaces, each with a backward map, and back-propagation. *)
From Verigrad.base Require Import inner_product sums spaces differential gradient.

Section Projections.
  Context {P Q X : space}.
  Lemma differential_fst_fst (x : (P ⊗ Q) ⊗ X) : has_differential (fun q : (P ⊗ Q) ⊗ X => fst (fst q)) x (fun q => fst (fst q)).
  Proof.
    apply differential_linear; [now split|]. exists 1. split; [lra|]. intro q.
    pose proof (fst_norm q). pose proof (fst_norm (fst q : P ⊗ Q)). lra.
  Qed.
  Lemma differential_snd_fst (x : (P ⊗ Q) ⊗ X) : has_differential (fun q : (P ⊗ Q) ⊗ X => snd (fst q)) x (fun q => snd (fst q)).
  Proof.
    apply differential_linear; [now split|]. exists 1. split; [lra|]. intro q.
    pose proof (fst_norm q). pose proof (snd_norm (fst q : P ⊗ Q)). lra.
  Qed.
End Projections.

(* backward θ x v = ((∂F/∂θ)† v, (∂F/∂x)† v) *)
Inductive network : space -> space -> Type :=
| output (X : space) : network X X
| layer (X Y Z Θ : space) (forward : Θ -> X -> Y) (backward : Θ -> X -> Y -> Θ * X) (rest : network Y Z) : network X Z.

Fixpoint parameters {X Z : space} (net : network X Z) : space :=
  match net with output _ => point | layer _ _ _ Θ _ _ rest => Θ ⊗ parameters rest end.

Fixpoint evaluate {X Z : space} (net : network X Z) : parameters net -> X -> Z :=
  match net with
  | output _ => fun _ x => x
  | layer _ _ _ _ forward _ rest => fun p x => evaluate rest (snd p) (forward (fst p) x)
  end.

(* From the last layer to the first, v being the gradient of the loss at the output: the gradients in all parameters and in the input *)
Fixpoint backpropagate {X Z : space} (net : network X Z) : parameters net -> X -> Z -> parameters net * X :=
  match net with
  | output _ => fun _ _ v => (tt, v)
  | layer _ _ _ _ forward backward rest => fun p x v =>
      let upstream := backpropagate rest (snd p) (forward (fst p) x) v in
      let here := backward (fst p) x (snd upstream) in
      ((fst here, fst upstream), snd here)
  end.

Definition joint {Θ X Y : space} (F : Θ -> X -> Y) : Θ ⊗ X -> Y := fun q => F (fst q) (snd q).
(* a layer with a differential at (θ, x), of which backward is the adjoint *)
Definition sound_layer {Θ X Y : space} (F : Θ -> X -> Y) (B : Θ -> X -> Y -> Θ * X) (θ : Θ) (x : X) : Prop :=
  exists A : Θ ⊗ X -> Y, has_differential (joint F) ((θ, x) : Θ ⊗ X) A /\ adjoint A (B θ x : Y -> Θ ⊗ X).

(* every layer is sound where the forward pass meets it *)
Fixpoint sound {X Z : space} (net : network X Z) : parameters net -> X -> Prop :=
  match net with
  | output _ => fun _ _ => True
  | layer _ _ _ _ forward backward rest => fun p x =>
      sound_layer forward backward (fst p) x /\ sound rest (snd p) (forward (fst p) x)
  end.

Theorem backpropagation {X Z : space} (net : network X Z) : forall (p : parameters net) (x : X) (loss : Z -> R) (v : Z),
  sound net p x -> has_gradient loss (evaluate net p x) v ->
  has_gradient (fun q : parameters net ⊗ X => loss (evaluate net (fst q) (snd q))) (p, x) (backpropagate net p x v).
Proof.
  induction net as [X|X Y Z Θ forward backward rest IH]; intros p x loss v S G.
  - apply (gradient_of_composition loss (fun q : point ⊗ X => snd q) ((p, x) : point ⊗ X) v (fun q : point ⊗ X => snd q)
             (fun v => (tt, v) : point ⊗ X)); [apply differential_snd| |exact G].
    intros q u. simpl. ring.
  - destruct p as [θ p]. destruct S as [[A [D Adj]] S]. specialize (IH p (forward θ x) loss v S G). simpl in *.
    (* (θ, p, x) ↦ (p, forward θ x) *)
    set (pass := fun q : (Θ ⊗ parameters rest) ⊗ X => (snd (fst q), forward (fst (fst q)) (snd q)) : parameters rest ⊗ Y).
    set (pass' := fun q : (Θ ⊗ parameters rest) ⊗ X => (snd (fst q), A (fst (fst q), snd q)) : parameters rest ⊗ Y).
    set (back := fun w : parameters rest ⊗ Y =>
      ((fst (backward θ x (snd w)), fst w), snd (backward θ x (snd w))) : (Θ ⊗ parameters rest) ⊗ X).
    assert (D' : has_differential pass (((θ, p), x) : (Θ ⊗ parameters rest) ⊗ X) pass').
    { apply differential_pair.
      - apply differential_snd_fst.
      - apply (differential_compose (fun q : (Θ ⊗ parameters rest) ⊗ X => (fst (fst q), snd q) : Θ ⊗ X) (joint forward) _
                 (fun q => (fst (fst q), snd q) : Θ ⊗ X)); [|exact D].
        apply differential_pair; [apply differential_fst_fst|apply differential_snd]. }
    assert (Adj' : adjoint pass' back).
    { intros q w. pose proof (Adj (fst (fst q), snd q) (snd w)) as E. unfold pass', back. simpl in *. lra. }
    exact (gradient_of_composition _ pass _ _ pass' back D' Adj' IH).
Qed.

(* ---- dense layers W x + b: W holds m rows in X *)
Section Dense.
  Context {X : space} {m : nat}.
  Definition apply (W : X ^^ m) (x : X) : ℝ ^^ m := fun i => ⟨W i, x⟩.
  (* Wᵀ v, and v ⊗ x *)
  Definition transposed (W : X ^^ m) (v : ℝ ^^ m) : X := vsum (fun i => v i ⋅ W i).
  Definition outer (v : ℝ ^^ m) (x : X) : X ^^ m := fun i => v i ⋅ x.

  Definition dense (θ : (X ^^ m) ⊗ (ℝ ^^ m)) (x : X) : ℝ ^^ m := apply (fst θ) x ⊕ snd θ.
  Definition dense_back (θ : (X ^^ m) ⊗ (ℝ ^^ m)) (x : X) (v : ℝ ^^ m) : ((X ^^ m) ⊗ (ℝ ^^ m)) * X :=
    ((outer v x, v), transposed (fst θ) v).

  Lemma transposed_adjoint W : adjoint (apply W) (transposed W).
  Proof. intros x v. unfold transposed. rewrite inner_vsum_l. apply sum_ext. intro i. apply inner_scale_l. Qed.
  Lemma outer_adjoint x : adjoint (fun W => apply W x) (fun v => outer v x).
  Proof. intros W v. apply sum_ext. intro i. unfold outer, apply. rewrite inner_scale_l, (inner_sym _ x). reflexivity. Qed.

  Lemma dense_differential (W : X ^^ m) (b : ℝ ^^ m) (x : X) :
    has_differential (joint dense) (((W, b), x) : ((X ^^ m) ⊗ (ℝ ^^ m)) ⊗ X)
      (fun q => apply (fst (fst q)) x ⊕ apply W (snd q) ⊕ snd (fst q)).
  Proof.
    apply differential_add.
    - apply differential_entries. intro i.
      apply (differential_inner (fun q : ((X ^^ m) ⊗ (ℝ ^^ m)) ⊗ X => fst (fst q) i) (fun q => snd q)); [|apply differential_snd].
      exact (differential_entry (fun q : ((X ^^ m) ⊗ (ℝ ^^ m)) ⊗ X => fst (fst q)) _ (fun q => fst (fst q)) i (differential_fst_fst _)).
    - apply differential_snd_fst.
  Qed.
  Lemma dense_sound θ x : sound_layer dense dense_back θ x.
  Proof.
    destruct θ as [W b]. exists (fun q => apply (fst (fst q)) x ⊕ apply W (snd q) ⊕ snd (fst q)). split; [apply dense_differential|].
    intros [[W1 b1] x1] v. pose proof (outer_adjoint x W1 v) as E1. pose proof (transposed_adjoint W x1 v) as E2.
    change (⟨outer v x, W1⟩ + ⟨v, b1⟩ + ⟨transposed W v, x1⟩ = ⟨v, apply W1 x ⊕ apply W x1 ⊕ b1⟩).
    rewrite !inner_add_r, E1, E2. ring.
  Qed.
End Dense.

(* ---- activations, entry by entry *)
(* the parameters alone: the gradient at a fixed input *)
Lemma gradient_at_input {P X : space} (f : P ⊗ X -> R) (p : P) (x : X) (g : P ⊗ X) :
  has_gradient f (p, x) g -> has_gradient (fun q : P => f (q, x)) p (fst g).
Proof.
  intro G. apply (gradient_of_composition f (fun q : P => (q, x) : P ⊗ X) p g (fun h => (h, zero) : P ⊗ X) (fun v : P ⊗ X => fst v)).
  - apply differential_pair; [apply differential_id|apply differential_const].
  - intros h v. simpl. rewrite inner_zero_r. ring.
  - exact G.
Qed.

Section Activation.
  Context {m : nat}.
  Variables σ σ' : R -> R.
  Definition each (x : ℝ ^^ m) : ℝ ^^ m := fun i => σ (x i).
  Definition each_back (x v : ℝ ^^ m) : ℝ ^^ m := fun i => σ' (x i) * v i.
  Definition differentiable_at (x : ℝ ^^ m) : Prop := forall i, derivable_pt_lim σ (x i) (σ' (x i)).

  Lemma each_differential x : differentiable_at x -> has_differential each x (each_back x).
  Proof.
    intro H. apply differential_entries. intro i.
    apply (differential_compose (fun u : ℝ ^^ m => u i) (σ : ℝ -> ℝ) x (fun u => u i) (fun h => σ' (x i) * h : ℝ)).
    - apply (differential_entry (fun u : ℝ ^^ m => u)), differential_id.
    - apply derivative_iff_differential, H.
  Qed.
  Lemma each_adjoint x : adjoint (each_back x) (each_back x).
  Proof. intros u v. apply sum_ext. intro i. unfold each_back. simpl. ring. Qed.

  Definition activation (_ : point) (x : ℝ ^^ m) : ℝ ^^ m := each x.
  Definition activation_back (_ : point) (x v : ℝ ^^ m) : point * (ℝ ^^ m) := (tt, each_back x v).
  Lemma activation_sound θ x : differentiable_at x -> sound_layer activation activation_back θ x.
  Proof.
    intro H. exists (fun q : point ⊗ (ℝ ^^ m) => each_back x (snd q)). split.
    - apply (differential_compose (fun q : point ⊗ (ℝ ^^ m) => snd q) each); [apply differential_snd|now apply each_differential].
    - intros [[] u] v. pose proof (each_adjoint x u v) as E. simpl in *. lra.
  Qed.
End Activation.
