(* mathdnn/5.params: section 5.2, corollary of Definition 5.1. The dense network of widths m_0, …, m_p has Σ_{k=1}^p m_k(m_{k-1} + 1) parameters.
   The widths are p + 1 numbers; the text prints (ℕ* )ᵖ. *)
From Coq Require Import List Arith Lia.
Import ListNotations.

(* The places of the coefficients: (k, i, Some j) of W^(k), (k, i, None) of b^(k) *)
Definition places_of_layer (k before here : nat) : list (nat * nat * option nat) :=
  map (fun ij => (k, fst ij, Some (snd ij))) (list_prod (seq 0 here) (seq 0 before)) ++ map (fun i => (k, i, None)) (seq 0 here).
Fixpoint places (k before : nat) (widths : list nat) : list (nat * nat * option nat) :=
  match widths with [] => [] | here :: rest => places_of_layer k before here ++ places (S k) here rest end.

(* Σ m_k(m_{k-1} + 1) *)
Fixpoint count (before : nat) (widths : list nat) : nat :=
  match widths with [] => 0 | here :: rest => here * (before + 1) + count here rest end.

Lemma layer_count k before here : length (places_of_layer k before here) = here * (before + 1).
Proof. unfold places_of_layer. rewrite app_length, !map_length, prod_length, !seq_length. lia. Qed.

Theorem conclusion m0 widths : length (places 1 m0 widths) = count m0 widths.
Proof.
  generalize 1. revert m0. induction widths as [|here rest IH]; intros m0 k; [reflexivity|].
  simpl. now rewrite app_length, layer_count, IH.
Qed.

(* as the text sums: first the weights, then the biases *)
Fixpoint weights (before : nat) (widths : list nat) : nat := match widths with [] => 0 | here :: rest => here * before + weights here rest end.
Fixpoint biases (widths : list nat) : nat := match widths with [] => 0 | here :: rest => here + biases rest end.
Theorem conclusion_weights_and_biases m0 widths : count m0 widths = weights m0 widths + biases widths.
Proof. revert m0. induction widths as [|here rest IH]; intro m0; [reflexivity|]. simpl. rewrite IH. lia. Qed.

(* Widths m_0, …, m_p are p numbers: p = 1 has two. *)
Theorem number_of_widths_is_false : ~ (forall (m0 : nat) (widths : list nat), length (m0 :: widths) = length widths).
Proof. intro H. specialize (H 1 [1]). discriminate. Qed.
