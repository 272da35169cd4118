(* Fréchet differentials of maps between inner-product spaces. Definition 1.1 of MathDNN, without coordinates; in infinite
   dimension a differential is asked to be bounded, which linear maps on ℝⁿ are by themselves. *)
From Coq Require Import FunctionalExtensionality.
From Verigrad.base Require Import inner_product sums spaces.

Definition linear {U V : space} (A : U -> V) : Prop :=
  (forall u v, A (u ⊕ v) = A u ⊕ A v) /\ (forall a u, A (a ⋅ u) = a ⋅ A u).
Definition bounded {U V : space} (A : U -> V) : Prop := exists K, 0 < K /\ forall u, norm (A u) <= K * ‖u‖.

(* r(h) = o(‖h‖) for h → 0 *)
Definition little_o {U V : space} (r : U -> V) : Prop :=
  forall ε, 0 < ε -> exists δ, 0 < δ /\ forall h, ‖h‖ < δ -> norm (r h) <= ε * ‖h‖.

(* F(x + h) = F(x) + A(h) + o(‖h‖) *)
Definition has_differential {U V : space} (F : U -> V) (x : U) (A : U -> V) : Prop :=
  linear A /\ bounded A /\ little_o (fun h => F (x ⊕ h) ⊖ F x ⊖ A h).

(* ⟨A† v, u⟩ = ⟨v, A u⟩: for matrices the transpose *)
Definition adjoint {U V : space} (A : U -> V) (A' : V -> U) : Prop := forall u v, ⟨A' v, u⟩ = ⟨v, A u⟩.

Section Linear.
  Context {U V : space}.
  Implicit Types A : U -> V.

  Lemma linear_zero A : linear A -> A zero = zero.
  Proof. intros [_ S]. replace (zero : U) with (0 ⋅ (zero : U)) by vector. rewrite S. vector. Qed.
  Lemma linear_sub A u v : linear A -> A (u ⊖ v) = A u ⊖ A v.
  Proof. intros [P S]. unfold sub. now rewrite P, S. Qed.
  Lemma norm_linear_zero A : linear A -> norm (A zero) = 0.
  Proof. intro L. rewrite (linear_zero A L). apply norm_zero. Qed.
End Linear.

Lemma linear_vsum {U V : space} (A : U -> V) {n} (u : index n -> U) : linear A -> A (vsum u) = vsum (fun i => A (u i)).
Proof. intros L. induction n; simpl; [now apply linear_zero|]. now rewrite (proj1 L), IHn. Qed.
(* the entries of the matrix of A: a map into ℝᵐ from ℝⁿ *)
Definition matrix {n m} (A : ℝ ^^ n -> ℝ ^^ m) (i : index m) (j : index n) : R := A (basis j) i.
Lemma linear_by_matrix {n m} (A : ℝ ^^ n -> ℝ ^^ m) v i : linear A -> A v i = sum (fun j => matrix A i j * v j).
Proof.
  intro L. rewrite (basis_expansion v) at 1. rewrite (linear_vsum A _ L), vsum_entry, vsum_line. apply sum_ext. intro j.
  rewrite (proj2 L). unfold matrix. simpl. ring.
Qed.

Section Adjoint.
  Context {U V : space}.
  Variables (A : U -> V) (A' : V -> U).
  Hypothesis adjoint_A : adjoint A A'.

  (* a vector is known by its inner products *)
  Lemma inner_ext (u v : U) : (forall w, ⟨u, w⟩ = ⟨v, w⟩) -> u = v.
  Proof. intro E. apply inner_definite. pose proof (E u) as E1. pose proof (E v) as E2. rewrite (inner_sym _ v u) in E1. lra. Qed.
  Lemma adjoint_linear : linear A'.
  Proof. split; intros; apply inner_ext; intro w; rewrite adjoint_A; autorewrite with inner; rewrite !adjoint_A; reflexivity. Qed.
  Lemma adjoint_bounded : bounded A -> bounded A'.
  Proof.
    intros [K [HK B]]. exists K. split; [assumption|]. intro v. pose proof (norm_pos v). pose proof (norm_pos (A' v)).
    destruct (Req_dec (norm (A' v)) 0) as [->|N]; [nra|]. apply Rmult_le_reg_l with (norm (A' v)); [lra|].
    rewrite norm_sqr. unfold sqnorm. rewrite adjoint_A. eapply Rle_trans; [apply cauchy_schwarz|]. pose proof (B (A' v)).
    assert (norm v * norm (A (A' v)) <= norm v * (K * norm (A' v))) by (now apply Rmult_le_compat_l). lra.
  Qed.
End Adjoint.

Section LittleO.
  Context {U V W : space}.

  Lemma little_o_ext (r s : U -> V) : (forall h, r h = s h) -> little_o r -> little_o s.
  Proof. intros E H ε Hε. destruct (H ε Hε) as [δ [Hδ B]]. exists δ. split; [assumption|]. intro h. rewrite <- E. apply B. Qed.
  Lemma little_o_zero : little_o (fun _ : U => (zero : V)).
  Proof.
    intros ε Hε. exists 1. split; [lra|]. intros h _. rewrite norm_zero.
    apply Rmult_le_pos; [lra|apply norm_pos].
  Qed.
  Lemma little_o_add (r s : U -> V) : little_o r -> little_o s -> little_o (fun h => r h ⊕ s h).
  Proof.
    intros Hr Hs ε Hε. destruct (Hr (ε / 2)) as [δ1 [P1 B1]]; [lra|]. destruct (Hs (ε / 2)) as [δ2 [P2 B2]]; [lra|].
    exists (Rmin δ1 δ2). split; [now apply Rmin_pos|]. intros h Hh.
    specialize (B1 h (Rlt_le_trans _ _ _ Hh (Rmin_l _ _))). specialize (B2 h (Rlt_le_trans _ _ _ Hh (Rmin_r _ _))).
    eapply Rle_trans; [apply norm_triangle|lra].
  Qed.
  (* A(o(‖h‖)) = o(‖h‖) *)
  Lemma bounded_little_o (A : V -> W) (r : U -> V) : bounded A -> little_o r -> little_o (fun h => A (r h)).
  Proof.
    intros [K [HK B]] H ε Hε. destruct (H (ε / K)) as [δ [Hδ D]]; [now apply Rdiv_lt_0_compat|].
    exists δ. split; [assumption|]. intros h Hh. eapply Rle_trans; [apply B|].
    replace (ε * ‖h‖) with (K * (ε / K * ‖h‖)) by (field; lra). apply Rmult_le_compat_l; [lra|now apply D].
  Qed.
  (* o(‖k(h)‖) = o(‖h‖) where ‖k(h)‖ ≤ K‖h‖ near 0 *)
  Lemma little_o_compose (r : V -> W) (k : U -> V) K η : 0 < K -> 0 < η ->
    (forall h, ‖h‖ < η -> norm (k h) <= K * ‖h‖) -> little_o r -> little_o (fun h => r (k h)).
  Proof.
    intros HK Hη B H ε Hε. destruct (H (ε / K)) as [δ [Hδ D]]; [now apply Rdiv_lt_0_compat|].
    exists (Rmin η (δ / K)). split; [apply Rmin_pos; [assumption|now apply Rdiv_lt_0_compat]|]. intros h Hh.
    specialize (B h (Rlt_le_trans _ _ _ Hh (Rmin_l _ _))).
    assert (Hk : norm (k h) < δ).
    { eapply Rle_lt_trans; [exact B|]. replace δ with (K * (δ / K)) by (field; lra). apply Rmult_lt_compat_l; [assumption|].
      eapply Rlt_le_trans; [exact Hh|apply Rmin_r]. }
    eapply Rle_trans; [apply D, Hk|]. replace (ε * ‖h‖) with (ε / K * (K * ‖h‖)) by (field; lra).
    apply Rmult_le_compat_l; [left; now apply Rdiv_lt_0_compat|exact B].
  Qed.
  Lemma little_o_bound (r : U -> V) : little_o r -> exists δ, 0 < δ /\ forall h, ‖h‖ < δ -> norm (r h) <= ‖h‖.
  Proof. intro H. destruct (H 1) as [δ [P B]]; [lra|]. exists δ. split; [assumption|]. intros h Hh. specialize (B h Hh). lra. Qed.
End LittleO.

(* ‖h‖² = o(‖h‖), and so is all that it bounds *)
Lemma little_o_square {U V : space} (r : U -> V) K : 0 < K -> (forall h, norm (r h) <= K * ‖h‖²) -> little_o r.
Proof.
  intros HK B ε Hε. exists (ε / K). split; [now apply Rdiv_lt_0_compat|]. intros h Hh. eapply Rle_trans; [apply B|].
  rewrite <- norm_sqr. pose proof (norm_pos h) as P.
  replace (ε * ‖h‖) with (K * (ε / K * ‖h‖)) by (field; lra). apply Rmult_le_compat_l; [lra|].
  apply Rmult_le_compat_r; [assumption|lra].
Qed.

Section Differentials.
  Context {U V W : space}.

  Lemma differential_ext (F G : U -> V) x A B :
    (forall u, F u = G u) -> (forall h, A h = B h) -> has_differential F x A -> has_differential G x B.
  Proof.
    intros E F' H. apply functional_extensionality in E. apply functional_extensionality in F'. now subst.
  Qed.

  Lemma linear_compose (A : U -> V) (B : V -> W) : linear A -> linear B -> linear (fun h => B (A h)).
  Proof. intros [A1 A2] [B1 B2]. split; intros; [now rewrite A1, B1|now rewrite A2, B2]. Qed.
  Lemma bounded_compose (A : U -> V) (B : V -> W) : bounded A -> bounded B -> bounded (fun h => B (A h)).
  Proof.
    intros [K [HK HA]] [M [HM HB]]. exists (M * K). split; [now apply Rmult_lt_0_compat|]. intro u.
    eapply Rle_trans; [apply HB|]. rewrite Rmult_assoc. apply Rmult_le_compat_l; [lra|apply HA].
  Qed.

  (* a map with a differential is Lipschitz at the point: ‖F(x + h) - F(x)‖ ≤ K‖h‖ *)
  Lemma differential_growth (F : U -> V) x A : has_differential F x A ->
    exists K δ, 0 < K /\ 0 < δ /\ forall h, ‖h‖ < δ -> norm (F (x ⊕ h) ⊖ F x) <= K * ‖h‖.
  Proof.
    intros [_ [[K [HK B]] O]]. destruct (little_o_bound _ O) as [δ [Hδ D]]. exists (K + 1), δ.
    repeat split; [lra|assumption|]. intros h Hh. specialize (D h Hh). specialize (B h).
    replace (F (x ⊕ h) ⊖ F x) with ((F (x ⊕ h) ⊖ F x ⊖ A h) ⊕ A h) by vector.
    eapply Rle_trans; [apply norm_triangle|lra].
  Qed.

  (* The chain rule *)
  Theorem differential_compose (F : U -> V) (G : V -> W) x A B :
    has_differential F x A -> has_differential G (F x) B -> has_differential (fun u => G (F u)) x (fun h => B (A h)).
  Proof.
    intros HF HG. destruct (differential_growth F x A HF) as [K [δ [HK [Hδ Gr]]]].
    destruct HF as [LA [BA OF]], HG as [LB [BB OG]].
    split; [now apply linear_compose|split; [now apply bounded_compose|]].
    apply little_o_ext with (r := fun h => (G (F x ⊕ (F (x ⊕ h) ⊖ F x)) ⊖ G (F x) ⊖ B (F (x ⊕ h) ⊖ F x)) ⊕ B (F (x ⊕ h) ⊖ F x ⊖ A h)).
    - intro h. replace (F x ⊕ (F (x ⊕ h) ⊖ F x)) with (F (x ⊕ h)) by vector. rewrite (linear_sub B _ (A h) LB). vector.
    - apply little_o_add; [|now apply bounded_little_o].
      now apply (little_o_compose (fun k => G (F x ⊕ k) ⊖ G (F x) ⊖ B k) _ K δ).
  Qed.

  Lemma differential_const (c : V) (x : U) : has_differential (fun _ => c) x (fun _ => zero).
  Proof.
    split; [split; intros; vector|split; [exists 1; split; [lra|]; intro u; rewrite norm_zero; pose proof (norm_pos u); lra|]].
    apply little_o_ext with (r := fun _ => zero); [intro; vector|apply little_o_zero].
  Qed.
  Lemma differential_linear (A : U -> V) x : linear A -> bounded A -> has_differential A x A.
  Proof.
    intros L B. split; [assumption|split; [assumption|]].
    apply little_o_ext with (r := fun _ => zero); [intro h; rewrite (proj1 L); vector|apply little_o_zero].
  Qed.
  Lemma differential_add (F G : U -> V) x A B :
    has_differential F x A -> has_differential G x B -> has_differential (fun u => F u ⊕ G u) x (fun h => A h ⊕ B h).
  Proof.
    intros [[A1 A2] [[K [HK HA]] OA]] [[B1 B2] [[M [HM HB]] OB]]. split; [|split].
    - split; intros; [rewrite A1, B1|rewrite A2, B2]; vector.
    - exists (K + M). split; [lra|]. intro u. specialize (HA u). specialize (HB u). eapply Rle_trans; [apply norm_triangle|lra].
    - eapply little_o_ext; [|exact (little_o_add _ _ OA OB)]. intro h. vector.
  Qed.
  Lemma linear_scale a : linear (fun v : V => a ⋅ v).
  Proof. split; intros; vector. Qed.
  Lemma bounded_scale a : bounded (fun v : V => a ⋅ v).
  Proof.
    exists (Rabs a + 1). pose proof (Rabs_pos a). split; [lra|]. intro u. rewrite norm_scale. pose proof (norm_pos u).
    apply Rmult_le_compat_r; lra.
  Qed.
End Differentials.

Section MoreDifferentials.
  Context {U V : space}.

  Lemma differential_id (x : U) : has_differential (fun u => u) x (fun h => h).
  Proof. apply (differential_linear (fun u : U => u)); [now split|exists 1; split; [lra|intro; lra]]. Qed.
  Lemma differential_scale a (F : U -> V) x A : has_differential F x A -> has_differential (fun u => a ⋅ F u) x (fun h => a ⋅ A h).
  Proof.
    intro H. apply (differential_compose F (fun v => a ⋅ v)); [exact H|].
    apply differential_linear; [apply linear_scale|apply bounded_scale].
  Qed.
  Lemma differential_sub (F G : U -> V) x A B :
    has_differential F x A -> has_differential G x B -> has_differential (fun u => F u ⊖ G u) x (fun h => A h ⊖ B h).
  Proof. intros HF HG. apply differential_add; [assumption|now apply differential_scale]. Qed.

  (* (F, G) into a product *)
  Lemma differential_pair {W : space} (F : U -> V) (G : U -> W) x A B :
    has_differential F x A -> has_differential G x B ->
    has_differential (fun u => (F u, G u) : V ⊗ W) x (fun h => (A h, B h) : V ⊗ W).
  Proof.
    intros [[A1 A2] [[K [HK HA]] OA]] [[B1 B2] [[M [HM HB]] OB]]. split; [|split].
    - split; intros; [rewrite A1, B1|rewrite A2, B2]; reflexivity.
    - exists (K + M). split; [lra|]. intro u. specialize (HA u). specialize (HB u). eapply Rle_trans; [apply pair_norm|simpl; lra].
    - intros ε Hε. destruct (OA (ε / 2)) as [δ1 [P1 B3]]; [lra|]. destruct (OB (ε / 2)) as [δ2 [P2 B4]]; [lra|].
      exists (Rmin δ1 δ2). split; [now apply Rmin_pos|]. intros h Hh.
      specialize (B3 h (Rlt_le_trans _ _ _ Hh (Rmin_l _ _))). specialize (B4 h (Rlt_le_trans _ _ _ Hh (Rmin_r _ _))).
      eapply Rle_trans; [apply pair_norm|]. unfold sub in *. simpl in *. lra.
  Qed.

  Lemma differential_fst (x : U ⊗ V) : has_differential (fun p : U ⊗ V => fst p) x (fun p => fst p).
  Proof. apply differential_linear; [now split|]. exists 1. split; [lra|]. intro p. pose proof (fst_norm p). lra. Qed.
  Lemma differential_snd (x : U ⊗ V) : has_differential (fun p : U ⊗ V => snd p) x (fun p => snd p).
  Proof. apply differential_linear; [now split|]. exists 1. split; [lra|]. intro p. pose proof (snd_norm p). lra. Qed.
End MoreDifferentials.

(* A map into n copies has a differential as soon as each of its entries has one. *)
Lemma differential_entries {U V : space} {n} (F : U -> V ^^ n) x (A : U -> V ^^ n) :
  (forall i, has_differential (fun u => F u i) x (fun h => A h i)) -> has_differential F x A.
Proof.
  intro H. split; [|split].
  - split; intros; apply tuple_ext; intro i; destruct (H i) as [[A1 A2] _]; [apply A1|apply A2].
  - destruct (common_bound (fun i K => forall u, norm (A u i) <= K * ‖u‖)) as [K [HK B]].
    + intros i K M HK KM u. specialize (HK u). pose proof (norm_pos u). nra.
    + intro i. apply (H i).
    + pose proof (pos_INR n). exists (INR n * K + 1). split; [nra|]. intro u. eapply Rle_trans; [apply tuple_norm|].
      eapply Rle_trans; [apply (sum_le _ (fun _ => K * ‖u‖)); intro i; apply B|]. rewrite sum_const. pose proof (norm_pos u). lra.
  - intros ε Hε. pose proof (pos_INR n). set (η := ε / (INR n + 1)).
    assert (Hη : 0 < η) by (apply Rdiv_lt_0_compat; lra).
    destruct (common_radius (fun i δ => forall h, ‖h‖ < δ -> norm (F (x ⊕ h) i ⊖ F x i ⊖ A h i) <= η * ‖h‖)) as [δ [Hδ B]].
    + intros i δ δ' Hi L h Hh. apply Hi. lra.
    + intro i. destruct (H i) as [_ [_ O]]. now apply O.
    + exists δ. split; [assumption|]. intros h Hh. eapply Rle_trans; [apply tuple_norm|].
      eapply Rle_trans; [apply (sum_le _ (fun _ => η * ‖h‖)); intro i; now apply B|]. rewrite sum_const.
      replace ε with ((INR n + 1) * η) by (unfold η; field; lra). pose proof (norm_pos h). nra.
Qed.
Lemma differential_entry {U V : space} {n} (F : U -> V ^^ n) x (A : U -> V ^^ n) i :
  has_differential F x A -> has_differential (fun u => F u i) x (fun h => A h i).
Proof.
  intro H. apply (differential_compose F (fun v : V ^^ n => v i) x A (fun v => v i)); [exact H|].
  apply differential_linear; [now split|]. exists 1. split; [lra|]. intro u. pose proof (entry_norm u i). lra.
Qed.

(* ⟨F, G⟩, the product rule *)
Lemma differential_inner {U V : space} (F G : U -> V) x A B : has_differential F x A -> has_differential G x B ->
  has_differential (fun u => ⟨F u, G u⟩ : ℝ) x (fun h => ⟨A h, G x⟩ + ⟨F x, B h⟩ : ℝ).
Proof.
  intros HF HG.
  apply (differential_compose (fun u => (F u, G u) : V ⊗ V) (fun p : V ⊗ V => ⟨fst p, snd p⟩ : ℝ) x
           (fun h => (A h, B h) : V ⊗ V) (fun p : V ⊗ V => ⟨fst p, G x⟩ + ⟨F x, snd p⟩ : ℝ)); [now apply differential_pair|].
  split; [|split].
  - split; intros; simpl; autorewrite with inner; ring.
  - exists (norm (G x) + norm (F x) + 1). pose proof (norm_pos (G x)). pose proof (norm_pos (F x)). split; [lra|].
    intro p. rewrite line_norm. eapply Rle_trans; [apply Rabs_triang|].
    pose proof (cauchy_schwarz_abs (fst p) (G x)). pose proof (cauchy_schwarz_abs (F x) (snd p)).
    pose proof (fst_norm p). pose proof (snd_norm p). pose proof (norm_pos p).
    assert (norm (fst p) * norm (G x) <= ‖p‖ * norm (G x)) by (apply Rmult_le_compat_r; lra).
    assert (norm (F x) * norm (snd p) <= norm (F x) * ‖p‖) by (apply Rmult_le_compat_l; lra). lra.
  - apply (little_o_square _ 1); [lra|]. intros [h k]. rewrite line_norm, !line_sub. simpl.
    replace (⟨F x ⊕ h, G x ⊕ k⟩ - ⟨F x, G x⟩ - (⟨h, G x⟩ + ⟨F x, k⟩)) with (⟨h, k⟩) by inner_ring.
    eapply Rle_trans; [apply cauchy_schwarz_abs|]. unfold sqnorm. simpl.
    pose proof (norm_sqr h). pose proof (norm_sqr k). unfold sqnorm in *. nra.
Qed.
