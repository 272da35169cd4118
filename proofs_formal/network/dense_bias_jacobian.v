(* mathdnn/4.3: Proposition 4.3. The Jacobian of the dense layer in its bias is the identity. *)
From Verigrad.base Require Import inner_product sums spaces differential gradient networks.

Theorem conclusion {X : space} {m} (W : X ^^ m) (y : X) (b : ℝ ^^ m) :
  has_differential (fun b => dense ((W, b) : (X ^^ m) ⊗ (ℝ ^^ m)) y) b (fun h => h) /\
  forall i j, matrix (fun h : ℝ ^^ m => h) i j = delta i j.
Proof.
  split; [|intros i j; apply delta_sym].
  eapply differential_ext; [reflexivity| |apply (differential_add (fun _ => apply W y) (fun b => b) b (fun _ => zero) (fun h => h))].
  - intro h. cbv beta. vector.
  - apply differential_const.
  - apply differential_id.
Qed.
