"""False alarms on optimisers of PyTorch 1.13: random gradients, every class with its options, single-tensor and foreach,
in both types, each run judged by verigrad. Prints a count option by option; the exit status is 1 where any run is told
to be something else than it is.

    python3 random_runs.py VERIGRAD COUNT

COUNT is how many runs of all together. ASGD moves each tensor at the rate of that tensor's own last step, which no
dialect does: its runs keep one rate, or have all gradients.
"""
import collections
import json
import os
import random
import subprocess
import sys
import tempfile

import record

# What PyTorch does otherwise than it says, to be named or listed as open. Without ε a gradient of 0 gives 0/0.
KNOWN = {
    ("nadam", False): "NAdam with Nesterov's momentum with μ twice in the next product",
    ("radam", True): "RAdam with no ε",
    ("asgd", True): "ASGD with the counter of the first tensor that has a gradient",
}


def drawn(method, draw):
    """A head's tensors, and steps: twelve, at rates that change, with gradients of one scale, some 0 or missing."""
    scale = 2.0 ** draw.randint(-12, 12)

    def number():
        return 0.0 if draw.random() < 1 / 7 else float(torch_float(scale * draw.gauss(0, 1)))

    sizes = [3, 2]
    one_rate = method == "asgd" and draw.random() < 1 / 2
    rate = 2.0 ** -draw.randint(0, 7)
    steps = []
    for k in range(12):
        some_missing = method != "asgd" or one_rate
        gradients = [None if some_missing and draw.random() < 1 / 6 else [number() for _ in range(n)] for n in sizes]
        steps.append({"step": k + 1, "lr": rate if one_rate else 2.0 ** -draw.randint(0, 7), "gradients": gradients})
    tensors = [{"name": "ab"[t], "shape": [n], "values": [number() for _ in range(n)]} for t, n in enumerate(sizes)]
    return {"tensors": tensors}, steps


def torch_float(x):
    return record.torch.tensor(x, dtype=record.torch.float32).item()


def is_right(told, method, foreach):
    known = KNOWN.get((method, foreach))
    is_0_over_0 = (method, foreach) == ("radam", True) and told.startswith("not finite")
    return told.startswith("as declared: ") or known is not None and known in told or is_0_over_0


def judged(verigrad, method, dtype, options, head, steps, parameters):
    """What verigrad prints of the run."""
    whole = {"verigrad": "optimiser", "version": 1, "dtype": dtype, "method": method, "hyperparameters": options, **head}
    lines = [whole] + [{**step, "parameters": after} for step, after in zip(steps, parameters)]
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "run.jsonl")
        with open(path, "w") as file:
            file.writelines(json.dumps(line) + "\n" for line in lines)
        result = subprocess.run([verigrad, "check", "optimiser", path], capture_output=True, text=True)
    return result.stdout or result.stderr


def main():
    verigrad, count = sys.argv[1], int(sys.argv[2])
    kinds = [(*run, dtype, foreach) for run in record.RUNS for dtype in record.DTYPES for foreach in (False, True)]
    counts = collections.defaultdict(lambda: [0, 0])
    for n in range(count):
        method, make, options, dtype, foreach = kinds[n % len(kinds)]
        head, steps = drawn(method, random.Random(n))
        parameters = record.record(make, options, record.DTYPES[dtype], foreach, head, steps)
        told = judged(verigrad, method, dtype, options, head, steps, parameters)
        right = is_right(told, method, foreach)
        row = counts[make.__name__, json.dumps(options)]
        row[0] += 1
        row[1] += not right
        if not right:
            print(f"seed {n}, {make.__name__} {options}, {dtype}{', foreach' if foreach else ''}: {told}", file=sys.stderr)
    print("| class | options | runs | false alarms |\n|---|---|---|---|")
    for (name, options), (runs, alarms) in counts.items():
        print(f"| {name} | `{options}` | {runs} | {alarms} |")
    alarms = sum(row[1] for row in counts.values())
    print(f"{alarms} of {count}")
    return 1 if alarms else 0


if __name__ == "__main__":
    sys.exit(main())
