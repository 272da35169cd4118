(* sgm/5.14: (5.14). ∇_{b_{r-1}}(φ ∘ f) = ∇_{b_r}(φ ∘ f) × W_r × ∇S_r∘f^{r-1}, for r from p down to 1; with it (5.12) gives every layer's gradient. *)
From Verigrad.base Require Import inner_product sums spaces differential gradient networks perceptron.
From Verigrad.network Require cost_gradient_in_biases.

Section Recursion.
  Context {X : space} {m k n : nat}.
  (* f^{r-1} = V s + c below, f^r = W S(f^{r-1}) + b, and what is above it *)
  Variables (V : X ^^ m) (s : X) (c : ℝ ^^ m) (σ σ' : R -> R) (W : (ℝ ^^ m) ^^ k) (b : ℝ ^^ k) (u : upper k n) (φ : ℝ ^^ n -> R) (v : ℝ ^^ n).
  Let z := apply V s ⊕ c.
  Let fr := apply W (each σ z) ⊕ b.
  Hypothesis smooth_here : differentiable_at σ σ' z.
  Hypothesis smooth_above : upper_smooth u fr.
  Hypothesis gradient : has_gradient φ (upper_value u fr) v.

  Theorem conclusion : exists here below,
    has_gradient (fun b => φ (upper_value u (apply W (each σ z) ⊕ b))) b here /\
    has_gradient (fun c => φ (upper_value u (apply W (each σ (apply V s ⊕ c)) ⊕ b))) c below /\
    forall j, below j = sum (fun i => here i * W i j) * σ' (z j).
  Proof.
    exists (upper_gradient u fr v), (upper_gradient (above m k n σ σ' W b u) z v). split; [|split].
    - now apply cost_gradient_in_biases.conclusion.
    - now apply (cost_gradient_in_biases.conclusion V s (above m k n σ σ' W b u)).
    - intro j. change (σ' (z j) * transposed W (upper_gradient u fr v) j = sum (fun i => upper_gradient u fr v i * W i j) * σ' (z j)).
      rewrite row_times_matrix. apply Rmult_comm.
  Qed.
End Recursion.
