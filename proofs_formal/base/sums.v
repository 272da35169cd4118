(* Finite sums: over k < n, and over an index set of n elements; uniform means. *)
From Coq Require Export Lia.
From Coq Require Fin.
From Coq Require Import FunctionalExtensionality.
From Verigrad.base Require Import inner_product.

(* ---- Σ_{k<n} a k *)
Fixpoint sum_to (n : nat) (a : nat -> R) : R :=
  match n with O => 0 | S m => sum_to m a + a m end.

Lemma sum_to_ext n a b : (forall k, (k < n)%nat -> a k = b k) -> sum_to n a = sum_to n b.
Proof. induction n; intro H; [reflexivity|]. simpl. rewrite IHn by (intros; apply H; lia). now rewrite H by lia. Qed.
Lemma sum_to_le n a b : (forall k, (k < n)%nat -> a k <= b k) -> sum_to n a <= sum_to n b.
Proof.
  induction n; intro H; [simpl; lra|]. simpl. pose proof (H n ltac:(lia)).
  assert (sum_to n a <= sum_to n b) by (apply IHn; intros; apply H; lia). lra.
Qed.
Lemma sum_to_add n a b : sum_to n (fun k => a k + b k) = sum_to n a + sum_to n b.
Proof. induction n; simpl; [ring|]. rewrite IHn. ring. Qed.
Lemma sum_to_scale n c a : sum_to n (fun k => c * a k) = c * sum_to n a.
Proof. induction n; simpl; [ring|]. rewrite IHn. ring. Qed.
Lemma sum_to_const n c : sum_to n (fun _ => c) = INR n * c.
Proof. induction n; [simpl; ring|]. rewrite S_INR. simpl. rewrite IHn. ring. Qed.
Lemma sum_to_pos n a : (forall k, (k < n)%nat -> 0 <= a k) -> 0 <= sum_to n a.
Proof. intro H. replace 0 with (sum_to n (fun _ => 0)) by (rewrite sum_to_const; ring). now apply sum_to_le. Qed.
(* a 0 - a n = Σ (a k - a (k+1)) *)
Lemma sum_to_telescope n a : sum_to n (fun k => a k - a (S k)) = a 0%nat - a n.
Proof. induction n; simpl; [ring|]. rewrite IHn. ring. Qed.

(* ---- an index set of n elements *)
Notation index := Fin.t.

Fixpoint sum {n : nat} : (index n -> R) -> R :=
  match n with O => fun _ => 0 | S m => fun a => a Fin.F1 + sum (fun i => a (Fin.FS i)) end.

Lemma index_cases {n} (P : index (S n) -> Prop) : P Fin.F1 -> (forall i, P (Fin.FS i)) -> forall i, P i.
Proof. intros H1 HS i. now apply (Fin.caseS' i). Qed.

(* Finitely many bounds have a common one. *)
Lemma common_bound {n} (P : index n -> R -> Prop) : (forall i K M, P i K -> K <= M -> P i M) ->
  (forall i, exists K, 0 < K /\ P i K) -> exists K, 0 < K /\ forall i, P i K.
Proof.
  induction n as [|n IH]; intros Mono H.
  - exists 1. split; [lra|]. intro i. now apply Fin.case0 with (p := i).
  - destruct (H Fin.F1) as [K [HK PK]]. destruct (IH (fun i => P (Fin.FS i))) as [M [HM PM]]; [intros i; apply Mono|intro i; apply H|].
    exists (Rmax K M). split; [eapply Rlt_le_trans; [exact HK|apply Rmax_l]|].
    apply index_cases; [eapply Mono; [exact PK|apply Rmax_l]|intro i; eapply Mono; [apply PM|apply Rmax_r]].
Qed.
Lemma common_radius {n} (P : index n -> R -> Prop) : (forall i δ η, P i δ -> η <= δ -> P i η) ->
  (forall i, exists δ, 0 < δ /\ P i δ) -> exists δ, 0 < δ /\ forall i, P i δ.
Proof.
  induction n as [|n IH]; intros Mono H.
  - exists 1. split; [lra|]. intro i. now apply Fin.case0 with (p := i).
  - destruct (H Fin.F1) as [δ [Hδ Pδ]]. destruct (IH (fun i => P (Fin.FS i))) as [η [Hη Pη]]; [intros i; apply Mono|intro i; apply H|].
    exists (Rmin δ η). split; [now apply Rmin_pos|].
    apply index_cases; [eapply Mono; [exact Pδ|apply Rmin_l]|intro i; eapply Mono; [apply Pη|apply Rmin_r]].
Qed.

(* i = j, decided *)
Fixpoint same {n : nat} : index n -> index n -> bool :=
  match n with
  | O => fun _ _ => true
  | S m => fun i j => Fin.caseS' i (fun _ => bool) (Fin.caseS' j (fun _ => bool) true (fun _ => false))
                        (fun i' => Fin.caseS' j (fun _ => bool) false (fun j' => same i' j'))
  end.
Lemma same_iff {n} : forall i j : index n, same i j = true <-> i = j.
Proof.
  induction n as [|n IH]; [intro i; now apply Fin.case0 with (p := i)|].
  apply (index_cases (fun i => forall j, same i j = true <-> i = j)).
  - apply (index_cases (fun j => same Fin.F1 j = true <-> Fin.F1 = j)); [now split|]. intro j. now split.
  - intro i. apply (index_cases (fun j => same (Fin.FS i) j = true <-> Fin.FS i = j)); [now split|].
    intro j. simpl. rewrite IH. split; [now intros ->|apply Fin.FS_inj].
Qed.
Lemma same_refl {n} (i : index n) : same i i = true.
Proof. now apply same_iff. Qed.

(* Kronecker's delta *)
Definition delta {n} (i j : index n) : R := if same i j then 1 else 0.
Lemma delta_same {n} (i : index n) : delta i i = 1.
Proof. unfold delta. now rewrite same_refl. Qed.
Lemma delta_other {n} (i j : index n) : i <> j -> delta i j = 0.
Proof. unfold delta. intro N. destruct (same i j) eqn:E; [|reflexivity]. apply same_iff in E. contradiction. Qed.
Lemma delta_sym {n} (i j : index n) : delta i j = delta j i.
Proof.
  unfold delta. destruct (same i j) eqn:E, (same j i) eqn:F; try reflexivity.
  - apply same_iff in E. subst. rewrite same_refl in F. discriminate.
  - apply same_iff in F. subst. rewrite same_refl in E. discriminate.
Qed.

Section Sum.
  Context {n : nat}.
  Implicit Types a b : index n -> R.

  Lemma sum_ext a b : (forall i, a i = b i) -> sum a = sum b.
  Proof. intro H. f_equal. now apply functional_extensionality. Qed.
End Sum.

Lemma sum_le {n} (a b : index n -> R) : (forall i, a i <= b i) -> sum a <= sum b.
Proof. induction n; intro H; simpl; [lra|]. pose proof (H Fin.F1). specialize (IHn (fun i => a (Fin.FS i)) (fun i => b (Fin.FS i)) (fun i => H (Fin.FS i))). lra. Qed.
Lemma sum_add {n} (a b : index n -> R) : sum (fun i => a i + b i) = sum a + sum b.
Proof. induction n; simpl; [ring|]. rewrite IHn. ring. Qed.
Lemma sum_scale {n} c (a : index n -> R) : sum (fun i => c * a i) = c * sum a.
Proof. induction n; simpl; [ring|]. rewrite IHn. ring. Qed.
Lemma sum_sub {n} (a b : index n -> R) : sum (fun i => a i - b i) = sum a - sum b.
Proof. induction n; simpl; [ring|]. rewrite IHn. ring. Qed.
Lemma sum_const {n} c : sum (fun _ : index n => c) = INR n * c.
Proof. induction n; [simpl; ring|]. rewrite S_INR. simpl. rewrite IHn. ring. Qed.
Lemma sum_zero {n} : sum (fun _ : index n => 0) = 0.
Proof. rewrite sum_const. ring. Qed.
Lemma sum_pos {n} (a : index n -> R) : (forall i, 0 <= a i) -> 0 <= sum a.
Proof. intro H. rewrite <- (@sum_zero n). now apply sum_le. Qed.
Lemma sum_abs {n} (a : index n -> R) : Rabs (sum a) <= sum (fun i => Rabs (a i)).
Proof.
  induction n; simpl; [rewrite Rabs_R0; lra|]. eapply Rle_trans; [apply Rabs_triang|].
  apply Rplus_le_compat_l, IHn.
Qed.
Lemma sum_term_le {n} (a : index n -> R) : (forall i, 0 <= a i) -> forall i, a i <= sum a.
Proof.
  induction n; intros H i; [now apply Fin.case0 with (p := i)|]. revert i. apply index_cases; simpl.
  - pose proof (sum_pos (fun i => a (Fin.FS i)) (fun i => H (Fin.FS i))). lra.
  - intro i. pose proof (IHn (fun i => a (Fin.FS i)) (fun i => H (Fin.FS i)) i). pose proof (H Fin.F1). lra.
Qed.
Lemma sum_pos_zero {n} (a : index n -> R) : (forall i, 0 <= a i) -> sum a = 0 -> forall i, a i = 0.
Proof. intros H E i. pose proof (sum_term_le a H i). pose proof (H i). lra. Qed.
(* Σ_j δ_ij a_j = a_i *)
Lemma sum_delta {n} (a : index n -> R) : forall i, sum (fun j => delta i j * a j) = a i.
Proof.
  induction n; intro i; [now apply Fin.case0 with (p := i)|]. revert i. apply index_cases; simpl.
  - unfold delta. simpl. rewrite (sum_ext _ (fun _ => 0)) by (intro; simpl; ring). rewrite sum_zero. ring.
  - intro i. specialize (IHn (fun i => a (Fin.FS i)) i). unfold delta in *. simpl. rewrite IHn. ring.
Qed.
Lemma sum_swap {n m} (a : index n -> index m -> R) : sum (fun i => sum (fun j => a i j)) = sum (fun j => sum (fun i => a i j)).
Proof. induction n; simpl; [now rewrite sum_zero|]. rewrite IHn, sum_add. reflexivity. Qed.
Lemma sum_strict {n} (a : index n -> R) : (0 < n)%nat -> (forall i, 0 < a i) -> 0 < sum a.
Proof.
  destruct n; [lia|]. intros _ H. simpl. pose proof (H Fin.F1).
  pose proof (sum_pos (fun i => a (Fin.FS i)) (fun i => Rlt_le _ _ (H (Fin.FS i)))). lra.
Qed.

(* ---- the uniform mean over n > 0 indices *)
Definition mean {n} (a : index n -> R) : R := / INR n * sum a.

Section Mean.
  Context {n : nat}.
  Hypothesis n_positive : (0 < n)%nat.
  Implicit Types a b : index n -> R.

  Lemma mean_le a b : (forall i, a i <= b i) -> mean a <= mean b.
  Proof. intro H. apply Rmult_le_compat_l; [left; apply Rinv_0_lt_compat, lt_0_INR, n_positive|now apply sum_le]. Qed.
  Lemma mean_ext a b : (forall i, a i = b i) -> mean a = mean b.
  Proof. intro H. unfold mean. now rewrite (sum_ext a b H). Qed.
  Lemma mean_add a b : mean (fun i => a i + b i) = mean a + mean b.
  Proof. unfold mean. rewrite sum_add. ring. Qed.
  Lemma mean_scale c a : mean (fun i => c * a i) = c * mean a.
  Proof. unfold mean. rewrite sum_scale. ring. Qed.
  Lemma mean_const c : mean (fun _ : index n => c) = c.
  Proof. unfold mean. rewrite sum_const. apply lt_0_INR in n_positive. field. lra. Qed.
End Mean.

(* ---- the largest of n numbers that are not negative; 0 for n = 0 *)
Fixpoint sup {n : nat} : (index n -> R) -> R :=
  match n with O => fun _ => 0 | S m => fun a => Rmax (a Fin.F1) (sup (fun i => a (Fin.FS i))) end.
Lemma le_sup {n} (a : index n -> R) : forall i, a i <= sup a.
Proof.
  induction n; intro i; [now apply Fin.case0 with (p := i)|]. revert i. apply index_cases; simpl; [apply Rmax_l|].
  intro i. eapply Rle_trans; [apply (IHn (fun i => a (Fin.FS i)))|apply Rmax_r].
Qed.
Lemma sup_le {n} (a : index n -> R) c : 0 <= c -> (forall i, a i <= c) -> sup a <= c.
Proof. intros Hc H. induction n; simpl; [assumption|]. apply Rmax_lub; [apply H|apply IHn; intro i; apply H]. Qed.
Lemma sup_pos {n} (a : index n -> R) : (forall i, 0 <= a i) -> 0 <= sup a.
Proof. intro H. destruct n; simpl; [lra|]. eapply Rle_trans; [apply (H Fin.F1)|apply Rmax_l]. Qed.
