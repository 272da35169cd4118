(* mathdnn/1.3: Theorem 1.3. g ∘ f is differentiable and 𝒥_{g∘f}(a) = 𝒥_g(f(a)) 𝒥_f(a); by iteration for compositions of any length. The text
   has g on a set F and f(a) anywhere in it: it must be in the interior. *)
From Verigrad.base Require Import inner_product sums spaces differential gradient.
From Verigrad.derivative Require Import differential_uniqueness.

Section ChainRule.
  Context {n m p : nat}.
  Variables (f : ℝ ^^ n -> ℝ ^^ m) (g : ℝ ^^ m -> ℝ ^^ p) (a : ℝ ^^ n) (A : ℝ ^^ n -> ℝ ^^ m) (B : ℝ ^^ m -> ℝ ^^ p).

  Theorem conclusion : has_differential f a A -> has_differential g (f a) B ->
    has_differential (fun x => g (f x)) a (fun h => B (A h)) /\
    forall i j, matrix (fun h => B (A h)) i j = sum (fun k => matrix B i k * matrix A k j).
  Proof.
    intros Hf Hg. split; [exact (differential_compose f g a A B Hf Hg)|]. intros i j. destruct Hg as [LB _].
    unfold matrix at 1. apply (linear_by_matrix B (A (basis j)) i LB).
  Qed.
End ChainRule.

(* f_N ∘ … ∘ f_1 between any inner-product spaces: its differential is the composition of theirs *)
Inductive chain : space -> space -> Type :=
| last (X : space) : chain X X
| then_map (X Y Z : space) (f : X -> Y) (A : X -> X -> Y) (rest : chain Y Z) : chain X Z.
Fixpoint composition {X Z : space} (c : chain X Z) : X -> Z :=
  match c with last _ => fun x => x | then_map _ _ _ f _ rest => fun x => composition rest (f x) end.
Fixpoint product_of_differentials {X Z : space} (c : chain X Z) : X -> X -> Z :=
  match c with last _ => fun _ h => h | then_map _ _ _ f A rest => fun x h => product_of_differentials rest (f x) (A x h) end.
Fixpoint each_differentiable {X Z : space} (c : chain X Z) : X -> Prop :=
  match c with last _ => fun _ => True | then_map _ _ _ f A rest => fun x => has_differential f x (A x) /\ each_differentiable rest (f x) end.
Theorem conclusion_any_depth {X Z : space} (c : chain X Z) : forall x, each_differentiable c x ->
  has_differential (composition c) x (product_of_differentials c x).
Proof.
  induction c as [X|X Y Z f A rest IH]; intros x H; [apply differential_id|]. destruct H as [Hf H].
  exact (differential_compose f (composition rest) x (A x) _ Hf (IH (f x) H)).
Qed.

(* f(a) at the border of F = [0, ∞[: f(x) = x² and g(y) = √y are differentiable inside, g ∘ f = |x| is not at 0. *)
Theorem value_at_the_border_is_false :
  ~ (forall (F : ℝ -> Prop) (f g : ℝ -> ℝ), (forall x, F (f x)) -> (forall x, exists A, has_differential f x A) ->
       differentiable_on F g -> forall x, exists A, has_differential (fun u => g (f u)) x A).
Proof.
  intro H. destruct (H (fun y => 0 <= y) (fun x => x * x : R) sqrt) with (x := 0 : R) as [A D].
  - intro x. apply Rle_0_sqr.
  - intro x. eexists. apply (derivative_iff_differential (fun x => x * x) x (1 * x + x * 1)).
    apply (derivable_pt_lim_mult id id); apply derivable_pt_lim_id.
  - intros y [η [Hη I]]. eexists. apply (derivative_iff_differential sqrt y). apply derivable_pt_lim_sqrt.
    assert (0 <= y + - (η / 2)) by (apply I; rewrite line_norm, Rabs_Ropp, Rabs_pos_eq; lra). lra.
  - destruct D as [[_ S] [_ O]]. destruct (O (/ 2) ltac:(lra)) as [δ [Hδ B]].
    assert (E : forall h : R, Rabs h < δ -> Rabs (Rabs h - h * A 1) <= / 2 * Rabs h).
    { intros h Hh. specialize (B h). rewrite !line_norm, !line_sub in B. specialize (B Hh). simpl in B.
      rewrite Rmult_0_l, sqrt_0, Rplus_0_l in B. fold (Rsqr h) in B. rewrite sqrt_Rsqr_abs in B.
      replace (A h) with (h * A 1) in B by (pose proof (S h 1) as L; simpl in L; rewrite Rmult_1_r in L; now rewrite L).
      replace (Rabs h - h * A 1) with (Rabs h - 0 - h * A 1) by ring. exact B. }
    pose proof (E (δ / 2)) as P. pose proof (E (- (δ / 2))) as N. rewrite Rabs_Ropp in N. rewrite (Rabs_pos_eq (δ / 2)) in * by lra.
    specialize (P ltac:(lra)). specialize (N ltac:(lra)). unfold Rabs in *. repeat destruct Rcase_abs in P; repeat destruct Rcase_abs in N; nra.
Qed.
