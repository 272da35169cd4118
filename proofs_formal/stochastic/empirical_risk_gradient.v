(* mfds/14.12: (14.12). ∇f(x) = 1/n Σ ∇f_i(x) for f = 1/n Σ f_i. With it (14.14): a uniform sample of the ∇f_i(x) has the mean ∇f(x). *)
From Verigrad.base Require Import inner_product sums spaces differential gradient.

Section Risk.
  Context {V : space} {n : nat}.
  Variables (f : index n -> V -> R) (grad : index n -> V -> V) (x : V).
  Hypothesis gradients : forall i, has_gradient (f i) x (grad i x).

  Theorem conclusion : has_gradient (fun u => mean (fun i => f i u)) x (/ INR n ⋅ vsum (fun i => grad i x)).
  Proof.
    unfold mean. apply (gradient_scale (/ INR n) (fun u => sum (fun i => f i u))).
    apply (gradient_sum f x (fun i => grad i x)); [assumption|]. intro v. apply inner_vsum_l.
  Qed.
  (* E⟨∇f_i(x), v⟩ = ⟨∇f(x), v⟩ for every v *)
  Theorem conclusion_unbiased v : mean (fun i => ⟨grad i x, v⟩) = ⟨/ INR n ⋅ vsum (fun i => grad i x), v⟩.
  Proof. unfold mean. now rewrite inner_scale_l, inner_vsum_l. Qed.
End Risk.
