(* mfds/14.3.7: section 14.3.7, in part: the reversed leapfrog is exact; a residual layer with W₂ = -τW₁ and ρ = ψ′ is a step of gradient descent on ψ(W₁x); the
   Jacobian of a fixed point, given that it exists, and the gradient (14.30); the envelope theorem (14.32), given differentiability. *)
From Verigrad.base Require Import inner_product sums spaces differential gradient networks function_class.
From Verigrad.derivative Require differential_uniqueness.
From Verigrad.convexity Require stationarity_at_minimum.

(* ---- leapfrog *)
Section Leapfrog.
  Context {V W : space}.
  Variables (F : W -> nat -> V) (G : V -> nat -> W) (τ : R).
  Definition leap (k : nat) (state : V * W) : V * W :=
    let r := fst state ⊕ τ ⋅ F (snd state) k in (r, snd state ⊕ τ ⋅ G r k).
  Definition leap_back (k : nat) (state : V * W) : V * W :=
    let s := snd state ⊖ τ ⋅ G (fst state) k in (fst state ⊖ τ ⋅ F s k, s).
  Theorem partial_leapfrog_reversible k state : leap_back k (leap k state) = state /\ leap k (leap_back k state) = state.
  Proof.
    destruct state as [r s]. unfold leap, leap_back. cbn [fst snd].
    replace (s ⊕ τ ⋅ G (r ⊕ τ ⋅ F s k) k ⊖ τ ⋅ G (r ⊕ τ ⋅ F s k) k) with s by vector.
    replace (r ⊖ τ ⋅ F (s ⊖ τ ⋅ G r k) k ⊕ τ ⋅ F (s ⊖ τ ⋅ G r k) k) with r by vector. split; f_equal; vector.
  Qed.
End Leapfrog.

(* ---- x + W₂ᵀρ(W₁x) with W₂ = -τW₁, ρ = ψ′: x - τ∇(Σψ((W₁x)_i)) *)
Section Residual.
  Context {X : space} {q : nat}.
  Variables (ψ ρ : R -> R) (W1 : X ^^ q) (τ : R).
  Hypothesis derivative : forall t, derivable_pt_lim ψ t (ρ t).
  Definition energy (x : X) : R := sum (fun i => ψ (apply W1 x i)).
  Theorem partial_residual_is_gradient_step x : exists g, has_gradient energy x g /\ x ⊕ transposed (-τ ⋅ W1) (each ρ (apply W1 x)) = x ⊖ τ ⋅ g.
  Proof.
    exists (transposed W1 (each ρ (apply W1 x))). split.
    - apply (gradient_sum (fun i x => ψ (apply W1 x i)) x (fun i => ρ (apply W1 x i) ⋅ W1 i)).
      + intro i. apply (gradient_of_real_function ψ (fun x => apply W1 x i)); [apply gradient_linear|apply derivative].
      + intro v. apply inner_vsum_l.
    - unfold sub. f_equal. apply inner_ext. intro v. unfold transposed. rewrite !inner_scale_l, !inner_vsum_l, <- !sum_scale. apply sum_ext. intro i.
      simpl. rewrite !inner_scale_l. ring.
  Qed.
End Residual.

(* ---- fixed points x*(θ) = h(x*(θ), θ) *)
Section FixedPoint.
  Context {Θ X : space}.
  Variables (h : X ⊗ Θ -> X) (fixed : Θ -> X) (θ : Θ) (Hx : X -> X) (Hθ : Θ -> X) (D : Θ -> X).
  Hypothesis is_fixed : forall t, fixed t = h (fixed t, t).
  Hypothesis h_differential : has_differential h (fixed θ, θ) (fun q : X ⊗ Θ => Hx (fst q) ⊕ Hθ (snd q)).
  Hypothesis fixed_differential : has_differential fixed θ D.
  (* (Id - ∂h/∂x) ∂x* = ∂h/∂θ *)
  Theorem partial_fixed_point_jacobian u : D u ⊖ Hx (D u) = Hθ u.
  Proof.
    pose proof (differential_compose (fun t => (fixed t, t) : X ⊗ Θ) h θ _ _ (differential_pair fixed (fun t => t) θ D (fun t => t) fixed_differential (differential_id θ)) h_differential) as E.
    assert (E' : has_differential fixed θ (fun u => Hx (D u) ⊕ Hθ u)).
    { eapply differential_ext; [intro t; symmetry; apply is_fixed|reflexivity|exact E]. }
    rewrite (differential_uniqueness.conclusion_unique fixed θ _ _ fixed_differential E' u) at 1. vector.
  Qed.
  (* (14.30): f*(θ) = L(x*(θ), θ) *)
  Theorem partial_gradient_at_fixed_point (L : X ⊗ Θ -> R) (g : X ⊗ Θ) Dt : adjoint D Dt -> has_gradient L (fixed θ, θ) g ->
    has_gradient (fun t => L (fixed t, t)) θ (Dt (fst g) ⊕ snd g).
  Proof.
    intros A G. apply (gradient_of_composition L (fun t => (fixed t, t) : X ⊗ Θ) θ g (fun u => (D u, u) : X ⊗ Θ) (fun v : X ⊗ Θ => Dt (fst v) ⊕ snd v)).
    - apply differential_pair; [exact fixed_differential|apply differential_id].
    - intros u v. rewrite inner_add_l, A. reflexivity.
    - exact G.
  Qed.
End FixedPoint.

(* ---- the envelope theorem: where x*(θ) minimises E(·, θ), the gradient of E(x*(θ), θ) is ∇_θE *)
Theorem partial_envelope {Θ X : space} (E : X ⊗ Θ -> R) (argmin : Θ -> X) (θ : Θ) (D : Θ -> X) (Dt : X -> Θ) (g : X ⊗ Θ) :
  (forall x, E (argmin θ, θ) <= E (x, θ)) -> has_differential argmin θ D -> adjoint D Dt -> has_gradient E (argmin θ, θ) g ->
  has_gradient (fun t => E (argmin t, t)) θ (snd g).
Proof.
  intros M HD A G.
  (* ∇ₓE = 0 at the minimum *)
  assert (Z : fst g = zero).
  { apply sqnorm_zero_inv.
    apply (stationarity_at_minimum.derivative_at_minimum (fun t => E (((argmin θ, θ) : X ⊗ Θ) ⊕ t ⋅ ((fst g, zero) : X ⊗ Θ)))).
    - intro t. replace (((argmin θ, θ) : X ⊗ Θ) ⊕ 0 ⋅ ((fst g, zero) : X ⊗ Θ)) with ((argmin θ, θ) : X ⊗ Θ) by vector.
      change (E (argmin θ, θ) <= E (argmin θ ⊕ t ⋅ fst g, θ ⊕ t ⋅ zero)). replace (θ ⊕ t ⋅ zero) with θ by vector. apply M.
    - pose proof (along_line E ((argmin θ, θ) : X ⊗ Θ) ((fst g, zero) : X ⊗ Θ) 0 g) as L.
      replace (((argmin θ, θ) : X ⊗ Θ) ⊕ 0 ⋅ ((fst g, zero) : X ⊗ Θ)) with ((argmin θ, θ) : X ⊗ Θ) in L by vector. specialize (L G).
      replace (⟨g, ((fst g, zero) : X ⊗ Θ)⟩) with (sqnorm (fst g)) in L; [exact L|].
      change (⟨fst g, fst g⟩ = ⟨fst g, fst g⟩ + ⟨snd g, zero⟩). rewrite inner_zero_r. ring. }
  assert (T : Dt (fst g) ⊕ snd g = snd g).
  { rewrite Z. replace (Dt zero) with (zero : Θ); [vector|]. symmetry. apply sqnorm_zero_inv. unfold sqnorm. now rewrite A, inner_zero_l. }
  rewrite <- T. apply (gradient_of_composition E (fun t => (argmin t, t) : X ⊗ Θ) θ g (fun u => (D u, u) : X ⊗ Θ) (fun v : X ⊗ Θ => Dt (fst v) ⊕ snd v)).
  - apply differential_pair; [exact HD|apply differential_id].
  - intros u v. rewrite inner_add_l, A. reflexivity.
  - exact G.
Qed.

(* ∂x* = -(∂h/∂x)⁻¹ ∂h/∂θ: h(x, θ) = x/2 + θ has x* = 2θ, of derivative 2, where the print gives -2. *)
Theorem fixed_point_jacobian_is_false :
  ~ (forall (a b slope : R), (forall t, slope * t = a * (slope * t) + b * t) -> a <> 0 -> slope = - / a * b).
Proof. intro H. specialize (H (/ 2) 1 2 ltac:(intro t; field) ltac:(lra)). rewrite Rinv_inv in H. lra. Qed.
