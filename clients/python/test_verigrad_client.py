"""The client over its pipes: optimisers as they are in the same process, gradients, and traces."""

import gzip
import json
import os
import pathlib
import subprocess
import sys
import tempfile
import textwrap
import unittest

import verigrad_client

try:
    import torch
except ImportError:
    torch = None

HERE = pathlib.Path(__file__).parent
needs_torch = unittest.skipUnless(torch, f"{sys.executable} imports no torch (Debian: python3-torch)")

TENSORS = [
    {"name": "first", "shape": [2, 2], "values": [2.0, -1.0, 0.5, 3.0]},
    {"name": "second", "shape": [1], "values": [-3.0]},
]
STEPS = [
    {"gradients": [[1.0, -2.0, 0.25, 0.5], [-1.0]], "lr": 1.0},
    {"gradients": [[0.5, 0.0, -3.0, 1.0], None], "lr": 0.25},
    {"gradients": [[-1.0, 2.0, 1.0, 0.125], [2.0]], "lr": 0.25},
]


def head(dtype="float64", **hyperparameters):
    return {
        "verigrad": "optimiser",
        "version": 1,
        "dtype": dtype,
        "method": "any",
        "hyperparameters": hyperparameters,
        "tensors": TENSORS,
    }


def answers(program, requests):
    """What the program, after the imports, answers to the requests."""
    source = "import sys, verigrad_client\n" + textwrap.dedent(program)
    lines = "".join(json.dumps(request) + "\n" for request in (*requests, {"stop": {}}))
    environment = {**os.environ, "PYTHONPATH": str(HERE), "PYTHONDONTWRITEBYTECODE": "1"}
    done = subprocess.run(
        [sys.executable, "-c", source], input=lines, capture_output=True, text=True, env=environment, timeout=120, check=False
    )
    if done.returncode:
        raise AssertionError(done.stderr)
    return [json.loads(line) for line in done.stdout.splitlines()]


def parameters_of(program, the_head):
    ready, *steps = answers(program, [{"start": the_head}, *({"step": step} for step in STEPS)])
    assert ready == {"ready": True}, ready
    return [step["parameters"] for step in steps]


def directly(optimiser, dtype, **hyperparameters):
    """The same steps without the client."""
    tensors = [
        torch.tensor(t["values"], dtype=dtype).reshape(t["shape"]).requires_grad_() for t in TENSORS
    ]
    made = optimiser(tensors, lr=1.0, **hyperparameters)
    result = []
    for step in STEPS:
        for tensor, gradient in zip(tensors, step["gradients"]):
            tensor.grad = None if gradient is None else torch.tensor(gradient, dtype=dtype).reshape(tensor.shape)
        made.param_groups[0]["lr"] = step["lr"]
        made.step()
        result.append([tensor.detach().reshape(-1).tolist() for tensor in tensors])
    return result


class PlainPython(unittest.TestCase):
    descent = [
        [[1.0, 1.0, 0.25, 2.5], [-2.0]],
        [[0.875, 1.0, 1.0, 2.25], [-2.0]],
        [[1.125, 0.5, 0.75, 2.21875], [-2.5]],
    ]

    def test_a_function_that_makes_a_step(self):
        program = """
            def step(parameters, gradients, state, rate):
                state["count"] = state.get("count", 0) + 1
                print("step", state["count"])  # goes to standard error
                return [p if g is None else [a - rate * b for a, b in zip(p, g)] for p, g in zip(parameters, gradients)]
            verigrad_client.run(step)
        """
        self.assertEqual(parameters_of(program, head()), self.descent)

    def test_a_pair_of_init_and_update(self):
        program = """
            def init(parameters):
                return 0
            def update(gradients, state, parameters, rate):
                return [[-rate * entry for entry in gradient] for gradient in gradients], state + 1
            verigrad_client.run((init, update))
        """
        self.assertEqual(parameters_of(program, head()), self.descent)

    def test_a_maker_of_pairs_gets_the_hyperparameters_by_its_own_names(self):
        program = """
            import collections
            Pair = collections.namedtuple("Pair", "init update")
            def sgd(learning_rate, b1, eps):
                assert (b1, eps) == (0.5, 0.25), (b1, eps)
                def update(gradients, state, parameters):
                    return [[-learning_rate * entry for entry in gradient] for gradient in gradients], state
                return Pair(lambda parameters: None, update)
            verigrad_client.run(sgd, learning_rate=0.5)
        """
        steps = parameters_of(program, head(betas=[0.5, 0.75], eps=0.25))
        self.assertEqual(steps[0], [[1.5, 0.0, 0.375, 2.75], [-2.5]])

    def test_a_gradient(self):
        program = """
            def product(x, v): return [2 * entry for entry in v]
            verigrad_client.gradient(
                lambda x: sum(a * a for a in x), lambda x: (sum(a * a for a in x), [2 * a for a in x]),
                dimension=2, dtype="float32", points=[[1, 2]], hessian_product=product, samples=7)
        """
        at = {"at": [0.5, -1.0]}
        requests = [{"start": {}}, {"value": at}, {"value_and_gradient": at}, {"hessian_product": {**at, "direction": [1, 3]}}]
        self.assertEqual(
            answers(program, requests),
            [
                {"dimension": 2, "dtype": "float32", "points": [[1, 2]], "samples": 7, "hessian_product": True},
                {"value": 1.25},
                {"value": 1.25, "gradient": [1.0, -2.0]},
                {"product": [2.0, 6.0]},
            ],
        )

    def test_an_unknown_request_is_an_error(self):
        (answer,) = answers("verigrad_client.gradient(sum, sum)", [{"frobnicate": {}}])
        self.assertEqual(answer, {"error": "frobnicate is not known; there are start, value, value_and_gradient"})


@needs_torch
class PyTorch(unittest.TestCase):
    optimisers = [
        ("SGD", {}),
        ("SGD", {"momentum": 0.5}),
        ("SGD", {"momentum": 0.5, "dampening": 0.25, "weight_decay": 0.125}),
        ("SGD", {"momentum": 0.5, "nesterov": True}),
        ("Adagrad", {"eps": 0.5}),
        ("Adadelta", {"eps": 0.5}),
        ("RMSprop", {"eps": 0.5, "centered": True, "momentum": 0.5}),
        ("Adam", {"eps": 0.5}),
        ("Adam", {"eps": 0.5, "amsgrad": True, "weight_decay": 0.125}),
        ("AdamW", {"eps": 0.5}),
        ("Adamax", {"eps": 0.5}),
        ("NAdam", {"eps": 0.5}),
        ("RAdam", {"eps": 0.5}),
        ("Rprop", {}),
        ("ASGD", {}),
    ]

    def test_every_optimiser_does_what_it_does_without_the_client(self):
        for name, hyperparameters in self.optimisers:
            for dtype in ("float64", "float32"):
                for foreach in (False, True):
                    with self.subTest(name=name, dtype=dtype, foreach=foreach, **hyperparameters):
                        made = getattr(torch.optim, name)
                        driver = verigrad_client._driver(made, head(dtype, **hyperparameters), {"foreach": foreach})
                        self.assertEqual(
                            [driver.step(step) for step in STEPS],
                            directly(made, getattr(torch, dtype), foreach=foreach, **hyperparameters),
                        )

    def test_betas_are_taken_as_a_pair_or_one_by_one(self):
        program = "import torch\nverigrad_client.run(torch.optim.Adam)"
        expected = directly(torch.optim.Adam, torch.float64, betas=(0.5, 0.75), eps=0.5)
        self.assertEqual(parameters_of(program, head(betas=[0.5, 0.75], eps=0.5, lr=1)), expected)
        self.assertEqual(parameters_of(program, head(beta1=0.5, beta2=0.75, epsilon=0.5)), expected)

    def test_a_recorder_writes_what_happened(self):
        torch.manual_seed(1)
        model = torch.nn.Linear(3, 2)
        optimizer = torch.optim.Adam(model.parameters(), lr=0.5)
        seen = []
        with tempfile.TemporaryDirectory() as folder:
            for entries in (None, 4):
                trace = pathlib.Path(folder) / f"trace {entries}.jsonl"
                with verigrad_client.Recorder(trace, optimizer, "adam", entries=entries) as recorder:
                    for _ in range(3):
                        optimizer.zero_grad()
                        model(torch.ones(3)).square().sum().backward()
                        recorder.step()
                        seen = [p.detach().reshape(-1).tolist() for p in model.parameters()]
                first, *lines = [json.loads(line) for line in trace.read_text().splitlines()]
                self.assertEqual([line["step"] for line in lines], [1, 2, 3])
                self.assertEqual((first["dtype"], first["method"], lines[0]["lr"]), ("float32", "adam", 0.5))
                self.assertEqual(first["hyperparameters"]["betas"], [0.9, 0.999])
                self.assertEqual(first["hyperparameters"]["lr"], 0.5)
                if entries is None:
                    self.assertEqual(lines[-1]["parameters"], seen)
                else:
                    weights = first["tensors"][0]
                    self.assertEqual((weights["shape"], weights["whole_shape"]), ([4], [2, 3]))
                    self.assertEqual(lines[-1]["parameters"][0], [seen[0][k] for k in weights["entries"]])
                    self.assertNotIn("entries", first["tensors"][1])


    def test_a_recorder_compresses(self):
        optimizer = torch.optim.SGD([torch.zeros(1, requires_grad=True)], lr=0.5)
        with tempfile.TemporaryDirectory() as folder:
            trace = pathlib.Path(folder) / "trace.jsonl.gz"
            with verigrad_client.Recorder(trace, optimizer, "sgd") as recorder:
                recorder.step()
            with gzip.open(trace, "rt") as lines:
                self.assertEqual([json.loads(line).get("step") for line in lines], [None, 1])


if __name__ == "__main__":
    unittest.main()
