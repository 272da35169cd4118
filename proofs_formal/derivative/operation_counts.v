(* mfds/14.3.5: section 14.3.5. A product of n×p with p×q takes npq multiplications; the Jacobian A_t × … × A_1 of sizes n_t×n_{t-1}, …, n_1×n_0 takes
   n_0 Σ_{k=1}^{t-1} n_k n_{k+1} from right to left (forward) and n_t Σ_{k=0}^{t-2} n_k n_{k+1} from left to right (backward). *)
From Coq Require Import List Arith Lia.
Import ListNotations.

(* widths n_0, n_1, …, n_t: A_1 is first :: next, and so on *)
(* forward: (A_k … A_1) is n_k × n_0; one more factor costs n_{k+1} n_k n_0 *)
Fixpoint forward_cost (n0 here : nat) (rest : list nat) : nat :=
  match rest with [] => 0 | above :: rest' => above * here * n0 + forward_cost n0 above rest' end.
Definition forward (n0 n1 : nat) (rest : list nat) : nat := forward_cost n0 n1 rest.
(* Σ n_k n_{k+1} over consecutive widths *)
Fixpoint consecutive (widths : list nat) : nat :=
  match widths with a :: (b :: _) as rest => a * b + consecutive rest | _ => 0 end.

Theorem conclusion_forward n0 n1 rest : forward n0 n1 rest = n0 * consecutive (n1 :: rest).
Proof.
  unfold forward. revert n1. induction rest as [|n2 rest IH]; intro n1; [simpl; lia|].
  change (consecutive (n1 :: n2 :: rest)) with (n1 * n2 + consecutive (n2 :: rest)).
  cbn [forward_cost]. rewrite IH. ring.
Qed.

(* backward: the widths are read from n_t down; A_t … A_{k+1} is n_t × n_k, one more factor costs n_t n_k n_{k-1} *)
Definition backward (nt n_below : nat) (rest : list nat) : nat := forward_cost nt n_below rest.
Theorem conclusion_backward nt n_below rest : backward nt n_below rest = nt * consecutive (n_below :: rest).
Proof. apply conclusion_forward. Qed.
(* the sum does not depend on the end from which it is read *)
Lemma consecutive_snoc widths a b : consecutive (widths ++ [a; b]) = consecutive (widths ++ [a]) + a * b.
Proof.
  induction widths as [|c [|d rest] IH]; [simpl; lia|simpl; lia|].
  change (consecutive ((c :: d :: rest) ++ [a; b])) with (c * d + consecutive ((d :: rest) ++ [a; b])).
  change (consecutive ((c :: d :: rest) ++ [a])) with (c * d + consecutive ((d :: rest) ++ [a])). rewrite IH. lia.
Qed.
Theorem conclusion_either_end widths : consecutive (rev widths) = consecutive widths.
Proof.
  induction widths as [|a [|b rest] IH]; [reflexivity|reflexivity|].
  change (consecutive (a :: b :: rest)) with (a * b + consecutive (b :: rest)). rewrite <- IH. simpl rev. rewrite <- app_assoc. simpl.
  rewrite consecutive_snoc. lia.
Qed.

(* n_t < n_0 is not enough for backward to be cheaper: 100, 101, 1, 1. *)
Theorem backward_is_cheaper_is_false :
  ~ (forall n0 n1 n2 n3, n3 < n0 -> backward n3 n2 [n1; n0] < forward n0 n1 [n2; n3]).
Proof. intro H. specialize (H 100 101 1 1 ltac:(lia)). vm_compute in H. lia. Qed.
(* nor is backward the best order for n_t = 1: 1, 2, 1, 1 takes 4, and (A_3)(A_2 A_1) takes 3. *)
Theorem backward_is_optimal_is_false : ~ (forall n0 n1 n2, backward 1 n2 [n1; n0] <= n2 * n1 * n0 + n2 * n0).
Proof. intro H. specialize (H 1 2 1). vm_compute in H. lia. Qed.
(* For three factors: cheaper if n_2(n_0 - n_t) ≥ n_0 n_t and n_t < n_0. *)
Theorem conclusion_when_cheaper n0 n1 n2 n3 : 0 < n1 -> n3 < n0 -> n0 * n3 + n2 * n3 <= n2 * n0 -> backward n3 n2 [n1; n0] <= forward n0 n1 [n2; n3].
Proof. intros H1 H2 H. unfold backward, forward. simpl. nia. Qed.
