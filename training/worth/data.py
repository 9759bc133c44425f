"""What `npm run gaps` wrote, as arrays: sentences as rows of tokens, and their gaps."""

import json
from pathlib import Path

import numpy as np
import torch

from gaps import FARTHEST, is_kept, read_gaps

DEPS = (
    "nsubj nsubjpass dobj pobj attr oprd conj prep det amod compound poss advmod ROOT relcl advcl ccomp appos nummod punct aux cc".split()
)
ENTITIES = "PERSON NORP ORG GPE LOC DATE CARDINAL MONEY PERCENT QUANTITY EVENT WORK_OF_ART FAC PRODUCT ORDINAL TIME".split()
TAGS = "NN NNS NNP NNPS VBD VBZ VBP VB VBN VBG PRP PRP$ DT IN JJ RB CD".split()
KINDS = {"dep": DEPS, "entity": ENTITIES, "tag": TAGS}
WORDS, ENDINGS, PLACES, TOLD = 10_000, 256, 80, 8
# Of the numbers of a gap, those that the reader makes come first.
READ = 3 * 128
CODES = {"0": 0, "1": 1, "x": 2}


class Data:
    """Sentences as rows of tokens, and their gaps."""

    def __init__(self, names: list[str], taught: str) -> None:
        seen, gaps, numbers = [], [], []
        for name in names:
            some, told = read_gaps(name)
            labelled = np.array(["accept" in gap for gap in some])
            gaps += [{**gap, "sentence": gap["sentence"] + len(seen)} for gap, one in zip(some, labelled) if one]
            numbers.append(told[labelled])
            seen += [json.loads(line) for line in Path(f"{name}.seen.jsonl").read_text().splitlines()]
        self.gaps, self.told = gaps, np.concatenate(numbers)[:, READ:]
        self.length = np.array([len(one["seen"]) for one in seen])
        self.start = np.concatenate([[0], np.cumsum(self.length)])
        tokens = [token for one in seen for token in one["seen"]]
        self.words = common([token["word"] for token in tokens])
        rows = {word: i for i, word in enumerate(self.words)}
        self.word = np.array([rows.get(token["word"], len(rows) + ending(token["word"])) for token in tokens])
        kinds = [{label: i + 1 for i, label in enumerate(labels)} for labels in KINDS.values()]
        self.kind = np.array([[own.get(token[name], 0) for name, own in zip(KINDS, kinds)] for token in tokens])
        self.part = np.array([token["part"] for token in tokens])
        self.numbers = np.array([token["told"] for token in tokens], np.float32)
        self.place = np.concatenate([places([token["part"] for token in one["seen"]]) for one in seen])
        self.taught = np.load(taught, mmap_mode="r")
        self.code = np.array([CODES.get(one.get("code"), -1) for one in seen])
        self.kept = np.array([self.code[i] >= 0 and is_kept(one["text"]) for i, one in enumerate(seen)])
        self.of: list[list[int]] = [[] for _ in seen]
        for i, gap in enumerate(gaps):
            self.of[gap["sentence"]].append(i)
        self.accept = torch.tensor([float(gap["accept"]) for gap in gaps])
        self.good = torch.tensor([float(gap["good"]) for gap in gaps])
        self.fitted = np.array([not self.kept[gap["sentence"]] for gap in gaps])
        some = self.told[self.fitted]
        self.standard = torch.tensor(np.clip((self.told - some.mean(0)) / (some.std(0) + 1e-2), -FARTHEST, FARTHEST))

    def batch(self, which: np.ndarray) -> tuple[dict[str, torch.Tensor], np.ndarray, np.ndarray]:
        """Tensors (sentences, longest), the tokens that they are made of, and which of these are real."""
        longest = np.arange(self.length[which].max())[None]
        real = longest < self.length[which][:, None]
        at = np.where(real, self.start[which][:, None] + longest, 0)
        names = ("word", "kind", "part", "place", "numbers")
        tensors = {name: torch.tensor(getattr(self, name)[at]) for name in names}
        return {**tensors, "hidden": torch.tensor(np.where(real, 0, -1e4).astype(np.float32))}, at, real

    def batches(self, which: np.ndarray, size: int, rng: np.random.Generator) -> list[np.ndarray]:
        """In random order, those of like length together."""
        which = rng.permutation(which)
        found = []
        for i in range(0, len(which), 40 * size):
            some = which[i : i + 40 * size]
            some = some[np.argsort(self.length[some], kind="stable")]
            found += [some[j : j + size] for j in range(0, len(some), size)]
        return [found[i] for i in rng.permutation(len(found))]


def common(words: list[str]) -> list[str]:
    found, counts = np.unique([word for word in words if word.split() == [word]], return_counts=True)
    return [str(found[i]) for i in np.lexsort((found, -counts))[:WORDS]]


def ending(word: str) -> int:
    row = 0
    for letter in word[-3:]:
        row = (row * 131 + ord(letter)) % ENDINGS
    return row


def places(parts: list[int]) -> np.ndarray:
    """Place of each token in its part."""
    count = [0, 0, 0]
    found = []
    for part in parts:
        found.append(min(count[part], PLACES - 1))
        count[part] += 1
    return np.array(found)
