"""Records optimisers of PyTorch, for the test that replays them: python3 record.py > trajectories.json

Everything is float64 unless its name says float32, also what torch.tensor makes by default: PyTorch keeps some coefficients in tensors of its own.
NaN is written as null.
"""
import json
import math

import torch
from torch import optim

THETA = [2.0, -3.0, 0.3, 1.0]
GRADIENTS = [
    [2.0, -1.0, 0.7, 0.0],
    [1.0, 3.0, 0.1, 0.0],
    [1.0, 0.25, -0.4, 0.0],
    [0.0, 1.0, -0.2, 0.0],
    [-3.0, 0.0, 0.3, 0.5],
    [0.5, 2.0, 1.1, -0.25],
    [0.1, -0.5, -0.6, 1.0],
    [1.0, 1.0, -0.9, 0.0],
    [0.0, 0.3, 0.2, -2.0],
    [-0.2, 0.7, 0.0, 0.1],
    [1.5, -1.1, 0.8, 0.3],
    [0.9, 0.6, -0.5, 0.0],
]
RATES = [0.5] * 5 + [0.125] * 7

MOMENTS = {"betas": (0.8, 0.9), "eps": 0.1}
DECAY = {"weight_decay": 0.3}
ONE = {"foreach": False}
ALL = {"foreach": True}
RUNS = {
    "SGD": (optim.SGD, {}),
    "SGD, maximize": (optim.SGD, {"maximize": True}),
    "SGD, weight decay": (optim.SGD, DECAY),
    "SGD, momentum": (optim.SGD, {"momentum": 0.9}),
    "SGD, dampening": (optim.SGD, {"momentum": 0.9, "dampening": 0.3}),
    "SGD, Nesterov, weight decay": (optim.SGD, {"momentum": 0.9, "nesterov": True, **DECAY}),
    "Adagrad": (optim.Adagrad, {"eps": 0.1}),
    "Adagrad, all options": (optim.Adagrad, {"eps": 0.1, "lr_decay": 0.2, "initial_accumulator_value": 0.6, **DECAY}),
    "RMSprop": (optim.RMSprop, {"alpha": 0.9, "eps": 0.1}),
    "RMSprop, weight decay": (optim.RMSprop, {"alpha": 0.9, "eps": 0.1, **DECAY}),
    "RMSprop, centred": (optim.RMSprop, {"alpha": 0.9, "eps": 0.1, "centered": True}),
    "RMSprop, momentum": (optim.RMSprop, {"alpha": 0.9, "eps": 0.1, "momentum": 0.7}),
    "RMSprop, all options": (optim.RMSprop, {"alpha": 0.9, "eps": 0.1, "centered": True, "momentum": 0.7, **DECAY}),
    "Adam": (optim.Adam, MOMENTS),
    "Adam, weight decay": (optim.Adam, {**MOMENTS, **DECAY}),
    "Adam, amsgrad": (optim.Adam, {**MOMENTS, "amsgrad": True}),
    "AdamW": (optim.AdamW, {**MOMENTS, **DECAY}),
    "AdamW, amsgrad": (optim.AdamW, {**MOMENTS, "amsgrad": True, **DECAY}),
    "NAdam, foreach": (optim.NAdam, {**MOMENTS, "momentum_decay": 0.2, **ALL}),
    "NAdam, foreach, weight decay": (optim.NAdam, {**MOMENTS, "momentum_decay": 0.2, **DECAY, **ALL}),
    "NAdam, single tensor": (optim.NAdam, {**MOMENTS, "momentum_decay": 0.2, **ONE}),
    "RAdam, single tensor": (optim.RAdam, {**MOMENTS, **ONE}),
    "RAdam, single tensor, weight decay": (optim.RAdam, {**MOMENTS, **DECAY, **ONE}),
    "RAdam, foreach": (optim.RAdam, {**MOMENTS, **ALL}),
    "Adamax": (optim.Adamax, MOMENTS),
    "Adamax, weight decay": (optim.Adamax, {**MOMENTS, **DECAY}),
    "Adadelta": (optim.Adadelta, {"rho": 0.8, "eps": 0.1}),
    "Adadelta, weight decay": (optim.Adadelta, {"rho": 0.8, "eps": 0.1, **DECAY}),
    "Rprop": (optim.Rprop, {"etas": (0.4, 1.3), "step_sizes": (0.1, 0.7)}),
    "ASGD": (optim.ASGD, {"lambd": 0.3, "t0": 4.0}),
    "ASGD, weight decay": (optim.ASGD, {"lambd": 0.3, "t0": 4.0, **DECAY}),
}


def entries(tensor):
    return [None if math.isnan(entry) else entry for entry in tensor.tolist()]


IN_SINGLE = ["SGD, Nesterov, weight decay", "Adagrad, all options", "RMSprop, all options", "Adam, weight decay", "AdamW, amsgrad"]


def record(make, options, dtype=torch.float64):
    """The parameters after each step, and of ASGD the averages."""
    theta = torch.tensor(THETA, dtype=dtype, requires_grad=True)
    optimiser = make([theta], lr=RATES[0], **options)
    run = {"theta": []}
    for rate, gradient in zip(RATES, GRADIENTS):
        optimiser.param_groups[0]["lr"] = rate
        theta.grad = torch.tensor(gradient, dtype=dtype)
        optimiser.step()
        run["theta"].append(entries(theta))
        average = optimiser.state[theta].get("ax")
        if average is not None:
            run.setdefault("average", []).append(entries(average))
    return run


def main():
    torch.set_default_dtype(torch.float64)
    head = {"torch": torch.__version__, "theta0": THETA, "gradients": GRADIENTS, "rates": RATES}
    runs = {name: record(make, options) for name, (make, options) in RUNS.items()}
    runs |= {f"{name}, float32": record(*RUNS[name], torch.float32) for name in IN_SINGLE}
    lines = [f"    {json.dumps(name, ensure_ascii=False)}: {json.dumps(run)}" for name, run in runs.items()]
    fields = [f"  {json.dumps(name)}: {json.dumps(value)}" for name, value in head.items()]
    print("{\n" + ",\n".join(fields) + ',\n  "runs": {\n' + ",\n".join(lines) + "\n  }\n}")


if __name__ == "__main__":
    main()
