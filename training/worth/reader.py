"""Teaches and fits the reader of gaps on what `npm run gaps -- … OUT` wrote.

    python worth/reader.py OUT… STATES.npy [--write]

The reader, a small transformer, first learns to say what its teacher says (`teacher.py`), then, gently, what labellers said. A tenth
of the texts is kept out. `--write` puts it into the file of weights; gaps have to be made anew then, and what judges them
fitted anew (`judge.py`).
"""

import argparse
import sys
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F
from torch import nn

sys.path.insert(0, str(Path(__file__).parent.parent))
import pack  # noqa: E402
from data import ENDINGS, KINDS, PLACES, TOLD, Data  # noqa: E402
from gaps import FARTHEST  # noqa: E402

WORD, WIDTH, LAYERS, HEADS, INNER, HIDDEN, TAUGHT = 64, 128, 2, 4, 256, 192, 160


class Layer(nn.Module):
    def __init__(self) -> None:
        super().__init__()
        self.seeing, self.thinking = nn.LayerNorm(WIDTH), nn.LayerNorm(WIDTH)
        self.asks, self.takes = nn.Linear(WIDTH, 3 * WIDTH), nn.Linear(WIDTH, WIDTH)
        self.widens, self.narrows = nn.Linear(WIDTH, INNER), nn.Linear(INNER, WIDTH)
        self.drop = nn.Dropout(0.15)

    def forward(self, x: torch.Tensor, hidden: torch.Tensor) -> torch.Tensor:
        count, length, _ = x.shape
        query, key, value = self.asks(self.seeing(x)).view(count, length, 3, HEADS, -1).permute(2, 0, 3, 1, 4)
        shares = (query @ key.transpose(2, 3) / query.shape[-1] ** 0.5 + hidden[:, None, None]).softmax(-1)
        x = x + self.drop(self.takes((shares @ value).transpose(1, 2).reshape(count, length, WIDTH)))
        return x + self.drop(self.narrows(F.relu(self.widens(self.thinking(x)))))


class Reader(nn.Module):
    def __init__(self, words: int, told: int) -> None:
        super().__init__()
        self.word, self.embed = nn.Embedding(words + ENDINGS, WORD), nn.Linear(WORD, WIDTH)
        self.kinds = nn.ModuleList(nn.Embedding(len(labels) + 1, WIDTH) for labels in KINDS.values())
        self.part, self.place, self.told = nn.Embedding(3, WIDTH), nn.Embedding(PLACES, WIDTH), nn.Linear(TOLD, WIDTH)
        nn.init.normal_(self.word.weight, std=0.5)
        for table in (*self.kinds, self.part, self.place):
            nn.init.normal_(table.weight, std=0.1)
        self.layers, self.last = nn.ModuleList(Layer() for _ in range(LAYERS)), nn.LayerNorm(WIDTH)
        self.taught, self.code = nn.Linear(WIDTH, TAUGHT), nn.Linear(2 * WIDTH, 3)
        self.hidden, self.out = nn.Linear(3 * WIDTH + told, HIDDEN), nn.Linear(HIDDEN, 2)
        self.few, self.many = nn.Dropout(0.1), nn.Dropout(0.5)

    def heads(self) -> list[nn.Parameter]:
        return [*self.hidden.parameters(), *self.out.parameters(), *self.code.parameters()]

    def read(self, batch: dict[str, torch.Tensor]) -> torch.Tensor:
        x = self.embed(self.few(self.word(batch["word"]))) + self.told(batch["numbers"])
        x = x + self.place(batch["place"]) + self.part(batch["part"])
        for i, table in enumerate(self.kinds):
            x = x + table(batch["kind"][..., i])
        for layer in self.layers:
            x = layer(x, batch["hidden"])
        return self.last(x)

    def sense(self, data: Data, which: np.ndarray) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor, list[int]]:
        """States; means (sentences, 2 · width) of the sentence and of what stands before; readings (gaps, 3 · width); the gaps."""
        batch, at, real = data.batch(which)
        x = self.read(batch)

        def mean(some: np.ndarray) -> torch.Tensor:
            weight = torch.tensor(some.astype(np.float32))
            return (x * weight[..., None]).sum(1) / weight.sum(1, keepdim=True).clamp(min=1)

        around = torch.cat([mean(real & (data.part[at] == 2)), mean(real & (data.part[at] != 2))], 1)
        gaps = [gap for i in which for gap in data.of[i]]
        rows = [row for row, i in enumerate(which) for _ in data.of[i]]
        words = np.zeros((len(gaps), at.shape[1]), np.float32)
        for row, gap in enumerate(gaps):
            words[row, data.gaps[gap]["gap"]] = 1 / len(data.gaps[gap]["gap"])
        inside = (torch.tensor(words)[:, None] @ x[rows])[:, 0]
        return x, around, torch.cat([inside, around[rows]], 1), gaps

    def judge(self, readings: torch.Tensor, told: torch.Tensor) -> torch.Tensor:
        """Logits (gaps, 2): whether it is accepted, and whether it is good in its sentence."""
        numbers = torch.cat([readings.clamp(-FARTHEST, FARTHEST), self.few(told)], 1)
        return self.out(self.many(F.relu(self.hidden(numbers))))

    def distance(self, data: Data, x: torch.Tensor, at: np.ndarray, real: np.ndarray) -> torch.Tensor:
        """Mean square of what is missing from the teacher's states."""
        wanted = torch.tensor(2 * np.asarray(data.taught[at[real]], dtype=np.float32))
        known = ~torch.isnan(wanted[:, 0])
        return ((self.taught(x)[torch.tensor(real)] - wanted)[known] ** 2).mean()


def train(reader: Reader, groups: list[dict], batches, rounds: int, warm: int, loss) -> None:
    optimiser = torch.optim.AdamW(groups)
    rates = [group["lr"] for group in optimiser.param_groups]
    steps = step = 0
    for number in range(rounds):
        some = batches()
        steps = steps or rounds * len(some)
        total = 0.0
        for which in some:
            step += 1
            for group, rate in zip(optimiser.param_groups, rates):
                group["lr"] = rate * min(1, step / warm) * max(0.02, 1 - step / steps)
            one = loss(which)
            optimiser.zero_grad()
            one.backward()
            nn.utils.clip_grad_norm_(reader.parameters(), 1.0)
            optimiser.step()
            total += one.item()
        print(f"round {number + 1} of {rounds}: loss {total / len(some):.3f}", flush=True)


def teach(reader: Reader, data: Data, rng: np.random.Generator) -> None:
    def loss(which: np.ndarray) -> torch.Tensor:
        batch, at, real = data.batch(which)
        return reader.distance(data, reader.read(batch), at, real)

    everything = np.arange(len(data.length))
    groups = [{"params": list(reader.parameters()), "lr": 2e-3, "weight_decay": 0.01}]
    train(reader, groups, lambda: data.batches(everything, 64, rng), 3, 200, loss)


def fit(reader: Reader, data: Data, rng: np.random.Generator) -> None:
    code = torch.tensor(data.code)

    def loss(which: np.ndarray) -> torch.Tensor:
        x, around, readings, gaps = reader.sense(data, which)
        _, at, real = data.batch(which)
        wanted = torch.stack([data.accept[gaps], data.good[gaps]], 1)
        each = F.binary_cross_entropy_with_logits(reader.judge(readings, data.standard[gaps]), wanted, reduction="none").mean(0)
        return each[0] + 0.5 * each[1] + 0.3 * F.cross_entropy(reader.code(around), code[which]) + reader.distance(data, x, at, real)

    heads = {id(parameter) for parameter in reader.heads()}
    groups = [
        {"params": [one for one in reader.parameters() if id(one) not in heads], "lr": 2e-4, "weight_decay": 0.02},
        {"params": reader.heads(), "lr": 2e-3, "weight_decay": 0.2},
    ]
    fitted = np.flatnonzero((data.code >= 0) & ~data.kept)
    train(reader, groups, lambda: data.batches(fitted, 48, rng), 2, 100, loss)


def write(reader: Reader, words: list[str]) -> None:
    header, tensors = pack.read(without=("reader/",))
    header["reader"] = {"words": " ".join(words), "labels": KINDS}

    def add(name: str, tensor: torch.Tensor, **how) -> None:
        tensors.add(name, tensor.detach().numpy(), **how)

    def linear(name: str, one: nn.Linear) -> None:
        add(f"{name}/W", one.weight, quantised=True, levels=63)
        add(f"{name}/b", one.bias)

    def norm(name: str, one: nn.LayerNorm) -> None:
        add(f"{name}/G", one.weight)
        add(f"{name}/b", one.bias)

    add("reader/words", reader.word.weight, quantised=True, levels=15)
    linear("reader/embed", reader.embed)
    # What is told adds its columns to a word, one a number.
    add("reader/told", reader.told.weight.T.contiguous())
    add("reader/part", reader.part.weight + reader.told.bias)
    add("reader/place", reader.place.weight, quantised=True)
    for name, table in zip(KINDS, reader.kinds):
        add(f"reader/{name}", table.weight, quantised=True)
    for i, layer in enumerate(reader.layers):
        norm(f"reader/{i}/attention/norm", layer.seeing)
        linear(f"reader/{i}/attention/in", layer.asks)
        linear(f"reader/{i}/attention/out", layer.takes)
        norm(f"reader/{i}/forward/norm", layer.thinking)
        linear(f"reader/{i}/forward/in", layer.widens)
        linear(f"reader/{i}/forward/out", layer.narrows)
    norm("reader/last", reader.last)
    pack.write(header, tensors)


def main() -> None:
    arguments = argparse.ArgumentParser()
    arguments.add_argument("names", nargs="+")
    arguments.add_argument("states")
    arguments.add_argument("--write", action="store_true")
    given = arguments.parse_args()
    torch.manual_seed(0)
    rng = np.random.default_rng(0)
    data = Data(given.names, given.states)
    reader = Reader(len(data.words), data.told.shape[1])
    teach(reader, data, rng)
    fit(reader, data, rng)
    if given.write:
        write(reader, data.words)


if __name__ == "__main__":
    main()
