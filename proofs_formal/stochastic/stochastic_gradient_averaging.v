(* mfds/sga: section 14.2.4. The average x_k = 1/k Σ_{ℓ=1}^k x̃_ℓ is updated by x_{k+1} = 1/(k + 1) x̃_{k+1} + k/(k + 1) x_k. The text prints
   x_{k+1} = 1/k x̃_k + (k - 1)/k x_k, which is false. *)
From Verigrad.base Require Import inner_product sums spaces.

Section Average.
  Context {V : space}.
  Variable iterate : nat -> V.
  (* 1/k Σ_{ℓ=1}^k *)
  Definition average (k : nat) : V := / INR k ⋅ vector_sum k (fun l => iterate (S l)).

  Theorem conclusion k : (1 <= k)%nat -> average (S k) = / INR (S k) ⋅ iterate (S k) ⊕ (INR k / INR (S k)) ⋅ average k.
  Proof.
    intro H. apply le_INR in H. simpl in H. unfold average. rewrite S_INR. simpl vector_sum. vector_field. lra.
  Qed.
  (* what the printed update gives: the average of one iterate fewer *)
  Theorem conclusion_printed_is_late k : (2 <= k)%nat -> / INR k ⋅ iterate k ⊕ ((INR k - 1) / INR k) ⋅ average (k - 1) = average k.
  Proof.
    intro H. destruct k as [|k]; [lia|]. assert (Hk : (1 <= k)%nat) by lia. apply le_INR in Hk. simpl in Hk.
    replace (S k - 1)%nat with k by lia. unfold average. rewrite S_INR. simpl vector_sum. vector_field. lra.
  Qed.
End Average.

(* x̃_1 = 2, x̃_2 = 1: the printed x_2 is 2, the average 3/2. *)
Theorem printed_is_false :
  ~ (forall (iterate : nat -> ℝ) k, (1 <= k)%nat -> average iterate (S k) = / INR k ⋅ iterate k ⊕ ((INR k - 1) / INR k) ⋅ average iterate k).
Proof.
  intro H. specialize (H (fun l => match l with 1%nat => 2 | _ => 1 end) 1%nat ltac:(lia)). unfold average in H. simpl in H. lra.
Qed.
