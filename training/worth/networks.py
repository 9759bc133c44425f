"""The networks that judge a gap: one hidden layer each, the mean of their outputs calibrated."""

import numpy as np
import torch
import torch.nn.functional as F
from torch import nn

from gaps import FARTHEST

NETWORKS, HIDDEN, ROUNDS, BATCH, RATE, DECAY, DROP_IN, DROP = 3, 64, 5, 256, 2e-3, 0.2, 0.1, 0.5
# What a label and a verdict count in the estimate: there are more labels, and they tell of gaps that are never shown as well.
WEIGHTS = np.array([1 / 3, 2 / 3], np.float32)


class Network(nn.Module):
    """Two logits a gap: whether a labeller finds it good, and whether a reader accepts it as it is shown."""

    def __init__(self, width: int, readers: int) -> None:
        super().__init__()
        self.few, self.hidden, self.many, self.out = nn.Dropout(DROP_IN), nn.Linear(width, HIDDEN), nn.Dropout(DROP), nn.Linear(HIDDEN, 2)
        # How lenient each reader is, which is no merit of the gaps that he read.
        self.lenience = nn.Embedding(readers, 1)
        nn.init.zeros_(self.lenience.weight)

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        return self.out(self.many(F.relu(self.hidden(self.few(x)))))


class Networks:
    """Fitted on numbers (gaps, width), labels (gap, good) and verdicts (gap, accepted, reader)."""

    def __init__(self, numbers: np.ndarray, labels: np.ndarray, verdicts: np.ndarray) -> None:
        rows = np.concatenate([labels[:, 0], verdicts[:, 0]])
        self.mean, self.scale = numbers[labels[:, 0]].mean(0), 1 / (numbers[labels[:, 0]].std(0) + 1e-2)
        self.x = self.standard(numbers)
        self.rows = torch.tensor(rows)
        self.shown = torch.arange(len(rows)) >= len(labels)
        self.wanted = torch.tensor(np.concatenate([labels[:, 1], verdicts[:, 1]]), dtype=torch.float32)
        self.reader = torch.tensor(np.concatenate([0 * labels[:, 0], verdicts[:, 2]]))
        self.networks = [self.fitted(seed) for seed in range(NETWORKS)]

    def standard(self, numbers: np.ndarray) -> torch.Tensor:
        return torch.tensor(np.clip((numbers - self.mean) * self.scale, -FARTHEST, FARTHEST), dtype=torch.float32)

    def fitted(self, seed: int) -> Network:
        torch.manual_seed(seed)
        network = Network(self.x.shape[1], int(self.reader.max()) + 1)
        own = [*network.hidden.parameters(), *network.out.parameters()]
        groups = [{"params": own, "weight_decay": DECAY}, {"params": network.lenience.parameters(), "weight_decay": 0.01}]
        optimiser = torch.optim.AdamW(groups, lr=RATE)
        steps, step = ROUNDS * (len(self.rows) // BATCH), 0
        for _ in range(ROUNDS):
            order = torch.randperm(len(self.rows))
            for at in range(0, len(order) - BATCH + 1, BATCH):
                some = order[at : at + BATCH]
                step += 1
                for group in optimiser.param_groups:
                    group["lr"] = RATE * max(0.02, 1 - step / steps)
                logits = network(self.x[self.rows[some]])
                lenient = logits[:, 1] + network.lenience(self.reader[some])[:, 0]
                said = torch.where(self.shown[some], lenient, logits[:, 0])
                loss = F.binary_cross_entropy_with_logits(said, self.wanted[some])
                optimiser.zero_grad()
                loss.backward()
                optimiser.step()
        return network.eval()

    def logits(self, numbers: np.ndarray) -> np.ndarray:
        """Of both, by their weights: (gaps)."""
        x = self.standard(numbers)
        with torch.no_grad():
            return sum(network(x).numpy() @ WEIGHTS for network in self.networks) / NETWORKS

    def write(self, tensors, calibration: np.ndarray) -> None:
        tensors.add("gaps/mean", self.mean)
        tensors.add("gaps/scale", self.scale)
        tensors.add("gaps/calibration", calibration)
        for i, network in enumerate(self.networks):
            tensors.add(f"gaps/{i}/W", network.hidden.weight.detach().numpy(), quantised=True, levels=63)
            tensors.add(f"gaps/{i}/b", network.hidden.bias.detach().numpy())
            # The sum of both logits is one of the same shape.
            tensors.add(f"gaps/{i}/out", np.append(*(WEIGHTS @ one.detach().numpy() for one in (network.out.weight, network.out.bias))))
