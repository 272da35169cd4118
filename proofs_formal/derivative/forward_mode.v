(* mfds/14.3.3: section 14.3.3. On every computational graph, ∂x_k/∂x_1 = Σ_ℓ ∂f_k/∂x_ℓ ∂x_ℓ/∂x_1 from ∂x_1/∂x_1 = 1 and 0 for the other inputs gives the
   derivatives of all nodes in the input; dual numbers carry it, and have the printed rules; example (14.19). *)
From Verigrad.base Require Import inner_product sums spaces differential gradient programs.
From Verigrad.derivative Require differential_uniqueness.

(* all nodes, in every direction h of the inputs; h = e_1 is the text's *)
Theorem conclusion {s t} (p : program s t) (x : ℝ ^^ s) : differentiable_run p x -> has_differential (run p) x (forward p x).
Proof. apply forward_differential. Qed.
Theorem conclusion_recursion {s t} (before : program s t) f grad (x h : ℝ ^^ s) :
  forward (node before f grad) x h Fin.F1 = sum (fun l => grad (run before x) l * forward before x h l) /\
  forall l, forward (node before f grad) x h (Fin.FS l) = forward before x h l.
Proof. split; reflexivity. Qed.

(* ---- dual numbers x + εx′, ε² = 0 *)
Definition dual : Type := (R * R)%type.
Definition dual_add (a b : dual) : dual := (fst a + fst b, snd a + snd b).
Definition dual_mul (a b : dual) : dual := (fst a * fst b, fst a * snd b + snd a * fst b).
Definition dual_inv (a : dual) : dual := (/ fst a, - (snd a / (fst a * fst a))).
Definition dual_lift (f f' : R -> R) (a : dual) : dual := (f (fst a), f' (fst a) * snd a).
(* a curve that a dual number describes *)
Definition describes (a : dual) (c : R -> R) (t : R) : Prop := c t = fst a /\ derivable_pt_lim c t (snd a).

Lemma derivative_inv x : x <> 0 -> derivable_pt_lim Rinv x (- / (x * x)).
Proof.
  intro N. pose proof (derivable_pt_lim_div (fct_cte 1) id x 0 1 (derivable_pt_lim_const 1 x) (derivable_pt_lim_id x) N) as D.
  eapply derivative_ext; [exact D| |].
  - intro y. unfold div_fct, fct_cte, id, Rdiv. ring.
  - unfold fct_cte, id, Rsqr. field. assumption.
Qed.
Theorem conclusion_dual_rules a b c d t : describes a c t -> describes b d t ->
  describes (dual_add a b) (fun s => c s + d s) t /\ describes (dual_mul a b) (fun s => c s * d s) t /\
  (fst a <> 0 -> describes (dual_inv a) (fun s => / c s) t).
Proof.
  intros [E D] [E' D']. repeat split; simpl.
  - now rewrite E, E'.
  - now apply derivable_pt_lim_plus.
  - now rewrite E, E'.
  - eapply derivative_ext; [apply (derivable_pt_lim_mult c d); [exact D|exact D']|reflexivity|]. rewrite E, E'. ring.
  - now rewrite E.
  - rewrite <- E in H. eapply derivative_ext; [apply (derivable_pt_lim_comp c Rinv); [exact D|now apply derivative_inv]|reflexivity|].
    rewrite E in *. field. assumption.
Qed.
(* (f ∘ g)(x + ε) = f(g(x)) + εf′(g(x))g′(x) *)
Theorem conclusion_dual_functions f f' a c t : describes a c t -> derivable_pt_lim f (fst a) (f' (fst a)) ->
  describes (dual_lift f f' a) (fun s => f (c s)) t.
Proof. intros [E D] F. split; simpl; [now rewrite E|]. rewrite <- E in *. exact (derivable_pt_lim_comp c f t _ _ D F). Qed.

(* ---- (14.19): f(x, y) = y log x + √(y log x) *)
Theorem conclusion_example x y : 0 < x -> 0 < y * ln x ->
  derivable_pt_lim (fun x => y * ln x + sqrt (y * ln x)) x (y * / x + / (2 * sqrt (y * ln x)) * (y * / x)) /\
  derivable_pt_lim (fun y => y * ln x + sqrt (y * ln x)) y (ln x + / (2 * sqrt (y * ln x)) * ln x).
Proof.
  intros Hx Hb. split.
  - assert (B : derivable_pt_lim (fun x => y * ln x) x (y * / x)) by (apply (derivable_pt_lim_scal ln), derivable_pt_lim_ln, Hx).
    apply derivable_pt_lim_plus; [exact B|].
    exact (derivable_pt_lim_comp (fun x => y * ln x) sqrt x _ _ B (derivable_pt_lim_sqrt _ Hb)).
  - assert (B : derivable_pt_lim (fun y => y * ln x) y (ln x)).
    { eapply derivative_ext; [apply (derivable_pt_lim_scal id (ln x)), derivable_pt_lim_id| |]; [intro s; unfold mult_real_fct, id; ring|ring]. }
    apply derivable_pt_lim_plus; [exact B|].
    exact (derivable_pt_lim_comp (fun y => y * ln x) sqrt y _ _ B (derivable_pt_lim_sqrt _ Hb)).
Qed.
