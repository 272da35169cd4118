# Completion of verigrad for bash: subcommands, options, and the ids and stems that `verigrad list` knows.
_verigrad() {
  local current=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD - 1]}
  _verigrad_files() { compopt -o filenames 2>/dev/null; mapfile -t COMPREPLY < <(compgen -f -- "$current"); }
  local run="--cases --seed --jobs --time-limit --help" command="" word
  COMPREPLY=()
  _get_comp_words_by_ref -n : current previous 2>/dev/null
  for word in "${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
    case $word in list | show | verify | plot | errata | merge | report | check | probe | rate) command=$word && break ;; esac
  done

  case $previous in
    --class) mapfile -t COMPREPLY < <(compgen -W "smooth-convex smooth-strongly-convex smooth-nonconvex convex-bounded-subgradients quadratic" -- "$current") && return ;;
    --header) mapfile -t COMPREPLY < <(compgen -W "yes no auto" -- "$current") && return ;;
    --separator) mapfile -t COMPREPLY < <(compgen -W "comma semicolon tab blanks" -- "$current") && return ;;
    --kernel) mapfile -t COMPREPLY < <(compgen -W "no cached yes" -- "$current") && return ;;
    --missing) mapfile -t COMPREPLY < <(compgen -W "drop" -- "$current") && return ;;
    --json | --junit | --data | --out | --at | --against | --balance | --figures | --certificate | --coq | --check) [[ $command != list ]] && _verigrad_files && return ;;
    --model) mapfile -t COMPREPLY < <(compgen -W "logistic least-squares" -- "$current") && return ;;
    --cases | --seed | --jobs | -j | --time-limit | --shard | --target | --classes | --leave-out | --ridge | --epochs | --seeds | --command | --dimension | --points | --steps | --step-size | --hyper | --measure | --start | --L | --mu | --M | --R | --Delta) return ;;
  esac

  local words
  case $command in
    "") words="list show verify plot errata merge report check probe rate --help --version" ;;
    list) words="--json --markdown --help" ;;
    show) words="$run --kernel" ;;
    verify) words="$run --shard --balance --json --junit --against --strict --verbose --data --target --separator --header --missing --classes --leave-out --model --ridge --standardise --no-data --kernel" ;;
    plot) words="--out --data --epochs --seeds --jobs --help" ;;
    errata) words="$run --text --weight --verbose --json --markdown --letter" ;;
    merge) words="--json --junit --against --strict --help" ;;
    report) words="--out --against --figures --check --help" ;;
    check) words="optimiser gradient --as --command --statement --hyper --dtype --at --dimension --points --seed --time-limit --json --junit --strict --help" ;;
    rate) words="$("${COMP_WORDS[0]}" rate 2>/dev/null | awk '{ print $1 }') --steps --step-size --hyper --class --measure --start --L --mu --M --R --Delta --time-limit --json --certificate --coq --check --command --dtype --help" ;;
    probe) words="$("${COMP_WORDS[0]}" probe 2>/dev/null | awk '{ print $1 }') --dtype --dialects --help" ;;
  esac
  if [[ $command =~ ^(merge|report)$ && $current != -* || $previous == optimiser ]]; then
    _verigrad_files
    return
  fi
  if [[ $command =~ ^(show|verify|plot|errata)$ && $current != -* ]]; then
    words=$("${COMP_WORDS[0]}" list 2>/dev/null | awk '{ print $1; if ($2 != "–") print $2 }')
  fi
  mapfile -t COMPREPLY < <(compgen -W "$words" -- "$current")
}
complete -F _verigrad verigrad
