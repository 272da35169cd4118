(* mathdnn/5.2: Proposition 5.2. The gradient of F ∘ 𝕃 in the weight row i* is ∇F(z)_{i*} y, z = 𝕃(y, …, w, …, b); all rows together are the
   outer product ∇F(z)ᵀ y. *)
From Verigrad.base Require Import inner_product sums spaces differential gradient networks.
From Verigrad.network Require dense_weight_jacobian.

Theorem conclusion {n m} (F : ℝ ^^ m -> R) (W : (ℝ ^^ n) ^^ m) (b : ℝ ^^ m) (y : ℝ ^^ n) (r : index m) (w : ℝ ^^ n) (g : ℝ ^^ m) :
  let 𝕃 w := dense ((dense_weight_jacobian.with_row W r w, b) : ((ℝ ^^ n) ^^ m) ⊗ (ℝ ^^ m)) y in
  has_gradient F (𝕃 w) g -> has_gradient (fun w => F (𝕃 w)) w (g r ⋅ y).
Proof.
  intros 𝕃 G. destruct (dense_weight_jacobian.conclusion W b y r w) as [D _].
  apply (gradient_of_composition F 𝕃 w g _ (fun v : ℝ ^^ m => v r ⋅ y) D); [|exact G].
  intros h v. rewrite inner_scale_l, (inner_sym _ v). rewrite inner_at_place. simpl. ring.
Qed.
(* all rows at once, in any inner-product space *)
Theorem conclusion_outer_product {X : space} {m} (F : ℝ ^^ m -> R) (W : X ^^ m) (b : ℝ ^^ m) (y : X) (g : ℝ ^^ m) :
  has_gradient F (dense ((W, b) : (X ^^ m) ⊗ (ℝ ^^ m)) y) g ->
  has_gradient (fun W => F (dense ((W, b) : (X ^^ m) ⊗ (ℝ ^^ m)) y)) W (outer g y).
Proof.
  intro G. apply (gradient_of_composition F (fun W => dense ((W, b) : (X ^^ m) ⊗ (ℝ ^^ m)) y) W g (fun h => apply h y) (fun v => outer v y)).
  - eapply differential_ext; [reflexivity| |apply (differential_add (fun W : X ^^ m => apply W y) (fun _ => b) W (fun h => apply h y) (fun _ => zero))].
    + intro h. cbv beta. vector.
    + apply differential_entries. intro i. unfold apply.
      eapply differential_ext; [intro u; apply inner_sym|intro h; apply inner_sym|].
      apply (differential_compose (fun u : X ^^ m => u i) (fun v => ⟨y, v⟩ : ℝ) W (fun u => u i) (fun v => ⟨y, v⟩ : ℝ)).
      * apply (differential_entry (fun u : X ^^ m => u)), differential_id.
      * apply differential_linear; [apply linear_inner|apply bounded_inner].
    + apply differential_const.
  - apply outer_adjoint.
  - exact G.
Qed.
