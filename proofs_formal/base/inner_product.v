(* Real inner-product spaces, of finite or infinite dimension, by six laws; the rest follows. *)
From Coq Require Export Reals Lra.
Open Scope R_scope.

Record space : Type := Space {
  carrier :> Type;
  zero : carrier;
  add : carrier -> carrier -> carrier;
  scale : R -> carrier -> carrier;
  inner : carrier -> carrier -> R;
  inner_sym : forall u v, inner u v = inner v u;
  inner_zero_l : forall v, inner zero v = 0;
  inner_add_l : forall u v w, inner (add u v) w = inner u w + inner v w;
  inner_scale_l : forall a u w, inner (scale a u) w = a * inner u w;
  inner_pos : forall u, 0 <= inner u u;
  (* ‖u - v‖² = 0 for u = v only *)
  inner_definite : forall u v, inner u u - 2 * inner u v + inner v v = 0 -> u = v
}.

Arguments zero {s}.
Arguments add {s} u v.
Arguments scale {s} a u.
Arguments inner {s} u v.

Definition sub {V : space} (u v : V) : V := add u (scale (-1) v).
Definition opp {V : space} (u : V) : V := scale (-1) u.
Definition sqnorm {V : space} (u : V) : R := inner u u.
Definition norm {V : space} (u : V) : R := sqrt (inner u u).

Infix "⊕" := add (at level 50, left associativity).
Infix "⊖" := sub (at level 50, left associativity).
Notation "⊖ u" := (opp u) (at level 35, right associativity).
Infix "⋅" := scale (at level 40, left associativity).
Notation "⟨ u , v ⟩" := (inner u v) (at level 0, u at level 99, v at level 99).
Notation "‖ u ‖" := (norm u) (at level 35, u at level 99).
Notation "‖ u ‖²" := (sqnorm u) (at level 35, u at level 99).

Section Laws.
  Context {V : space}.
  Implicit Types u v w : V.

  Lemma inner_zero_r v : ⟨v, zero⟩ = 0.
  Proof. rewrite inner_sym. apply inner_zero_l. Qed.
  Lemma inner_add_r u v w : ⟨w, u ⊕ v⟩ = ⟨w, u⟩ + ⟨w, v⟩.
  Proof. now rewrite inner_sym, inner_add_l, (inner_sym _ u), (inner_sym _ v). Qed.
  Lemma inner_scale_r a u w : ⟨w, a ⋅ u⟩ = a * ⟨w, u⟩.
  Proof. now rewrite inner_sym, inner_scale_l, (inner_sym _ u). Qed.
End Laws.

Global Hint Rewrite @inner_zero_l @inner_zero_r @inner_add_l @inner_add_r @inner_scale_l @inner_scale_r : inner.

(* Of ⟨u, v⟩ and ⟨v, u⟩ only one is left. *)
Ltac inner_symmetry :=
  repeat match goal with
  | |- context [@inner ?V ?u ?v] =>
      assert_fails (constr_eq u v);
      match goal with |- context [@inner V v u] => rewrite (@inner_sym V v u) end
  end.
Ltac inner_expand := unfold sqnorm, sub, opp; autorewrite with inner; inner_symmetry.
(* Identities between inner products: polynomials in the ⟨u, v⟩. *)
Ltac inner_ring := intros; inner_expand; ring.
Ltac inner_field := intros; inner_expand; field.
(* Identities between vectors: u = v says ‖u - v‖² = 0. *)
Ltac vector := intros; apply inner_definite; inner_ring.
Ltac vector_field := intros; apply inner_definite; inner_field.

Section Norm.
  Context {V : space}.
  Implicit Types u v w : V.

  Lemma sqnorm_pos u : 0 <= ‖u‖².
  Proof. apply inner_pos. Qed.
  Lemma norm_pos u : 0 <= ‖u‖.
  Proof. apply sqrt_pos. Qed.
  Lemma norm_sqr u : ‖u‖ * ‖u‖ = ‖u‖².
  Proof. apply sqrt_sqrt, inner_pos. Qed.
  Lemma sqnorm_zero_inv u : ‖u‖² = 0 -> u = zero.
  Proof. unfold sqnorm. intro H. apply inner_definite. autorewrite with inner. lra. Qed.
  Lemma norm_zero_inv u : ‖u‖ = 0 -> u = zero.
  Proof. intro H. apply sqnorm_zero_inv. rewrite <- norm_sqr, H. ring. Qed.
  Lemma norm_zero : ‖(zero : V)‖ = 0.
  Proof. unfold norm. rewrite inner_zero_l. apply sqrt_0. Qed.
  Lemma norm_scale a u : ‖a ⋅ u‖ = Rabs a * ‖u‖.
  Proof.
    unfold norm. autorewrite with inner.
    rewrite <- Rmult_assoc, sqrt_mult; [|apply Rle_0_sqr|apply inner_pos].
    fold (Rsqr a). now rewrite sqrt_Rsqr_abs.
  Qed.
  Lemma norm_sub_sym u v : ‖u ⊖ v‖ = ‖v ⊖ u‖.
  Proof. unfold norm. f_equal. inner_ring. Qed.

  (* a ≤ b from a² ≤ b² and b ≥ 0 *)
  Lemma le_of_squares a b : 0 <= b -> a * a <= b * b -> a <= b.
  Proof. intros. destruct (Rle_dec a b); [assumption|]. nra. Qed.
  Lemma norm_le_of_squares u a : 0 <= a -> ‖u‖² <= a * a -> ‖u‖ <= a.
  Proof. intros. apply le_of_squares; [assumption|now rewrite norm_sqr]. Qed.

  Lemma cauchy_schwarz_sqr u v : ⟨u, v⟩ * ⟨u, v⟩ <= ‖u‖² * ‖v‖².
  Proof.
    destruct (Req_dec (‖v‖²) 0) as [Z|N].
    - rewrite (sqnorm_zero_inv v Z). unfold sqnorm. autorewrite with inner. lra.
    - pose proof (sqnorm_pos v). pose proof (sqnorm_pos (‖v‖² ⋅ u ⊖ ⟨u, v⟩ ⋅ v)) as P.
      replace (sqnorm (‖v‖² ⋅ u ⊖ ⟨u, v⟩ ⋅ v)) with (‖v‖² * (‖u‖² * ‖v‖² - ⟨u, v⟩ * ⟨u, v⟩)) in P by inner_ring.
      apply Rmult_le_reg_l with (‖v‖²); lra.
  Qed.
  Lemma cauchy_schwarz_abs u v : Rabs ⟨u, v⟩ <= ‖u‖ * ‖v‖.
  Proof.
    apply le_of_squares; [apply Rmult_le_pos; apply norm_pos|].
    replace (Rabs ⟨u, v⟩ * Rabs ⟨u, v⟩) with (⟨u, v⟩ * ⟨u, v⟩) by apply Rsqr_abs.
    replace (‖u‖ * ‖v‖ * (‖u‖ * ‖v‖)) with ((‖u‖ * ‖u‖) * (‖v‖ * ‖v‖)) by ring.
    rewrite !norm_sqr. apply cauchy_schwarz_sqr.
  Qed.
  Lemma cauchy_schwarz u v : ⟨u, v⟩ <= ‖u‖ * ‖v‖.
  Proof. eapply Rle_trans; [apply Rle_abs|apply cauchy_schwarz_abs]. Qed.

  Lemma norm_triangle u v : ‖u ⊕ v‖ <= ‖u‖ + ‖v‖.
  Proof.
    apply norm_le_of_squares; [pose proof (norm_pos u); pose proof (norm_pos v); lra|].
    replace (‖u ⊕ v‖²) with (‖u‖² + 2 * ⟨u, v⟩ + ‖v‖²) by inner_ring.
    rewrite <- !norm_sqr. pose proof (cauchy_schwarz u v). lra.
  Qed.
  Lemma norm_triangle_sub u v w : ‖u ⊖ w‖ <= ‖u ⊖ v‖ + ‖v ⊖ w‖.
  Proof. replace (u ⊖ w) with ((u ⊖ v) ⊕ (v ⊖ w)) by vector. apply norm_triangle. Qed.
End Norm.

(* of vectors of two spaces *)
Lemma sqnorm_le {U V : space} (u : U) (v : V) : ‖u‖ <= ‖v‖ -> ‖u‖² <= ‖v‖².
Proof. intro. rewrite <- !norm_sqr. pose proof (norm_pos u). nra. Qed.
Lemma norm_le {U V : space} (u : U) (v : V) : ‖u‖² <= ‖v‖² -> ‖u‖ <= ‖v‖.
Proof. apply sqrt_le_1_alt. Qed.
