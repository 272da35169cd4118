(* Exponential moving averages: a_0 = 0, a_{n+1} = βa_n + (1 - β)g_n. *)
From Verigrad.base Require Import inner_product sums spaces.

Section Average.
  Context {V : space}.
  Variables (β : R) (g : nat -> V).

  Fixpoint average (n : nat) : V :=
    match n with O => zero | S m => β ⋅ average m ⊕ (1 - β) ⋅ g m end.

  Lemma vector_sum_scale c n (u v : nat -> V) : (forall k, (k < n)%nat -> v k = c ⋅ u k) -> vector_sum n v = c ⋅ vector_sum n u.
  Proof.
    induction n; intro H; simpl; [vector|]. rewrite IHn by (intros; apply H; lia). rewrite H by lia. vector.
  Qed.
  (* a_n = (1 - β) Σ_{k<n} β^{n-1-k} g_k *)
  Lemma average_unrolled n : average n = (1 - β) ⋅ vector_sum n (fun k => β ^ (n - 1 - k) ⋅ g k).
  Proof.
    induction n as [|n IH]; [simpl; vector|]. cbn [average vector_sum]. rewrite IH.
    rewrite (vector_sum_scale β n (fun k => β ^ (n - 1 - k) ⋅ g k) (fun k => β ^ (S n - 1 - k) ⋅ g k)).
    - replace (S n - 1 - n)%nat with 0%nat by lia. simpl. vector.
    - intros k Hk. replace (S n - 1 - k)%nat with (S (n - 1 - k)) by lia. simpl. vector.
  Qed.
  (* the weights add up to 1 - β^n *)
  Lemma weights n : (1 - β) * sum_to n (fun k => β ^ (n - 1 - k)) = 1 - β ^ n.
  Proof.
    induction n as [|n IH]; [simpl; ring|]. cbn [sum_to]. replace (S n - 1 - n)%nat with 0%nat by lia.
    rewrite (sum_to_ext n _ (fun k => β * β ^ (n - 1 - k))).
    - rewrite sum_to_scale. simpl. replace ((1 - β) * (β * sum_to n (fun k => β ^ (n - 1 - k)) + 1))
        with (β * ((1 - β) * sum_to n (fun k => β ^ (n - 1 - k))) + (1 - β)) by ring. rewrite IH. ring.
    - intros k Hk. now replace (S n - 1 - k)%nat with (S (n - 1 - k)) by lia.
  Qed.
  Lemma average_bound n b : 0 <= β <= 1 -> 0 <= b -> (forall k, (k < n)%nat -> norm (g k) <= b) -> norm (average n) <= b.
  Proof.
    intros Hβ Hb. induction n as [|n IH]; intro H; simpl; [now rewrite norm_zero|].
    eapply Rle_trans; [apply norm_triangle|]. rewrite !norm_scale, !Rabs_pos_eq by lra.
    specialize (H n ltac:(lia)) as Hn. assert (I : norm (average n) <= b) by (apply IH; intros; apply H; lia).
    apply Rmult_le_compat_l with (r := β) in I; [|lra]. apply Rmult_le_compat_l with (r := 1 - β) in Hn; lra.
  Qed.
End Average.

Lemma average_ext {V : space} β (g h : nat -> V) n : (forall k, g k = h k) -> average β g n = average β h n.
Proof. intro E. induction n; simpl; [reflexivity|]. now rewrite IHn, E. Qed.
Lemma average_constant {V : space} β (g : V) n : average β (fun _ => g) n = (1 - β ^ n) ⋅ g.
Proof. induction n; simpl; [vector|]. rewrite IHn. vector. Qed.
