(* mathdnn/6.sgd: Definition 6.6 and its note, in part: the gradients of the batches, which split the rows without replacement, the last one being smaller, add up
   to the gradient of the objective; their mean, which the note takes for the estimate, is that gradient divided by the number of batches. *)
From Coq Require Import List.
From Verigrad.base Require Import inner_product sums spaces.
Import ListNotations.

Section Batches.
  Context {V : space} {A : Type}.
  (* the gradient of one row's term; 𝒪 is the sum of the terms *)
  Variable grad : A -> V.
  Definition gradient (rows : list A) : V := fold_right (fun r g => grad r ⊕ g) zero rows.
  Definition sum_of_batches (batches : list (list A)) : V := fold_right (fun b g => gradient b ⊕ g) zero batches.

  Lemma gradient_app l k : gradient (l ++ k) = gradient l ⊕ gradient k.
  Proof. induction l as [|a l IH]; simpl; [vector|]. rewrite IH. vector. Qed.
  Theorem partial_sum_of_batches batches : sum_of_batches batches = gradient (concat batches).
  Proof. induction batches as [|b batches IH]; [reflexivity|]. simpl. now rewrite IH, gradient_app. Qed.
  Theorem partial_mean_of_batches batches : / INR (length batches) ⋅ sum_of_batches batches = / INR (length batches) ⋅ gradient (concat batches).
  Proof. now rewrite partial_sum_of_batches. Qed.
End Batches.

(* The mean of the batches' gradients estimates ∇𝒪: two rows of slope 1, batches of one: 1 and 2. *)
Theorem mean_of_batches_is_false :
  ~ (forall (grad : bool -> ℝ) batches, / INR (length batches) ⋅ sum_of_batches grad batches = gradient grad (concat batches)).
Proof. intro H. specialize (H (fun _ => 1) [[true]; [false]]). simpl in H. lra. Qed.
