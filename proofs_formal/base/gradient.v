(* Gradients of real functions, velocities of curves, derivatives on the line: differentials by their representing vector. *)
From Verigrad.base Require Import inner_product sums spaces differential.

(* f(x + h) = f(x) + ⟨g, h⟩ + o(‖h‖) *)
Definition has_gradient {V : space} (f : V -> R) (x g : V) : Prop := little_o (fun h => f (x ⊕ h) - f x - ⟨g, h⟩ : ℝ).
(* c(t + h) = c(t) + h v + o(h) *)
Definition has_velocity {V : space} (c : R -> V) (t : R) (v : V) : Prop := little_o (fun h : ℝ => c (t + h) ⊖ c t ⊖ h ⋅ v).

Section Representations.
  Context {V : space}.
  Implicit Types (f : V -> R) (c : R -> V).

  Lemma linear_inner (g : V) : linear (fun h => ⟨g, h⟩ : ℝ).
  Proof. split; intros; simpl; autorewrite with inner; reflexivity. Qed.
  Lemma bounded_inner (g : V) : bounded (fun h => ⟨g, h⟩ : ℝ).
  Proof.
    exists (‖g‖ + 1). pose proof (norm_pos g). split; [lra|]. intro h. rewrite line_norm.
    pose proof (cauchy_schwarz_abs g h). pose proof (norm_pos h). lra.
  Qed.
  Lemma gradient_iff_differential f x g : has_gradient f x g <-> has_differential (f : V -> ℝ) x (fun h => ⟨g, h⟩ : ℝ).
  Proof.
    assert (E : forall h, (f (x ⊕ h) - f x - ⟨g, h⟩ : R) = @sub ℝ (@sub ℝ (f (x ⊕ h)) (f x)) ⟨g, h⟩) by (intro; rewrite !line_sub; ring).
    split; intro H.
    - split; [apply linear_inner|split; [apply bounded_inner|]]. eapply little_o_ext; [exact E|exact H].
    - destruct H as [_ [_ O]]. eapply little_o_ext; [intro h; symmetry; apply E|exact O].
  Qed.
  Lemma velocity_iff_differential c t v : has_velocity c t v <-> has_differential (c : ℝ -> V) t (fun h : ℝ => h ⋅ v).
  Proof.
    split; [|intros [_ [_ O]]; exact O]. intro O. split; [split; intros; simpl; vector|split; [|exact O]].
    exists (‖v‖ + 1). pose proof (norm_pos v). split; [lra|]. intro h. rewrite norm_scale, line_norm.
    pose proof (Rabs_pos h). lra.
  Qed.
End Representations.

(* The derivative of a real function, as the standard library defines it *)
Lemma derivative_iff_differential (φ : R -> R) t l :
  derivable_pt_lim φ t l <-> has_differential (φ : ℝ -> ℝ) t (fun h : ℝ => (l * h : ℝ)).
Proof.
  split; intro H.
  - split; [split; intros; simpl; ring|split].
    + exists (Rabs l + 1). pose proof (Rabs_pos l). split; [lra|]. intro h. rewrite !line_norm, Rabs_mult.
      pose proof (Rabs_pos h). lra.
    + intros ε Hε. destruct (H ε Hε) as [δ B]. exists δ. split; [apply cond_pos|]. intros h Hh. rewrite line_norm in Hh. rewrite !line_norm.
      rewrite !line_sub. simpl in *. destruct (Req_dec h 0) as [->|N].
      * rewrite Rplus_0_r. replace (φ t - φ t - l * 0) with 0 by ring. rewrite Rabs_R0. lra.
      * specialize (B h N Hh). replace (φ (t + h) - φ t - l * h) with (((φ (t + h) - φ t) / h - l) * h) by (field; assumption).
        rewrite Rabs_mult. apply Rmult_le_compat_r; [apply Rabs_pos|lra].
  - destruct H as [_ [_ O]]. intros ε Hε. destruct (O (ε / 2)) as [δ [Hδ B]]; [lra|]. exists (mkposreal δ Hδ).
    intros h N Hh. simpl in Hh. specialize (B h). rewrite !line_norm, !line_sub in B. simpl in B. specialize (B Hh).
    replace ((φ (t + h) - φ t) / h - l) with ((φ (t + h) - φ t - l * h) * / h) by (field; assumption).
    rewrite Rabs_mult, Rabs_inv. assert (0 < Rabs h) by (now apply Rabs_pos_lt).
    apply Rle_lt_trans with (ε / 2 * Rabs h * / Rabs h).
    + apply Rmult_le_compat_r; [left; now apply Rinv_0_lt_compat|exact B].
    + rewrite Rmult_assoc, Rinv_r; lra.
Qed.

(* ---- chain rules *)
(* ∇(f ∘ F)(x) = A† ∇f(F(x)) *)
Theorem gradient_of_composition {U V : space} (f : V -> R) (F : U -> V) x g A A' :
  has_differential F x A -> adjoint A A' -> has_gradient f (F x) g -> has_gradient (fun u => f (F u)) x (A' g).
Proof.
  intros HF Adj Hf. apply gradient_iff_differential in Hf. apply gradient_iff_differential.
  apply differential_ext with (F := fun u => f (F u)) (A := fun h => ⟨g, A h⟩ : ℝ); [reflexivity|intro h; symmetry; apply Adj|].
  exact (differential_compose F (f : V -> ℝ) x A _ HF Hf).
Qed.
(* d/dt f(c(t)) = ⟨∇f(c(t)), c′(t)⟩ *)
Theorem chain_rule {V : space} (f : V -> R) (c : R -> V) t g v :
  has_gradient f (c t) g -> has_velocity c t v -> derivable_pt_lim (fun s => f (c s)) t ⟨g, v⟩.
Proof.
  intros Hf Hc. apply gradient_iff_differential in Hf. apply velocity_iff_differential in Hc. apply derivative_iff_differential.
  eapply differential_ext; [reflexivity| |exact (differential_compose (c : ℝ -> V) (f : V -> ℝ) t _ _ Hc Hf)].
  intro h. simpl. rewrite inner_scale_r. ring.
Qed.
(* of a real function of a real function of vectors *)
Theorem gradient_of_real_function {V : space} (φ : R -> R) (f : V -> R) x g l :
  has_gradient f x g -> derivable_pt_lim φ (f x) l -> has_gradient (fun u => φ (f u)) x (l ⋅ g).
Proof.
  intros Hf Hφ. apply gradient_iff_differential in Hf. apply derivative_iff_differential in Hφ. apply gradient_iff_differential.
  eapply differential_ext; [reflexivity| |exact (differential_compose (f : V -> ℝ) (φ : ℝ -> ℝ) x _ _ Hf Hφ)].
  intro h. simpl. now rewrite inner_scale_l.
Qed.

(* ---- rules for gradients *)
Section Gradients.
  Context {V : space}.
  Implicit Types (f φ : V -> R) (x g h : V).

  Lemma gradient_ext f φ x g h : has_gradient f x g -> (forall u, f u = φ u) -> g = h -> has_gradient φ x h.
  Proof. intros H E <-. eapply little_o_ext; [|exact H]. intro u. simpl. now rewrite !E. Qed.
  Lemma gradient_add f φ x g h : has_gradient f x g -> has_gradient φ x h -> has_gradient (fun u => f u + φ u) x (g ⊕ h).
  Proof.
    intros Hf Hφ. eapply little_o_ext; [|exact (little_o_add _ _ Hf Hφ)]. intro u. simpl. rewrite inner_add_l. ring.
  Qed.
  Lemma gradient_scale a f x g : has_gradient f x g -> has_gradient (fun u => a * f u) x (a ⋅ g).
  Proof.
    intro H. eapply little_o_ext; [|exact (bounded_little_o (fun v : ℝ => a ⋅ v) _ (bounded_scale a) H)].
    intro u. simpl. rewrite inner_scale_l. ring.
  Qed.
  Lemma gradient_const a x : has_gradient (fun _ => a) x zero.
  Proof. eapply little_o_ext; [|apply little_o_zero]. intro u. simpl. rewrite inner_zero_l. ring. Qed.
  Lemma gradient_linear g x : has_gradient (fun u => ⟨g, u⟩) x g.
  Proof. eapply little_o_ext; [|apply little_o_zero]. intro u. simpl. rewrite inner_add_r. ring. Qed.
  (* |f(x + h) - f(x) - ⟨g, h⟩| ≤ K‖h‖² *)
  Lemma gradient_of_quadratic_bound f x g K : 0 < K -> (forall h, Rabs (f (x ⊕ h) - f x - ⟨g, h⟩) <= K * ‖h‖²) -> has_gradient f x g.
  Proof. intros HK B. apply (little_o_square _ K HK). intro h. rewrite line_norm. apply B. Qed.
  Lemma gradient_sqnorm x : has_gradient (@sqnorm V) x (2 ⋅ x).
  Proof.
    apply gradient_of_quadratic_bound with 1; [lra|]. intro h.
    replace (sqnorm (x ⊕ h) - ‖x‖² - ⟨2 ⋅ x, h⟩) with (‖h‖²) by inner_ring. rewrite Rabs_pos_eq by apply sqnorm_pos. lra.
  Qed.
  Lemma gradient_sum {n} (f : index n -> V -> R) x (g : index n -> V) (total : V) :
    (forall i, has_gradient (f i) x (g i)) -> (forall v, ⟨total, v⟩ = sum (fun i => ⟨g i, v⟩)) ->
    has_gradient (fun u => sum (fun i => f i u)) x total.
  Proof.
    intros H E. apply gradient_iff_differential.
    assert (D : has_differential (fun u => (fun i => f i u) : ℝ ^^ n) x (fun h => (fun i => ⟨g i, h⟩) : ℝ ^^ n)).
    { apply differential_entries. intro i. apply gradient_iff_differential, H. }
    apply differential_ext with (F := fun u => ⟨(fun _ => 1) : ℝ ^^ n, (fun i => f i u) : ℝ ^^ n⟩ : ℝ)
      (A := fun h => ⟨(fun _ => 1) : ℝ ^^ n, (fun i => ⟨g i, h⟩) : ℝ ^^ n⟩ : ℝ).
    - intro u. simpl. apply sum_ext. intro i. ring.
    - intro h. rewrite E. simpl. apply sum_ext. intro i. ring.
    - apply (differential_compose _ (fun v : ℝ ^^ n => ⟨(fun _ => 1) : ℝ ^^ n, v⟩ : ℝ) x _ _ D).
      apply differential_linear; [apply linear_inner|apply bounded_inner].
  Qed.
End Gradients.

(* ---- rules for velocities *)
Section Velocities.
  Context {V : space}.
  Implicit Types (c d : R -> V) (v w x : V).

  Lemma velocity_ext c d t v w : has_velocity c t v -> (forall s, c s = d s) -> v = w -> has_velocity d t w.
  Proof. intros H E <-. eapply little_o_ext; [|exact H]. intro h. simpl. now rewrite !E. Qed.
  Lemma velocity_add c d t v w : has_velocity c t v -> has_velocity d t w -> has_velocity (fun s => c s ⊕ d s) t (v ⊕ w).
  Proof. intros Hc Hd. eapply little_o_ext; [|exact (little_o_add _ _ Hc Hd)]. intro h. simpl. vector. Qed.
  Lemma velocity_scale a c t v : has_velocity c t v -> has_velocity (fun s => a ⋅ c s) t (a ⋅ v).
  Proof. intro H. eapply little_o_ext; [|exact (bounded_little_o (fun v : V => a ⋅ v) _ (bounded_scale a) H)]. intro h. simpl. vector. Qed.
  Lemma velocity_sub c d t v w : has_velocity c t v -> has_velocity d t w -> has_velocity (fun s => c s ⊖ d s) t (v ⊖ w).
  Proof. intros Hc Hd. apply velocity_add; [exact Hc|now apply velocity_scale]. Qed.
  Lemma velocity_const x t : has_velocity (fun _ => x) t zero.
  Proof. eapply little_o_ext; [|apply little_o_zero]. intro h. simpl. vector. Qed.
  Lemma velocity_line x v t : has_velocity (fun s => x ⊕ s ⋅ v) t v.
  Proof. eapply little_o_ext; [|apply little_o_zero]. intro h. simpl. vector. Qed.
  (* a real factor *)
  Lemma velocity_scaled (a : R -> R) c t l v : derivable_pt_lim a t l -> has_velocity c t v ->
    has_velocity (fun s => a s ⋅ c s) t (l ⋅ c t ⊕ a t ⋅ v).
  Proof.
    intros Ha Hc. apply derivative_iff_differential in Ha. apply velocity_iff_differential in Hc. apply velocity_iff_differential.
    assert (D : has_differential (fun p : ℝ ⊗ V => fst p ⋅ snd p) ((a t, c t) : ℝ ⊗ V) (fun p : ℝ ⊗ V => fst p ⋅ c t ⊕ a t ⋅ snd p)).
    { split; [|split].
      - split; intros; simpl; vector.
      - exists (norm (c t) + Rabs (a t) + 1). pose proof (norm_pos (c t)). pose proof (Rabs_pos (a t)). split; [lra|]. intro p.
        eapply Rle_trans; [apply norm_triangle|]. rewrite !norm_scale.
        pose proof (fst_norm p) as F. pose proof (snd_norm p) as S. rewrite line_norm in F. pose proof (norm_pos p).
        assert (Rabs (fst p) * norm (c t) <= ‖p‖ * norm (c t)) by (apply Rmult_le_compat_r; assumption).
        assert (Rabs (a t) * norm (snd p) <= Rabs (a t) * ‖p‖) by (apply Rmult_le_compat_l; assumption). lra.
      - apply (little_o_square _ 1); [lra|]. intros [h k]. simpl.
        replace ((a t + h) ⋅ (c t ⊕ k) ⊖ a t ⋅ c t ⊖ (h ⋅ c t ⊕ a t ⋅ k)) with (h ⋅ k) by vector.
        rewrite norm_scale. unfold sqnorm. simpl. pose proof (norm_sqr k) as Q. unfold sqnorm in Q.
        pose proof (Rsqr_abs h) as A. unfold Rsqr in A. rewrite A, <- Q. nra. }
    eapply differential_ext; [reflexivity| |exact (differential_compose (fun s : ℝ => (a s, c s) : ℝ ⊗ V) _ t _ _ (differential_pair _ _ _ _ _ Ha Hc) D)].
    intro h. simpl. vector.
  Qed.
  Lemma along_line (f : V -> R) x v t g :
    has_gradient f (x ⊕ t ⋅ v) g -> derivable_pt_lim (fun s => f (x ⊕ s ⋅ v)) t ⟨g, v⟩.
  Proof. intro H. apply (chain_rule f (fun s => x ⊕ s ⋅ v)); [exact H|apply velocity_line]. Qed.
  Lemma derivative_sqnorm c t v : has_velocity c t v -> derivable_pt_lim (fun s => sqnorm (c s)) t (2 * ⟨c t, v⟩).
  Proof. intro H. rewrite <- inner_scale_l. apply (chain_rule (@sqnorm V)); [apply gradient_sqnorm|exact H]. Qed.
  Lemma derivative_inner c d t v w : has_velocity c t v -> has_velocity d t w ->
    derivable_pt_lim (fun s => ⟨c s, d s⟩) t (⟨v, d t⟩ + ⟨c t, w⟩).
  Proof.
    intros Hc Hd. apply velocity_iff_differential in Hc. apply velocity_iff_differential in Hd. apply derivative_iff_differential.
    eapply differential_ext; [reflexivity| |exact (differential_inner _ _ _ _ _ Hc Hd)]. intro h. simpl. autorewrite with inner. ring.
  Qed.
End Velocities.

(* ---- real functions *)
Lemma derivative_ext (φ ψ : R -> R) t l m :
  derivable_pt_lim φ t l -> (forall s, φ s = ψ s) -> l = m -> derivable_pt_lim ψ t m.
Proof. intros H E <- ε Hε. destruct (H ε Hε) as [δ B]. exists δ. intros h N Hh. rewrite <- !E. now apply B. Qed.
Lemma derivative_quadratic a b t : derivable_pt_lim (fun s => a * s + b * (s * s)) t (a + 2 * b * t).
Proof.
  apply derivative_ext with (φ := (mult_real_fct a id + mult_real_fct b (id * id))%F) (l := a * 1 + b * (1 * id t + id t * 1)).
  - apply derivable_pt_lim_plus; apply derivable_pt_lim_scal; [|apply derivable_pt_lim_mult]; apply derivable_pt_lim_id.
  - reflexivity.
  - unfold id. ring.
Qed.
Lemma derivative_exp a t : derivable_pt_lim (fun s => exp (a * s)) t (a * exp (a * t)).
Proof.
  apply derivative_ext with (φ := comp exp (mult_real_fct a id)) (l := exp (a * id t) * (a * 1)).
  - apply (derivable_pt_lim_comp (mult_real_fct a id) exp); [apply derivable_pt_lim_scal, derivable_pt_lim_id|apply derivable_pt_lim_exp].
  - reflexivity.
  - unfold id. ring.
Qed.

(* A function whose derivative has one sign on [a, b] is monotone there. *)
Lemma nonincreasing (φ φ' : R -> R) a b : a <= b ->
  (forall t, a <= t <= b -> derivable_pt_lim φ t (φ' t)) -> (forall t, a <= t <= b -> φ' t <= 0) -> φ b <= φ a.
Proof.
  intros [H| ->] D S; [|lra]. destruct (MVT_cor2 φ φ' a b H D) as [c [E Hc]].
  assert (φ' c <= 0) by (apply S; lra). nra.
Qed.
Lemma nondecreasing (φ φ' : R -> R) a b : a <= b ->
  (forall t, a <= t <= b -> derivable_pt_lim φ t (φ' t)) -> (forall t, a <= t <= b -> 0 <= φ' t) -> φ a <= φ b.
Proof.
  intros [H| ->] D S; [|lra]. destruct (MVT_cor2 φ φ' a b H D) as [c [E Hc]].
  assert (0 <= φ' c) by (apply S; lra). nra.
Qed.
Lemma constant_on (φ : R -> R) a b : a <= b -> (forall t, a <= t <= b -> derivable_pt_lim φ t 0) -> φ b = φ a.
Proof.
  intros H D. apply Rle_antisym; [apply (nonincreasing φ (fun _ => 0))|apply (nondecreasing φ (fun _ => 0))]; auto; intros; lra.
Qed.

(* A curve whose velocity is at most M is M-Lipschitz. *)
Lemma velocity_bound {V : space} (c : R -> V) (v : R -> V) a b M : a <= b ->
  (forall t, a <= t <= b -> has_velocity c t (v t)) -> (forall t, a <= t <= b -> norm (v t) <= M) -> norm (c b ⊖ c a) <= M * (b - a).
Proof.
  intros Hab D B. set (u := c b ⊖ c a). pose proof (norm_pos u) as P. destruct (Req_dec (norm u) 0) as [->|N].
  - assert (0 <= M) by (eapply Rle_trans; [apply (norm_pos (v a))|apply (B a); lra]). nra.
  - apply Rmult_le_reg_l with (norm u); [lra|]. rewrite norm_sqr.
    assert (H : ⟨c b, u⟩ - M * norm u * b <= ⟨c a, u⟩ - M * norm u * a).
    { apply (nonincreasing (fun t => ⟨c t, u⟩ - M * norm u * t) (fun t => (⟨v t, u⟩ + ⟨c t, zero⟩) - M * norm u * 1) a b Hab).
      - intros t Ht. apply derivable_pt_lim_minus; [apply (derivative_inner c (fun _ => u)); [now apply D|apply velocity_const]|].
        apply (derivable_pt_lim_scal id), derivable_pt_lim_id.
      - intros t Ht. rewrite inner_zero_r. pose proof (cauchy_schwarz (v t) u). specialize (B t Ht).
        assert (norm (v t) * norm u <= M * norm u) by (apply Rmult_le_compat_r; lra). lra. }
    replace (‖u‖²) with (⟨c b, u⟩ - ⟨c a, u⟩) by (unfold u; inner_ring). lra.
Qed.
