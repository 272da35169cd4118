(* mfds/14.3.6: section 14.3.6, (14.21) to (14.24). For x_k = f_k(x_{k-1}, θ_{k-1}) and f(θ) = L(x_t), the recursion z_{k-1} = [∂ₓf_k]ᵀz_k, ∇_{θ_{k-1}}f = [∂_θf_k]ᵀz_k from
   z_t = ∇L(x_t) gives ∇f in all parameters at once, for every t; for f_k(x, θ) = ρ(θx), [∂ₓf_k]ᵀz = θᵀw z and [∂_θf_k]ᵀz = (w z)xᵀ, w = diag ρ′(θx); the text prints
   wxᵀ for the latter. The limit, the adjoint ordinary differential equation, is not proved here. *)
From Verigrad.base Require Import inner_product sums spaces differential gradient networks.

(* the network type is (14.21): layers f_k(θ, x) with the adjoints of their differentials *)
Theorem partial_feed_forward {X Z : space} (net : network X Z) (θ : parameters net) (x0 : X) (L : Z -> R) (zt : Z) :
  sound net θ x0 -> has_gradient L (evaluate net θ x0) zt ->
  has_gradient (fun θ => L (evaluate net θ x0)) θ (fst (backpropagate net θ x0 zt)).
Proof. intros S G. exact (gradient_at_input _ θ x0 _ (backpropagation net θ x0 L zt S G)). Qed.
(* (14.23), one line of it *)
Theorem partial_recursion {X Y Z Θ : space} forward backward (rest : network Y Z) (θ : Θ) (p : parameters rest) (x : X) (zt : Z) :
  let z := snd (backpropagate rest p (forward θ x) zt) in
  backpropagate (layer X Y Z Θ forward backward rest) (θ, p) x zt = ((fst (backward θ x z), fst (backpropagate rest p (forward θ x) zt)), snd (backward θ x z)).
Proof. reflexivity. Qed.

(* the multilayer perceptron (14.24) *)
Section Perceptron.
  Context {X : space} {m : nat}.
  Variables ρ ρ' : R -> R.
  Definition perceptron (θ : X ^^ m) (x : X) : ℝ ^^ m := each ρ (apply θ x).
  Definition w (θ : X ^^ m) (x : X) (z : ℝ ^^ m) : ℝ ^^ m := each_back ρ' (apply θ x) z.

  Lemma bilinear_differential (θ : X ^^ m) (x : X) : has_differential (joint (fun (θ : X ^^ m) x => apply θ x)) ((θ, x) : (X ^^ m) ⊗ X)
    (fun q => apply (fst q) x ⊕ apply θ (snd q)).
  Proof.
    apply differential_entries. intro i.
    apply (differential_inner (fun q : (X ^^ m) ⊗ X => fst q i) (fun q => snd q)); [|apply differential_snd].
    exact (differential_entry (fun q : (X ^^ m) ⊗ X => fst q) _ (fun q => fst q) i (differential_fst _)).
  Qed.
  Theorem partial_perceptron θ x : differentiable_at ρ ρ' (apply θ x) ->
    sound_layer perceptron (fun θ x z => (outer (w θ x z) x, transposed θ (w θ x z))) θ x.
  Proof.
    intro D. exists (fun q : (X ^^ m) ⊗ X => each_back ρ' (apply θ x) (apply (fst q) x ⊕ apply θ (snd q))). split.
    - exact (differential_compose _ (each ρ) _ _ _ (bilinear_differential θ x) (each_differential ρ ρ' _ D)).
    - intros [h k] z. pose proof (outer_adjoint x h (w θ x z)) as E1. pose proof (transposed_adjoint θ k (w θ x z)) as E2.
      change (⟨outer (w θ x z) x, h⟩ + ⟨transposed θ (w θ x z), k⟩ = ⟨z, each_back ρ' (apply θ x) (apply h x ⊕ apply θ k)⟩).
      rewrite E1, E2, <- (each_adjoint ρ' (apply θ x)). unfold w. now rewrite inner_add_r.
  Qed.
End Perceptron.

(* [∂_θf_k]ᵀz = w xᵀ without z: ρ the identity, θ = x = 1, z = 2. *)
Theorem without_z_is_false :
  ~ (forall (θ x z : R) (L : ℝ -> R), has_gradient L (θ * x) z -> has_gradient (fun θ : ℝ => L (θ * x)) θ (1 * x)).
Proof.
  intro H. specialize (H 1 1 2 (fun u => ⟨(2 : ℝ), u⟩) (gradient_linear (2 : ℝ) (1 * 1 : ℝ))).
  pose proof (along_line (fun θ : ℝ => ⟨(2 : ℝ), (θ * 1 : ℝ)⟩) (0 : ℝ) (1 : ℝ) 1 (1 * 1)) as D.
  assert (E : (0 : ℝ) ⊕ 1 ⋅ (1 : ℝ) = (1 : ℝ)) by (simpl; ring). rewrite E in D. specialize (D H). simpl in D.
  pose proof (derivative_quadratic 2 0 1) as D2.
  assert (D3 : derivable_pt_lim (fun s => 2 * ((0 + s * 1) * 1)) 1 (2 + 2 * 0 * 1)) by (eapply derivative_ext; [exact D2|intro s; cbv beta; ring|reflexivity]).
  pose proof (uniqueness_limite _ _ _ _ D D3). lra.
Qed.
