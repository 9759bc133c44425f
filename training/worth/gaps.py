"""The gaps that `npm run gaps` wrote, with what they are judged by."""

import json
import zlib
from pathlib import Path

import numpy as np

FARTHEST = 4
PARTS = 10


def read_gaps(name: str) -> tuple[list[dict], np.ndarray]:
    """The gaps of `name.jsonl`, and their numbers (gaps, width)."""
    gaps = [json.loads(line) for line in Path(f"{name}.jsonl").read_text().splitlines()]
    return gaps, np.fromfile(f"{name}.bin", np.float32).reshape(len(gaps), -1)


def is_kept(text: str) -> bool:
    """Whether a text is kept out of every fit, for the calibration and the report."""
    return zlib.crc32(text.encode()) % PARTS == 0
