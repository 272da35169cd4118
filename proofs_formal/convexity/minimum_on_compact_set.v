(* sgm/5.0.1: Theorem 5.0.1. A continuous function on a closed bounded set in ℝ^q that is not empty has a minimiser there.
   Compactness is used in this form: a property of sets that passes to subsets and to unions of two, and holds near every point, holds of every box. *)
From Coq Require Import Classical.
From Verigrad.base Require Import inner_product sums spaces differential.

(* ---- induction over boxes *)
Definition hereditary {X : Type} (P : (X -> Prop) -> Prop) : Prop := forall S T : X -> Prop, (forall x, S x -> T x) -> P T -> P S.
Definition additive {X : Type} (P : (X -> Prop) -> Prop) : Prop := forall S T : X -> Prop, P S -> P T -> P (fun x => S x \/ T x).

(* an interval [-M, M], by its least upper bound *)
Lemma interval_induction (P : (R -> Prop) -> Prop) M : 0 <= M -> hereditary P -> additive P ->
  (forall t, exists δ, 0 < δ /\ P (fun s => Rabs (s - t) < δ)) -> P (fun s => - M <= s <= M).
Proof.
  intros HM Sub Add Loc. set (E := fun t => - M <= t <= M /\ P (fun s => - M <= s <= t)).
  assert (E0 : E (- M)).
  { split; [lra|]. destruct (Loc (- M)) as [δ [Hδ Q]]. revert Q. apply Sub. intros s Hs. replace (s - - M) with 0 by lra. rewrite Rabs_R0. lra. }
  destruct (completeness E) as [l [Up Least]]; [exists M; intros t [Ht _]; lra|now exists (- M)|].
  assert (Hl : - M <= l <= M) by (split; [now apply Up|apply Least; intros t [Ht _]; lra]).
  destruct (Loc l) as [δ [Hδ Q]].
  assert (exists t, E t /\ l - δ < t) as [t [[Ht Pt] Lt]].
  { apply NNPP. intro N. assert (l <= l - δ); [|lra]. apply Least. intros t Et. apply Rnot_lt_le. intro H. apply N. now exists t. }
  assert (J : P (fun s => - M <= s <= Rmin M (l + δ / 2))).
  { eapply Sub; [|exact (Add _ _ Pt Q)]. intros s [H1 H2]. cbv beta. pose proof (Rmin_r M (l + δ / 2)).
    destruct (Rle_dec s t); [left; lra|right]. apply Rabs_def1; lra. }
  assert (F : Rmin M (l + δ / 2) <= l).
  { apply Up. split; [|exact J]. split; [apply Rmin_glb; lra|apply Rmin_l]. }
  revert J. apply Sub. intros s Hs. unfold Rmin in *. destruct (Rle_dec M (l + δ / 2)); lra.
Qed.

Definition first_entry {n} (u : ℝ ^^ (S n)) : R := u Fin.F1.
Definition rest {n} (u : ℝ ^^ (S n)) : ℝ ^^ n := fun i => u (Fin.FS i).
Lemma box_induction (M : R) : 0 <= M -> forall n (P : (ℝ ^^ n -> Prop) -> Prop), hereditary P -> additive P ->
  (forall x, exists δ, 0 < δ /\ P (fun y => forall i, Rabs (y i - x i) < δ)) -> P (fun y => forall i, - M <= y i <= M).
Proof.
  intros HM. induction n as [|n IH]; intros P Sub Add Loc.
  - destruct (Loc (fun _ => 0)) as [δ [_ Q]]. revert Q. apply Sub. intros y _ i. now apply Fin.case0 with (p := i).
  - (* over the first coordinate, of slabs whose rest is in the box *)
    assert (H : P (fun y => - M <= first_entry y <= M /\ forall i, - M <= rest y i <= M)).
    { apply (interval_induction (fun S => P (fun y => S (first_entry y) /\ forall i, - M <= rest y i <= M)) M HM).
      - intros S T ST. apply Sub. intros y [A B]. split; [now apply ST|exact B].
      - intros S T A B. eapply Sub; [|exact (Add _ _ A B)]. intros y [[C|C] D]; [left|right]; now split.
      - intro t. apply (IH (fun S => exists δ, 0 < δ /\ P (fun y => Rabs (first_entry y - t) < δ /\ S (rest y)))).
        + intros S T ST [δ [Hδ Q]]. exists δ. split; [assumption|]. revert Q. apply Sub. intros y [A B]. split; [exact A|now apply ST].
        + intros S T [δ [Hδ Q]] [η [Hη R0]]. exists (Rmin δ η). split; [now apply Rmin_pos|]. eapply Sub; [|exact (Add _ _ Q R0)].
          intros y [A [B|B]]; [left|right]; split; try exact B; eapply Rlt_le_trans; [exact A|apply Rmin_l|exact A|apply Rmin_r].
        + intro x. destruct (Loc (fun i => Fin.caseS' i (fun _ => carrier ℝ) t x)) as [δ [Hδ Q]]. exists δ. split; [assumption|]. exists δ. split; [assumption|].
          revert Q. apply Sub. intros y [A B]. apply index_cases; [exact A|exact B]. }
    revert H. apply Sub. intros y B. split; [apply B|intro i; apply B].
Qed.

Theorem conclusion {q} (Ω : ℝ ^^ q -> Prop) (J : ℝ ^^ q -> R) M :
  (exists x, Ω x) ->
  (* bounded *)
  (forall x, Ω x -> ‖x‖ <= M) ->
  (* closed: what is not in Ω has a neighbourhood that does not meet it *)
  (forall x, ~ Ω x -> exists δ, 0 < δ /\ forall y, norm (y ⊖ x) < δ -> ~ Ω y) ->
  (* continuous on Ω *)
  (forall x, Ω x -> forall ε, 0 < ε -> exists δ, 0 < δ /\ forall y, Ω y -> norm (y ⊖ x) < δ -> Rabs (J y - J x) < ε) ->
  exists s, Ω s /\ forall x, Ω x -> J s <= J x.
Proof.
  intros [x0 H0] Bounded Closed Cont. apply NNPP. intro No.
  (* S has a point of Ω that is better than all of Ω in S *)
  set (P := fun S : ℝ ^^ q -> Prop => exists b, Ω b /\ forall x, Ω x -> S x -> J b < J x).
  assert (Sub : hereditary P) by (intros S T ST [b [Hb B]]; exists b; split; [exact Hb|intros x Hx Sx; apply B; [exact Hx|now apply ST]]).
  assert (Add : additive P).
  { intros S T [b [Hb B]] [c [Hc B']]. destruct (Rle_dec (J b) (J c)) as [L|L].
    - exists b. split; [exact Hb|]. intros x Hx [Sx|Tx]; [exact (B x Hx Sx)|specialize (B' x Hx Tx); lra].
    - exists c. split; [exact Hc|]. intros x Hx [Sx|Tx]; [specialize (B x Hx Sx); lra|exact (B' x Hx Tx)]. }
  assert (Norm : forall (y x : ℝ ^^ q) δ, 0 < δ -> (forall i, Rabs (y i - x i) < δ / (INR q + 1)) -> norm (y ⊖ x) < δ).
  { intros y x δ Hδ H. pose proof (pos_INR q). eapply Rle_lt_trans; [apply tuple_norm|].
    apply Rle_lt_trans with (sum (fun _ : index q => δ / (INR q + 1))).
    - apply sum_le. intro i. specialize (H i). rewrite line_norm. change ((y ⊖ x) i) with (y i ⊖ x i). rewrite line_sub. lra.
    - rewrite sum_const. apply Rmult_lt_reg_r with (INR q + 1); [lra|]. replace (INR q * (δ / (INR q + 1)) * (INR q + 1)) with (INR q * δ) by (field; lra). lra. }
  assert (Loc : forall x, exists δ, 0 < δ /\ P (fun y => forall i, Rabs (y i - x i) < δ)).
  { intro x. pose proof (pos_INR q). destruct (classic (Ω x)) as [Hx|Hx].
    - assert (exists b, Ω b /\ J b < J x) as [b [Hb L]].
      { apply NNPP. intro N. apply No. exists x. split; [exact Hx|]. intros z Hz. apply Rnot_lt_le. intro L. apply N. now exists z. }
      destruct (Cont x Hx (J x - J b) ltac:(lra)) as [δ [Hδ C]]. exists (δ / (INR q + 1)). split; [apply Rdiv_lt_0_compat; lra|].
      exists b. split; [exact Hb|]. intros y Hy Near. specialize (C y Hy (Norm y x δ Hδ Near)). apply Rabs_def2 in C. lra.
    - destruct (Closed x Hx) as [δ [Hδ C]]. exists (δ / (INR q + 1)). split; [apply Rdiv_lt_0_compat; lra|].
      exists x0. split; [exact H0|]. intros y Hy Near. exfalso. exact (C y (Norm y x δ Hδ Near) Hy). }
  assert (HM : 0 <= M) by (pose proof (Bounded x0 H0); pose proof (norm_pos x0); lra).
  destruct (box_induction M HM q P Sub Add Loc) as [b [Hb B]].
  specialize (B b Hb). enough (J b < J b) by lra. apply B. intro i. pose proof (entry_norm b i) as E. rewrite line_norm in E. pose proof (Bounded b Hb).
  pose proof (Rle_abs (b i)). pose proof (Rle_abs (- b i)) as E'. rewrite Rabs_Ropp in E'. lra.
Qed.
