(* mathdnn/5.backprop: Definitions 5.1 and 5.2. The gradient of the objective Σ_i ξ(softmax(net(x_i)), y*_i) in all weights and biases is the sum of
   what the recursion through the layers gives, from the last to the first; for every depth, all widths, every input space, and activations
   that are differentiable at the pre-activations of the forward pass. ReLU is one where no pre-activation is 0. *)
From Verigrad.base Require Import inner_product sums spaces differential gradient networks softmax.
From Verigrad.network Require Import cross_entropy_gradient softmax_cross_entropy_gradient relu_jacobian.

(* widths and activations of a dense network from X to Z; the last layer has none, its softmax belongs to the loss *)
Inductive shape : space -> space -> Type :=
| last_layer (X : space) (m : nat) : shape X (ℝ ^^ m)
| hidden_layer (X Z : space) (m : nat) (σ σ' : R -> R) (rest : shape (ℝ ^^ m) Z) : shape X Z.

Fixpoint dense_network {X Z : space} (s : shape X Z) : network X Z :=
  match s with
  | last_layer X m => layer X (ℝ ^^ m) (ℝ ^^ m) ((X ^^ m) ⊗ (ℝ ^^ m)) dense dense_back (output (ℝ ^^ m))
  | hidden_layer X Z m σ σ' rest =>
      layer X (ℝ ^^ m) Z ((X ^^ m) ⊗ (ℝ ^^ m)) dense dense_back
        (layer (ℝ ^^ m) (ℝ ^^ m) Z point (activation σ) (activation_back σ') (dense_network rest))
  end.

(* σ is differentiable at every pre-activation of the forward pass *)
Fixpoint smooth_pass {X Z : space} (s : shape X Z) : parameters (dense_network s) -> X -> Prop :=
  match s with
  | last_layer _ _ => fun _ _ => True
  | hidden_layer X Z m σ σ' rest => fun p x =>
      differentiable_at σ σ' (dense (fst p) x) /\ smooth_pass rest (snd (snd p)) (each σ (dense (fst p) x))
  end.

Lemma smooth_pass_sound {X Z : space} (s : shape X Z) : forall p x, smooth_pass s p x -> sound (dense_network s) p x.
Proof.
  induction s as [X m|X Z m σ σ' rest IH]; intros p x H; [split; [apply dense_sound|exact I]|].
  destruct H as [Ha H]. split; [apply dense_sound|split; [now apply activation_sound|now apply IH]].
Qed.

(* of one row, in the parameters and the input at once *)
Theorem conclusion_one_row {X : space} {m : nat} (s : shape X (ℝ ^^ m)) p x (target : ℝ ^^ m) : (0 < m)%nat -> sum target = 1 -> smooth_pass s p x ->
  let z := evaluate (dense_network s) p x in
  has_gradient (fun q : parameters (dense_network s) ⊗ X => cross_entropy target (softmax (evaluate (dense_network s) (fst q) (snd q)))) (p, x)
    (backpropagate (dense_network s) p x (softmax z ⊖ target)).
Proof.
  intros Hm S P z. apply (backpropagation (dense_network s) p x (fun u => cross_entropy target (softmax u))).
  - now apply smooth_pass_sound.
  - now apply conclusion_of_sum_one.
Qed.

(* of the objective (14) *)
Theorem conclusion {X : space} {m n : nat} (s : shape X (ℝ ^^ m)) p (x : index n -> X) (target : index n -> ℝ ^^ m) : (0 < m)%nat ->
  (forall i, sum (target i) = 1) -> (forall i, smooth_pass s p (x i)) ->
  has_gradient (fun q => sum (fun i => cross_entropy (target i) (softmax (evaluate (dense_network s) q (x i))))) p
    (vsum (fun i => fst (backpropagate (dense_network s) p (x i) (softmax (evaluate (dense_network s) p (x i)) ⊖ target i)))).
Proof.
  intros Hm S P. apply (gradient_sum (fun i q => cross_entropy (target i) (softmax (evaluate (dense_network s) q (x i)))) p
    (fun i => fst (backpropagate (dense_network s) p (x i) (softmax (evaluate (dense_network s) p (x i)) ⊖ target i)))).
  - intro i. exact (gradient_at_input _ p (x i) _ (conclusion_one_row s p (x i) (target i) Hm (S i) (P i))).
  - intro v. apply inner_vsum_l.
Qed.

(* for every loss *)
Theorem conclusion_any_loss {X Z : space} (s : shape X Z) p x (loss : Z -> R) v : smooth_pass s p x ->
  has_gradient loss (evaluate (dense_network s) p x) v ->
  has_gradient (fun q : parameters (dense_network s) ⊗ X => loss (evaluate (dense_network s) (fst q) (snd q))) (p, x)
    (backpropagate (dense_network s) p x v).
Proof. intros H G. apply backpropagation; [now apply smooth_pass_sound|exact G]. Qed.

(* The hypothesis at a ReLU layer *)
Lemma relu_pass {m} (a : ℝ ^^ m) : (forall i, a i <> 0) -> differentiable_at relu step a.
Proof. intros N i. now apply relu_derivative. Qed.
