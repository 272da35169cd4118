"""Records optimisers of PyTorch on the probe, for the test that identifies them:

    verigrad probe adam | python3 record.py > runs.json

Only the gradients, rates and first parameters of the probe are used. A run has the name of a method, as verigrad knows
it, hyper-parameters as declared to verigrad, and the parameters after each step.
"""
import json
import sys

import torch
from torch import optim

BETAS = {"betas": (0.75, 0.875), "eps": 0.5}
DECAY = {"weight_decay": 0.125}
MOMENTUM = {"momentum": 0.75}
RUNS = [
    ("sgd", optim.SGD, {}),
    ("sgd", optim.SGD, {"maximize": True}),
    ("sgd", optim.SGD, DECAY),
    ("sgd", optim.SGD, MOMENTUM),
    ("sgd", optim.SGD, {**MOMENTUM, **DECAY, "dampening": 0.5}),
    ("sgd", optim.SGD, {**MOMENTUM, **DECAY, "nesterov": True}),
    ("adagrad", optim.Adagrad, {"eps": 0.5}),
    ("adagrad", optim.Adagrad, {"eps": 0.5, "lr_decay": 0.5, "initial_accumulator_value": 0.125, **DECAY}),
    ("adadelta", optim.Adadelta, {"rho": 0.75, "eps": 0.5}),
    ("adadelta", optim.Adadelta, {"rho": 0.75, "eps": 0.5, **DECAY}),
    ("rmsprop", optim.RMSprop, {"alpha": 0.75, "eps": 0.5}),
    ("rmsprop", optim.RMSprop, {"alpha": 0.75, "eps": 0.5, **DECAY}),
    ("rmsprop", optim.RMSprop, {"alpha": 0.75, "eps": 0.5, "centered": True, **MOMENTUM, **DECAY}),
    ("adam", optim.Adam, BETAS),
    ("adam", optim.Adam, {**BETAS, **DECAY}),
    ("adam", optim.Adam, {**BETAS, **DECAY, "amsgrad": True}),
    ("adam", optim.Adam, {**BETAS, "maximize": True}),
    ("adamw", optim.AdamW, {**BETAS, **DECAY}),
    ("adamw", optim.AdamW, {**BETAS, **DECAY, "amsgrad": True}),
    ("nadam", optim.NAdam, {**BETAS, **DECAY, "momentum_decay": 0.25}),
    ("radam", optim.RAdam, {**BETAS, **DECAY}),
    ("adamax", optim.Adamax, {**BETAS, **DECAY}),
    ("rprop", optim.Rprop, {"etas": (0.5, 1.25), "step_sizes": (0.25, 1.5)}),
    ("asgd", optim.ASGD, {"lambd": 0.5, "alpha": 0.75, **DECAY}),
    ("adam", optim.Adam, {"betas": (0.9, 0.999), "eps": 1e-8}),
    ("adam", optim.Adam, {"betas": (0.9, 0.999), "eps": 1e-8, "weight_decay": 0.01}),
    ("adamw", optim.AdamW, {"betas": (0.9, 0.999), "eps": 1e-8, "weight_decay": 0.01}),
    ("sgd", optim.SGD, {"momentum": 0.9, "weight_decay": 1e-4, "nesterov": True}),
    ("rmsprop", optim.RMSprop, {"alpha": 0.99, "eps": 1e-8, "momentum": 0.9, "centered": True}),
    ("adagrad", optim.Adagrad, {"eps": 1e-10, "lr_decay": 0.1}),
    ("adamax", optim.Adamax, {"betas": (0.9, 0.999), "eps": 1e-8}),
    ("adadelta", optim.Adadelta, {"rho": 0.9, "eps": 1e-6}),
    ("asgd", optim.ASGD, {"lambd": 1e-4, "alpha": 0.75}),
]
DTYPES = {"float32": torch.float32, "float64": torch.float64}


def record(make, options, dtype, foreach, head, steps):
    """The parameters after each step of the probe."""
    parameters = [torch.tensor(tensor["values"], dtype=dtype, requires_grad=True) for tensor in head["tensors"]]
    optimiser = make(parameters, lr=steps[0]["lr"], foreach=foreach, **options)
    result = []
    for step in steps:
        optimiser.param_groups[0]["lr"] = step["lr"]
        for parameter, gradient in zip(parameters, step["gradients"]):
            parameter.grad = None if gradient is None else torch.tensor(gradient, dtype=dtype)
        optimiser.step()
        result.append([parameter.tolist() for parameter in parameters])
    return result


def main():
    head, *steps = [json.loads(line) for line in sys.stdin]
    runs = []
    for method, make, options in RUNS:
        for dtype in DTYPES:
            for foreach in (False, True):
                parameters = record(make, options, DTYPES[dtype], foreach, head, steps)
                runs.append({"method": method, "dtype": dtype, "foreach": foreach, "hyperparameters": options,
                             "parameters": parameters})
    print("{\n" + f'  "torch": {json.dumps(torch.__version__)},\n  "tensors": {json.dumps(head["tensors"])},')
    print('  "steps": [\n' + ",\n".join("    " + json.dumps(step) for step in steps) + '\n  ],\n  "runs": [')
    print(",\n".join("    " + json.dumps(run) for run in runs) + "\n  ]\n}")


if __name__ == "__main__":
    main()
