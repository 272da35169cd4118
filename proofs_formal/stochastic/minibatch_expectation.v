(* inna/1.19: (1.18) and (1.19). For A uniform among the subsets of {1, …, N} with b elements, 1 ≤ b ≤ N, the mean of ∇𝒥_A = 1/b Σ_{n ∈ A} ∇𝒥_n is 1/N Σ ∇𝒥_n. With
   the text's 𝒥 = Σ 𝒥_n (1.5) that is ∇𝒥/N; the text prints ∇𝒥. *)
From Coq Require Import List.
From Verigrad.base Require Import inner_product sums spaces.
Import ListNotations.

(* the subsets of b elements of a list *)
Fixpoint subsets {A : Type} (b : nat) (l : list A) : list (list A) :=
  match b, l with
  | O, _ => [[]]
  | S _, [] => []
  | S c, x :: rest => map (cons x) (subsets c rest) ++ subsets b rest
  end.
Definition total (l : list R) : R := fold_right Rplus 0 l.
Definition number {A} (l : list A) : R := INR (length l).

Lemma total_app l k : total (l ++ k) = total l + total k.
Proof. induction l as [|a l IH]; simpl; [ring|]. rewrite IH. ring. Qed.
Lemma total_shifted {A} (g : A -> R) x (ls : list (list A)) :
  total (map (fun s => total (map g s)) (map (cons x) ls)) = number ls * g x + total (map (fun s => total (map g s)) ls).
Proof. unfold number. induction ls as [|s ls IH]; [simpl; ring|]. simpl map. simpl total. simpl length. rewrite S_INR, IH. simpl. ring. Qed.
Lemma number_app {A} (l k : list A) : number (l ++ k) = number l + number k.
Proof. unfold number. now rewrite app_length, plus_INR. Qed.
Lemma number_map {A B} (f : A -> B) l : number (map f l) = number l.
Proof. unfold number. now rewrite map_length. Qed.
Lemma subsets_of_none {A} (l : list A) : subsets 0 l = [[]].
Proof. now destruct l. Qed.

(* N · (number of subsets that hold a given element) = b · (number of subsets), and each element is in as many *)
Lemma subsets_sum {A} (g : A -> R) (l : list A) : forall b,
  number l * total (map (fun s => total (map g s)) (subsets b l)) = INR b * number (subsets b l) * total (map g l).
Proof.
  induction l as [|x l IH]; intro b; [destruct b; simpl; unfold number; simpl; ring|].
  destruct b as [|b]; [simpl; unfold number; simpl; ring|].
  simpl subsets. rewrite map_app, total_app, total_shifted, number_app, number_map. simpl total. fold (total (map g l)).
  pose proof (IH b) as I1. pose proof (IH (S b)) as I2.
  (* Pascal: (b + 1) C(N, b + 1) = (N - b) C(N, b) *)
  assert (P : forall (k : list A) c, INR (S c) * number (subsets (S c) k) = (number k - INR c) * number (subsets c k)).
  { clear. induction k as [|z k IH]; intro c.
    - destruct c; simpl; unfold number; simpl; ring.
    - simpl subsets at 1. rewrite number_app, number_map. destruct c as [|c].
      + specialize (IH 0%nat). rewrite !subsets_of_none in *. unfold number in *. simpl length in *. rewrite !S_INR in *. simpl INR in *. lra.
      + simpl (subsets (S c) (z :: k)). rewrite number_app, number_map. pose proof (IH c) as H1. pose proof (IH (S c)) as H2.
        unfold number in *. simpl length. rewrite !S_INR in *. lra. }
  specialize (P l b). unfold number in *. simpl length. rewrite !S_INR in *.
  set (s0 := total (map (fun s => total (map g s)) (subsets b l))) in *. set (s1 := total (map (fun s => total (map g s)) (subsets (S b) l))) in *.
  set (c0 := INR (length (subsets b l))) in *. set (c1 := INR (length (subsets (S b) l))) in *. set (t := total (map g l)) in *.
  set (N := INR (length l)) in *. set (B := INR b) in *.
  destruct (Req_dec N 0) as [Z|NZ].
  - assert (L : l = []) by (destruct l as [|z l]; [reflexivity|unfold N in Z; simpl length in Z; rewrite S_INR in Z; pose proof (pos_INR (length l)); lra]).
    subst l. unfold s0, s1, c0, c1, t, N. simpl. destruct b; simpl; unfold B; simpl; ring.
  - apply Rmult_eq_reg_l with N; [|assumption].
    pose proof (f_equal (Rmult (N + 1)) I1). pose proof (f_equal (Rmult (N + 1)) I2).
    pose proof (f_equal (Rmult ((N + 1) * t)) P). pose proof (f_equal (Rmult (N * (g x + t))) P). lra.
Qed.

Section Expectation.
  Context {V : space} {A : Type}.
  Variables (grad : A -> V) (data : list A) (b : nat).
  Hypothesis b_positive : (1 <= b)%nat.
  Hypothesis b_small : (b <= length data)%nat.
  (* ⟨∇𝒥_B, v⟩ *)
  Definition batch_gradient (v : V) (B : list A) : R := / INR b * total (map (fun n => ⟨grad n, v⟩) B).

  Lemma total_scale c l : total (map (Rmult c) l) = c * total l.
  Proof. induction l as [|a l IH]; simpl; [ring|]. rewrite IH. ring. Qed.
  Lemma some_subset : 0 < number (subsets b data).
  Proof.
    clear b_positive. assert (H : forall (l : list A) c, (c <= length l)%nat -> subsets c l <> []).
    { clear. induction l as [|x l IH]; intros [|c] H; simpl in *; try discriminate; [lia|].
      intro E. apply app_eq_nil in E as [E _]. apply map_eq_nil in E. apply (IH c); [lia|assumption]. }
    unfold number. apply lt_0_INR. pose proof (H data b b_small). destruct (subsets b data); [contradiction|simpl; lia].
  Qed.
  (* in every direction v: E⟨∇𝒥_A, v⟩ = 1/N Σ⟨∇𝒥_n, v⟩ *)
  Theorem conclusion v : / number (subsets b data) * total (map (batch_gradient v) (subsets b data))
    = / number data * total (map (fun n => ⟨grad n, v⟩) data).
  Proof.
    pose proof (subsets_sum (fun n => ⟨grad n, v⟩) data b) as E. pose proof some_subset as P.
    assert (Nd : 0 < number data) by (unfold number; apply lt_0_INR; lia). apply le_INR in b_positive. simpl in b_positive.
    assert (S : total (map (batch_gradient v) (subsets b data)) = / INR b * total (map (fun s => total (map (fun n => ⟨grad n, v⟩) s)) (subsets b data))).
    { rewrite <- total_scale, map_map. reflexivity. }
    rewrite S. apply Rmult_eq_reg_l with (number data * INR b * number (subsets b data)); [|apply Rgt_not_eq, Rmult_lt_0_compat; [apply Rmult_lt_0_compat; lra|assumption]].
    replace (number data * INR b * number (subsets b data) * (/ number (subsets b data) * (/ INR b * total (map (fun s => total (map (fun n => ⟨grad n, v⟩) s)) (subsets b data)))))
      with (number data * total (map (fun s => total (map (fun n => ⟨grad n, v⟩) s)) (subsets b data))) by (field; lra).
    rewrite E. field. lra.
  Qed.
End Expectation.

(* With 𝒥 = Σ 𝒥_n: two terms with slope 1, batches of one; the mean is 1, ∇𝒥 = 2. *)
Theorem printed_is_false :
  ~ (forall (grad : bool -> ℝ) (data : list bool) b v, (1 <= b <= length data)%nat ->
       / number (subsets b data) * total (map (batch_gradient grad b v) (subsets b data)) = total (map (fun n => ⟨grad n, v⟩) data)).
Proof.
  intro H. specialize (H (fun _ => 1) [true; false] 1%nat 1 ltac:(simpl; lia)). unfold batch_gradient, number in H. simpl in H. lra.
Qed.
