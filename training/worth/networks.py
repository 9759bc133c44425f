"""The networks that judge a gap: one hidden layer each, the mean of their outputs calibrated."""

import numpy as np
import torch
import torch.nn.functional as F
from torch import nn

NETWORKS, HIDDEN, ROUNDS, BATCH, RATE, DECAY, DROP_IN, DROP = 3, 64, 5, 256, 2e-3, 0.2, 0.1, 0.5
FARTHEST = 4


class Networks:
    """Fitted on numbers (gaps, width) and whether each gap was accepted."""

    def __init__(self, numbers: np.ndarray, accept: np.ndarray) -> None:
        self.mean, self.scale = numbers.mean(0), 1 / (numbers.std(0) + 1e-2)
        x, y = self.standard(numbers), torch.tensor(accept, dtype=torch.float32)
        self.networks = [self.fitted(x, y, seed) for seed in range(NETWORKS)]

    def standard(self, numbers: np.ndarray) -> torch.Tensor:
        return torch.tensor(np.clip((numbers - self.mean) * self.scale, -FARTHEST, FARTHEST), dtype=torch.float32)

    def fitted(self, x: torch.Tensor, y: torch.Tensor, seed: int) -> nn.Sequential:
        torch.manual_seed(seed)
        network = nn.Sequential(nn.Dropout(DROP_IN), nn.Linear(x.shape[1], HIDDEN), nn.ReLU(), nn.Dropout(DROP), nn.Linear(HIDDEN, 1))
        optimiser = torch.optim.AdamW(network.parameters(), lr=RATE, weight_decay=DECAY)
        steps, step = ROUNDS * (len(x) // BATCH), 0
        for _ in range(ROUNDS):
            order = torch.randperm(len(x))
            for at in range(0, len(x) - BATCH + 1, BATCH):
                some = order[at : at + BATCH]
                step += 1
                for group in optimiser.param_groups:
                    group["lr"] = RATE * max(0.02, 1 - step / steps)
                loss = F.binary_cross_entropy_with_logits(network(x[some])[:, 0], y[some])
                optimiser.zero_grad()
                loss.backward()
                optimiser.step()
        return network.eval()

    def logits(self, numbers: np.ndarray) -> np.ndarray:
        x = self.standard(numbers)
        with torch.no_grad():
            return sum(network(x)[:, 0].numpy() for network in self.networks) / NETWORKS

    def write(self, tensors, calibration: np.ndarray) -> None:
        tensors.add("gaps/mean", self.mean)
        tensors.add("gaps/scale", self.scale)
        tensors.add("gaps/calibration", calibration)
        for i, (_, hidden, _, _, out) in enumerate(self.networks):
            tensors.add(f"gaps/{i}/W", hidden.weight.detach().numpy(), quantised=True, levels=63)
            tensors.add(f"gaps/{i}/b", hidden.bias.detach().numpy())
            tensors.add(f"gaps/{i}/out", np.append(out.weight.detach().numpy()[0], out.bias.detach().numpy()))
