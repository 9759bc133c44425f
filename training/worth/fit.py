"""Fits the model of gaps on what `npm run gaps -- … OUT` wrote, and prints how well it tells good gaps in texts not seen.

    python worth/fit.py OUT… [--write]

A row of numbers a gap goes through networks with one hidden layer; the mean of their outputs is calibrated on texts that
they were not fitted on. `--write` puts it into the file of weights.
"""

import argparse
import json
import sys
import zlib
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).parent.parent))
import pack  # noqa: E402

HIDDEN, NETWORKS, FOLDS = 96, 3, 5
EPOCHS, BATCH, RATE, DECAY, DROP_IN, DROP = 12, 128, 2e-3, 0.2, 0.1, 0.5
FARTHEST = 4


def read(names: list[str]) -> tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray]:
    """Numbers (gaps, width), whether accepted, texts, and whether the sentence before is shown."""
    lines, rows = [], []
    for name in names:
        some = [json.loads(line) for line in Path(f"{name}.jsonl").read_text().splitlines()]
        lines += some
        rows.append(np.fromfile(f"{name}.bin", np.float32).reshape(len(some), -1))
    return (
        np.concatenate(rows),
        np.array([line["accept"] for line in lines], np.float32),
        np.array([line["text"] for line in lines]),
        np.array([line["after"] for line in lines]),
    )


def standard(x: np.ndarray, mean: np.ndarray, scale: np.ndarray) -> np.ndarray:
    return np.clip((x - mean) * scale, -FARTHEST, FARTHEST)


def fit(x: np.ndarray, y: np.ndarray, seed: int) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Weights (hidden, width), their bias, and the weights of the output with its bias at the end; Adam with decoupled decay."""
    rng = np.random.default_rng(seed)
    width = x.shape[1]
    parameters = [
        rng.uniform(-1, 1, (HIDDEN, width)).astype(np.float32) / np.sqrt(width),
        np.zeros(HIDDEN, np.float32),
        (rng.uniform(-1, 1, HIDDEN + 1) / np.sqrt(HIDDEN)).astype(np.float32),
    ]
    first = [np.zeros_like(one) for one in parameters]
    second = [np.zeros_like(one) for one in parameters]
    steps = EPOCHS * (len(x) // BATCH)
    step = 0
    for _ in range(EPOCHS):
        order = rng.permutation(len(x))
        for at in range(0, len(x) - BATCH + 1, BATCH):
            some = order[at : at + BATCH]
            w, b, out = parameters
            inside = x[some] * (rng.random((BATCH, width), np.float32) > DROP_IN) / (1 - DROP_IN)
            kept = (rng.random((BATCH, HIDDEN), np.float32) > DROP) / (1 - DROP)
            summed = inside @ w.T + b
            hidden = np.maximum(summed, 0) * kept
            error = (1 / (1 + np.exp(-(hidden @ out[:-1] + out[-1]))) - y[some]) / BATCH
            back = np.outer(error, out[:-1]) * kept * (summed > 0)
            gradients = [back.T @ inside, back.sum(0), np.append(hidden.T @ error, error.sum())]
            step += 1
            rate = RATE * max(0.02, 1 - step / steps)
            for i, gradient in enumerate(gradients):
                first[i] = 0.9 * first[i] + 0.1 * gradient
                second[i] = 0.999 * second[i] + 0.001 * gradient**2
                change = first[i] / (1 - 0.9**step) / (np.sqrt(second[i] / (1 - 0.999**step)) + 1e-8)
                parameters[i] = (parameters[i] * (1 - rate * DECAY) - rate * change).astype(np.float32)
    return tuple(parameters)


def outputs(networks: list, x: np.ndarray) -> np.ndarray:
    """Mean of the networks' logits."""
    return sum(np.maximum(x @ w.T + b, 0) @ out[:-1] + out[-1] for w, b, out in networks) / len(networks)


def calibrate(logits: np.ndarray, y: np.ndarray) -> np.ndarray:
    """Platt's two numbers, by Newton's method."""
    a = np.array([0.0, 1.0])
    x = np.stack([np.ones_like(logits), logits], 1)
    for _ in range(30):
        p = 1 / (1 + np.exp(-x @ a))
        a = a - np.linalg.solve((x * (p * (1 - p))[:, None]).T @ x, x.T @ (p - y))
    return a


def area(y: np.ndarray, p: np.ndarray) -> float:
    """Probability that a good one is estimated higher than a bad one."""
    rank = np.empty(len(p))
    rank[np.argsort(p)] = np.arange(1, len(p) + 1)
    good = y.sum()
    return (rank[y == 1].sum() - good * (good + 1) / 2) / (good * (len(y) - good))


def report(p: np.ndarray, y: np.ndarray, texts: np.ndarray, after: np.ndarray) -> None:
    count = len(set(texts))
    print(f"{len(y)} gaps of {count} texts, {100 * y.mean():.1f} % accepted")
    print(f"Brier {((p - y) ** 2).mean():.3f}, area {area(y, p):.3f} (alone {area(y[~after], p[~after]):.3f}, after another {area(y[after], p[after]):.3f})")
    print("estimated | gaps | accepted")
    for low in np.arange(0, 1, 0.1):
        some = (p >= low) & (p < low + 0.1)
        if some.any():
            print(f"{low:.1f} to {low + 0.1:.1f} | {some.sum()} | {100 * y[some].mean():.1f} %")
    print("from | gaps a text | accepted")
    for low in (0.4, 0.5, 0.6, 0.65, 0.7, 0.75, 0.8):
        some = p >= low
        if some.any():
            print(f"{low} | {some.sum() / count:.2f} | {100 * y[some].mean():.1f} %")


def main() -> None:
    arguments = argparse.ArgumentParser()
    arguments.add_argument("names", nargs="+")
    arguments.add_argument("--write", action="store_true")
    given = arguments.parse_args()
    x, y, texts, after = read(given.names)
    mean, scale = x.mean(0), 1 / (x.std(0) + 1e-2)
    x = standard(x, mean, scale)
    fold = np.array([zlib.crc32(text.encode()) % FOLDS for text in texts])
    logits = np.zeros(len(y))
    for k in range(FOLDS):
        logits[fold == k] = outputs([fit(x[fold != k], y[fold != k], seed) for seed in range(NETWORKS)], x[fold == k])
    calibration = calibrate(logits, y)
    report(1 / (1 + np.exp(-(calibration[0] + calibration[1] * logits))), y, texts, after)
    if not given.write:
        return
    header, tensors = pack.read(without="gaps/")
    tensors.add("gaps/mean", mean)
    tensors.add("gaps/scale", scale)
    tensors.add("gaps/calibration", calibration)
    for i in range(NETWORKS):
        w, b, out = fit(x, y, i)
        tensors.add(f"gaps/{i}/W", w, quantised=True)
        tensors.add(f"gaps/{i}/b", b)
        tensors.add(f"gaps/{i}/out", out)
    pack.write(header, tensors)


if __name__ == "__main__":
    main()
