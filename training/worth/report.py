"""How well estimates tell good gaps, and their calibration."""

import numpy as np


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
