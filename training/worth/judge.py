"""Fits the networks that judge gaps on what `npm run gaps -- … OUT` wrote, and prints how well they tell what readers accept in texts
that they were not fitted on.

    python worth/judge.py OUT… [--calibrate FRESH] [--write]

They learn from labels of all gaps of a sentence and from verdicts on those that were shown (`networks.py`). What they say is
calibrated on the verdicts of the texts kept out, or on those of FRESH, a set that the networks themselves chose the questions
of: the best of many are estimated too high. `--write` puts them into the file of weights.
"""

import argparse
import sys
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).parent.parent))
import pack  # noqa: E402
from gaps import is_kept, read_gaps  # noqa: E402
from networks import Networks  # noqa: E402
from report import calibrate, report  # noqa: E402


def gather(names: list[str]) -> tuple[list[dict], np.ndarray]:
    parts = [read_gaps(name) for name in names]
    return [gap for some, _ in parts for gap in some], np.concatenate([some for _, some in parts])


def verdicts_of(gaps: list[dict]) -> np.ndarray:
    """(verdicts, 3): gap, whether it is accepted, reader."""
    return np.array([(i, accept, reader) for i, gap in enumerate(gaps) for accept, reader in gap.get("verdicts", [])])


def main() -> None:
    arguments = argparse.ArgumentParser()
    arguments.add_argument("names", nargs="+")
    arguments.add_argument("--calibrate")
    arguments.add_argument("--write", action="store_true")
    given = arguments.parse_args()
    gaps, numbers = gather(given.names)
    kept = np.array([is_kept(gap["text"]) for gap in gaps])
    labels = np.array([(i, gap["accept"]) for i, gap in enumerate(gaps) if "accept" in gap])
    verdicts = verdicts_of(gaps)
    networks = Networks(numbers, labels[~kept[labels[:, 0]]], verdicts[~kept[verdicts[:, 0]]])
    logits = networks.logits(numbers)
    held, judged = labels[kept[labels[:, 0]]], verdicts[kept[verdicts[:, 0]]]
    calibration = calibrate(logits[judged[:, 0]], judged[:, 1])
    if given.calibrate:
        fresh, theirs = gather([given.calibrate])
        said = verdicts_of(fresh)
        calibration = calibrate(networks.logits(theirs)[said[:, 0]], said[:, 1])
    print("Calibration", calibration)
    for name, some in (("Verdicts on what was shown", judged), ("Labels", held)):
        print(f"{name}, of the texts kept out:")
        which, y = some[:, 0], some[:, 1]
        estimate = 1 / (1 + np.exp(-(calibration[0] + calibration[1] * logits[which])))
        report(estimate, y, np.array([gaps[i]["text"] for i in which]), np.array([gaps[i]["after"] for i in which]))
    if given.write:
        header, tensors = pack.read(without=("gaps/",))
        networks.write(tensors, calibration)
        pack.write(header, tensors)


if __name__ == "__main__":
    main()
