"""What stands between verigrad and an optimiser or a gradient in Python: one file, the standard library only.

An optimiser, driven by `verigrad check optimiser --command 'python3 mine.py' --as adam`:

    import torch, verigrad_client
    verigrad_client.run(torch.optim.Adam)

`run` takes a class of torch.optim, a pair (init, update) as optax has them, or a function that makes a step. A gradient,
driven by `verigrad check gradient --command 'python3 mine.py' --dimension 2`:

    verigrad_client.gradient(f)                      # f takes a torch tensor; autograd is what is checked
    verigrad_client.gradient(value, value_and_gradient, dimension=2)

And for a training loop, a trace that `verigrad check optimiser trace.jsonl` reads:

    with verigrad_client.Recorder("trace.jsonl", optimizer, method="adam") as recorder:
        ...
        loss.backward()
        recorder.step()                              # in place of optimizer.step()

One JSON object a line goes over standard input and output; what the program prints goes to standard error.
"""

import gzip
import inspect
import json
import os
import random
import sys


class _Channel:
    """Requests and answers. Whatever else the program prints goes to standard error."""

    def __init__(self):
        self._answers = os.fdopen(os.dup(sys.stdout.fileno()), "w")
        sys.stdout.flush()
        os.dup2(sys.stderr.fileno(), 1)
        sys.stdout = sys.stderr

    def serve(self, handlers):
        """Answers requests by name until `stop`, or the end of standard input."""
        for line in sys.stdin:
            ((name, argument),) = json.loads(line).items()
            if name == "stop":
                return
            handler = handlers.get(name)
            answer = handler(argument) if handler else {"error": f"{name} is not known; there are {', '.join(handlers)}"}
            self._answers.write(json.dumps(answer) + "\n")
            self._answers.flush()


# ---------------------------------------------------------------- optimisers


def run(optimiser, **hyperparameters):
    """Answers verigrad's requests with what the optimiser does.

    optimiser: a class of torch.optim; a pair (init, update) of functions, or an object with both, as optax has them,
    where update(gradients, state, parameters) returns (updates, state) that are added; or a function
    step(parameters, gradients, state, rate) that returns the new parameters, all lists of lists of numbers. state is a
    dictionary, empty at first, and a missing gradient is None. A maker of pairs, such as optax.adam, is called with the
    hyper-parameters.

    The hyper-parameters of the probe are passed on by the names that the optimiser has for them; those given here come
    first.
    """
    driver = None

    def start(head):
        nonlocal driver
        driver = _driver(optimiser, head, hyperparameters)
        return {"ready": True}

    _Channel().serve({"start": start, "step": lambda request: {"parameters": driver.step(request)}})


def _driver(optimiser, head, given):
    if isinstance(optimiser, type) and hasattr(optimiser, "step"):
        return _TorchDriver(optimiser, head, given)
    if _is_pair(optimiser):
        return _PairDriver(optimiser, head)
    accepted = _parameters_of(optimiser)
    if accepted[:2] == ["parameters", "gradients"] or len(accepted) == 4 and "learning_rate" not in accepted:
        return _FunctionDriver(optimiser, head)
    return _PairDriver(optimiser(**_passed_on(optimiser, head, given)), head)


# What the heads of traces and probes call it, and what frameworks call it.
_OTHER_NAMES = {
    "learning_rate": ("lr", "step_size"),
    "lr": ("learning_rate", "step_size"),
    "epsilon": ("eps",),
    "eps": ("epsilon",),
    "beta1": ("b1", "beta_1"),
    "beta2": ("b2", "beta_2"),
    "decay": ("rho", "alpha"),
}


def _parameters_of(function):
    return [name for name in inspect.signature(function).parameters if name != "self"]


def _passed_on(function, head, given):
    """The hyper-parameters of the head under the names that the function has for them, and the given ones."""
    accepted = _parameters_of(function)
    told = dict(head.get("hyperparameters", {}))
    if "beta1" in told:
        told.setdefault("betas", [told["beta1"], told["beta2"]])
    elif "betas" in told:
        told["beta1"], told["beta2"] = told["betas"]
    passed = {}
    for name, value in told.items():
        for candidate in (name, *_OTHER_NAMES.get(name, ())):
            if candidate in accepted:
                passed[candidate] = tuple(value) if isinstance(value, list) else value
                break
    return {**passed, **given}


def _is_pair(optimiser):
    return isinstance(optimiser, tuple) and len(optimiser) == 2 or hasattr(optimiser, "init") and hasattr(optimiser, "update")


class _TorchDriver:
    def __init__(self, optimiser, head, given):
        import torch

        self._torch = torch
        self._dtype = getattr(torch, head.get("dtype", "float64"))
        self._tensors = [self._tensor(tensor["values"], tensor.get("shape")).requires_grad_() for tensor in head["tensors"]]
        passed = _passed_on(optimiser.__init__, head, given)
        if "lr" in _parameters_of(optimiser.__init__):
            passed.setdefault("lr", 1.0)  # every step says its own
        self._optimiser = optimiser(self._tensors, **passed)

    def _tensor(self, values, shape):
        return self._torch.tensor(values, dtype=self._dtype).reshape(shape or [len(values)])

    def step(self, request):
        for tensor, gradient in zip(self._tensors, request["gradients"]):
            tensor.grad = None if gradient is None else self._tensor(gradient, list(tensor.shape))
        if request.get("lr") is not None:
            for group in self._optimiser.param_groups:
                group["lr"] = request["lr"]
        self._optimiser.step()
        return [tensor.detach().reshape(-1).tolist() for tensor in self._tensors]


class _PairDriver:
    """Updates are added. A rate that the pair has no hyper-parameter for scales them, when it is said."""

    def __init__(self, pair, head):
        init, self._update = pair if isinstance(pair, tuple) else (pair.init, pair.update)
        self._parameters = [_as_array(tensor["values"], head) for tensor in head["tensors"]]
        self._state = init(self._parameters)
        self._head = head

    def step(self, request):
        gradients = [
            _as_array([0.0] * len(parameter) if gradient is None else gradient, self._head)
            for parameter, gradient in zip(self._parameters, request["gradients"])
        ]
        updates, self._state = self._call(gradients, request.get("lr"))
        self._parameters = [_added(parameter, update) for parameter, update in zip(self._parameters, updates)]
        return [[float(entry) for entry in parameter] for parameter in self._parameters]

    def _call(self, gradients, rate):
        if len(_parameters_of(self._update)) > 3:
            return self._update(gradients, self._state, self._parameters, rate)
        return self._update(gradients, self._state, self._parameters)


def _added(parameter, update):
    return [p + u for p, u in zip(parameter, update)] if isinstance(parameter, list) else parameter + update


def _as_array(values, head):
    """An array of jax where that is in use, else the list itself."""
    if "jax" not in sys.modules:
        return list(values)
    import jax.numpy

    return jax.numpy.array(values, dtype=head.get("dtype", "float64"))


class _FunctionDriver:
    def __init__(self, step, head):
        self._step = step
        self._parameters = [list(tensor["values"]) for tensor in head["tensors"]]
        self._state = {}

    def step(self, request):
        self._parameters = self._step(self._parameters, request["gradients"], self._state, request.get("lr"))
        return [[float(entry) for entry in parameter] for parameter in self._parameters]


# ---------------------------------------------------------------- gradients


def gradient(value, value_and_gradient=None, *, dimension=None, dtype=None, points=None, hessian_product=None, samples=None):
    """Answers verigrad's requests for values and gradients.

    value: takes a list of numbers and returns one; value_and_gradient returns a number and a list. Where only `value` is
    given, it takes a torch tensor instead, and torch's autograd, which is then under test, makes the gradient.
    hessian_product(x, v), if given, is checked as the Jacobian of the gradient.
    dtype: float64 unless said: float32, float16 or bfloat16. samples: how many the function is a sum or mean over.
    """
    if value_and_gradient is None:
        value, value_and_gradient = _by_autograd(value, dtype or "float64")
    told = {"dimension": dimension, "dtype": dtype, "points": points, "samples": samples}
    head = {key: answer for key, answer in told.items() if answer is not None}
    if hessian_product is not None:
        head["hessian_product"] = True

    def both(request):
        number, entries = value_and_gradient(request["at"])
        return {"value": float(number), "gradient": [float(entry) for entry in entries]}

    def product(request):
        return {"product": [float(entry) for entry in hessian_product(request["at"], request["direction"])]}

    handlers = {
        "start": lambda request: head,
        "value": lambda request: {"value": float(value(request["at"]))},
        "value_and_gradient": both,
    }
    if hessian_product is not None:
        handlers["hessian_product"] = product
    _Channel().serve(handlers)


def _by_autograd(function, dtype):
    import torch

    def at(x):
        return torch.tensor(x, dtype=getattr(torch, dtype))

    def value(x):
        with torch.no_grad():
            return function(at(x)).item()

    def value_and_gradient(x):
        point = at(x).requires_grad_()
        result = function(point)
        (entries,) = torch.autograd.grad(result, point)
        return result.item(), entries.tolist()

    return value, value_and_gradient


# ---------------------------------------------------------------- traces


class Recorder:
    """Writes what an optimiser of torch does in a training loop, a line a step, compressed where the name ends in .gz.

    entries: how many entries of each tensor to record, drawn once by the seed; None for all. The head says which.
    hyperparameters: those of the first group of the optimiser unless given.
    """

    def __init__(self, file, optimizer, method, hyperparameters=None, entries=None, seed=1):
        self._optimizer = optimizer
        self._tensors = [tensor for group in optimizer.param_groups for tensor in group["params"]]
        self._chosen = [_chosen(tensor.numel(), entries, random.Random(f"{seed} {k}")) for k, tensor in enumerate(self._tensors)]
        self._steps = 0
        self._file = (gzip.open if str(file).endswith(".gz") else open)(file, "wt", encoding="utf-8")
        if hyperparameters is None:
            hyperparameters = _hyperparameters_of(optimizer.param_groups[0])
        self._write(
            {
                "verigrad": "optimiser",
                "version": 1,
                "dtype": str(self._tensors[0].dtype).replace("torch.", ""),
                "method": method,
                "hyperparameters": hyperparameters,
                "tensors": [self._told(k) for k in range(len(self._tensors))],
            }
        )

    def step(self):
        """Records the gradients, makes the step, and records where it led."""
        gradients = [None if tensor.grad is None else self._entries(k, tensor.grad) for k, tensor in enumerate(self._tensors)]
        rate = float(self._optimizer.param_groups[0]["lr"])
        result = self._optimizer.step()
        self._steps += 1
        parameters = [self._entries(k, tensor) for k, tensor in enumerate(self._tensors)]
        self._write({"step": self._steps, "lr": rate, "gradients": gradients, "parameters": parameters})
        return result

    def close(self):
        self._file.close()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()

    def _told(self, k):
        tensor, chosen = self._tensors[k], self._chosen[k]
        told = {"name": f"tensor {k}", "shape": list(tensor.shape), "values": self._entries(k, tensor)}
        if chosen is not None:
            told.update(shape=[len(chosen)], whole_shape=list(tensor.shape), entries=chosen)
        return told

    def _entries(self, k, tensor):
        flat = tensor.detach().reshape(-1)
        return (flat if self._chosen[k] is None else flat[self._chosen[k]]).tolist()

    def _write(self, line):
        self._file.write(json.dumps(line) + "\n")
        self._file.flush()


def _chosen(count, entries, chance):
    return None if entries is None or entries >= count else sorted(chance.sample(range(count), entries))


def _hyperparameters_of(group):
    """Those that JSON can say as numbers, switches and pairs of numbers."""

    def is_told(value):
        return isinstance(value, (int, float)) or isinstance(value, (tuple, list)) and len(value) == 2

    return {name: value for name, value in group.items() if name != "params" and is_told(value)}
