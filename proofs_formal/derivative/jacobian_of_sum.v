(* mathdnn/1.2: Proposition 1.2. g + f is differentiable and 𝒥_{g+f}(a) = 𝒥_g(a) + 𝒥_f(a). The text has g + f and the Jacobian map into F,
   which is false for F ⊆ ℝᵐ other than ℝᵐ. *)
From Verigrad.base Require Import inner_product sums spaces differential gradient.

Section Sum.
  Context {n m : nat}.
  Variables (f g : ℝ ^^ n -> ℝ ^^ m) (a : ℝ ^^ n) (A B : ℝ ^^ n -> ℝ ^^ m).

  Theorem conclusion : has_differential f a A -> has_differential g a B ->
    has_differential (fun x => g x ⊕ f x) a (fun h => B h ⊕ A h) /\
    forall i j, matrix (fun h => B h ⊕ A h) i j = matrix B i j + matrix A i j.
  Proof. intros Hf Hg. split; [now apply differential_add|reflexivity]. Qed.
End Sum.

(* In every inner-product space, and without coordinates *)
Theorem conclusion_differentials {U V : space} (f g : U -> V) a A B : has_differential f a A -> has_differential g a B ->
  has_differential (fun x => g x ⊕ f x) a (fun h => B h ⊕ A h).
Proof. intros. now apply differential_add. Qed.

(* g + f maps into F: f = g = 1 on F = [0, 1]. *)
Theorem into_F_is_false :
  ~ (forall (F : R -> Prop) (f g : ℝ -> ℝ), (forall x, F (f x)) -> (forall x, F (g x)) ->
       (forall x, exists A, has_differential f x A) -> (forall x, exists A, has_differential g x A) -> forall x, F (g x + f x)).
Proof.
  intro H. assert (D : forall x : ℝ, exists A, has_differential (fun _ : ℝ => (1 : ℝ)) x A) by (intro; eexists; apply differential_const).
  pose proof (H (fun y => 0 <= y <= 1) (fun _ => 1) (fun _ => 1) ltac:(intro; lra) ltac:(intro; lra) D D 0). lra.
Qed.
