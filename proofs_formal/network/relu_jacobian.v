(* mathdnn/2.1: Proposition 2.1. The Jacobian of ReLU at z is the diagonal matrix of 1_{z_i > 0}. The text assumes differentiability at 0, with
   derivative 0 there (Assumption 1), and notes that it is false: the theorem is for z without an entry 0. *)
From Verigrad.base Require Import inner_product sums spaces differential gradient networks.

Definition relu (x : R) : R := Rmax 0 x.
Definition step (x : R) : R := if Rlt_dec 0 x then 1 else 0.

Lemma relu_cases x : (0 < x /\ relu x = x /\ step x = 1) \/ (x <= 0 /\ relu x = 0 /\ step x = 0).
Proof. unfold relu, step. destruct (Rlt_dec 0 x); [left|right]; repeat split; try lra; [apply Rmax_right|apply Rmax_left]; lra. Qed.
Lemma relu_derivative x : x <> 0 -> derivable_pt_lim relu x (step x).
Proof.
  intros N ε Hε. assert (P : 0 < Rabs x) by (now apply Rabs_pos_lt). exists (mkposreal _ P). intros h Nh Hh. simpl in Hh.
  assert (E : relu (x + h) - relu x = step x * h).
  { unfold Rabs in Hh. destruct (relu_cases x) as [[? [-> ->]]|[? [-> ->]]], (relu_cases (x + h)) as [[? [-> _]]|[? [-> _]]];
      repeat destruct Rcase_abs in Hh; lra. }
  rewrite E. replace (step x * h / h - step x) with 0 by (field; assumption). now rewrite Rabs_R0.
Qed.

Theorem conclusion {m} (z : ℝ ^^ m) : (forall i, z i <> 0) ->
  has_differential (each relu) z (each_back step z) /\
  forall i j, matrix (each_back step z : ℝ ^^ m -> ℝ ^^ m) i j = if same i j then step (z i) else 0.
Proof.
  intro N. split; [apply each_differential; intro i; now apply relu_derivative|].
  intros i j. unfold matrix, each_back, basis. rewrite delta_sym. unfold delta. destruct (same i j); ring.
Qed.

(* With the text's value at 0: the difference quotients of max(0, ·) at 0 are 1 from above. *)
Theorem differentiable_at_kinks_is_false : ~ (forall x, derivable_pt_lim relu x (step x)).
Proof.
  intro H. destruct (H 0 (/ 2) ltac:(lra)) as [[δ Hδ] B]. simpl in B. specialize (B (δ / 2) ltac:(lra)).
  rewrite (Rabs_pos_eq (δ / 2)) in B by lra. specialize (B ltac:(lra)).
  rewrite Rplus_0_l in B. destruct (relu_cases (δ / 2)) as [[_ [E1 _]]|[? _]]; [|lra]. destruct (relu_cases 0) as [[? _]|[_ [E0 S0]]]; [lra|].
  rewrite E1, E0, S0 in B.
  replace ((δ / 2 - 0) / (δ / 2) - 0) with 1 in B by (field; lra). rewrite Rabs_R1 in B. lra.
Qed.
(* and no other value would do *)
Theorem any_derivative_at_0_is_false : ~ (exists l, derivable_pt_lim relu 0 l).
Proof.
  intros [l D]. destruct (D (/ 4) ltac:(lra)) as [[δ Hδ] B]. simpl in B.
  pose proof (B (δ / 2) ltac:(lra)) as P. pose proof (B (- (δ / 2)) ltac:(lra)) as N. rewrite Rabs_Ropp in N.
  rewrite (Rabs_pos_eq (δ / 2)) in * by lra. specialize (P ltac:(lra)). specialize (N ltac:(lra)). rewrite !Rplus_0_l in *.
  destruct (relu_cases (δ / 2)) as [[_ [E1 _]]|[? _]]; [|lra]. destruct (relu_cases (- (δ / 2))) as [[? _]|[_ [E2 _]]]; [lra|].
  destruct (relu_cases 0) as [[? _]|[_ [E0 _]]]; [lra|]. rewrite E1, E0 in P. rewrite E2, E0 in N.
  replace ((δ / 2 - 0) / (δ / 2) - l) with (1 - l) in P by (field; lra). replace ((0 - 0) / - (δ / 2) - l) with (- l) in N by (field; lra).
  unfold Rabs in *. destruct Rcase_abs in P; destruct Rcase_abs in N; lra.
Qed.
