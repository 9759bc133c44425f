"""The file of weights that the app loads, `static/weights/en-<hash>.qern`, and its manifest.

Layout, after gzip: magic `QERN`, the length of the header (u32, little endian), the header (JSON), padding to a multiple
of 4, the tensors. Every tensor is either `f32`, or `i8` with one `f32` scale a row; offsets count from the end of the
padding. The manifest, `src/lib/language/weights.ts`, names the file, its SHA-256, and where the weights come from.
"""

import gzip
import hashlib
import json
import struct
from pathlib import Path

import numpy as np

ROOT = Path(__file__).parent.parent
OUT = ROOT / "static" / "weights"
MANIFEST = ROOT / "src" / "lib" / "language" / "weights.ts"
FORMAT = 1
SOURCE = {
    "quantised": "int8, one scale a row",
    "model": "en_core_web_sm",
    "version": "3.8.0",
    "licence": "MIT",
    "author": "Explosion",
}


class Tensors:
    """Collects arrays into one block of bytes and remembers where each stands."""

    def __init__(self, exact: bool) -> None:
        self.exact = exact
        self.bytes = bytearray()
        self.index: dict[str, dict] = {}

    def _put(self, array: np.ndarray) -> int:
        self.bytes += b"\0" * (-len(self.bytes) % 4)
        offset = len(self.bytes)
        self.bytes += array.tobytes()
        return offset

    def add(self, name: str, array: np.ndarray, quantised: bool = False, levels: int = 127) -> None:
        """`quantised` arrays are taken as rows, all but the last axis together; `levels` to each side, fewer pack smaller."""
        rows = np.ascontiguousarray(array.reshape(-1, array.shape[-1]), dtype=np.float32)
        entry: dict = {"shape": list(array.shape)}
        if quantised and not self.exact:
            scale = np.maximum(np.abs(rows).max(axis=1), 1e-12).astype(np.float32) / np.float32(levels)
            entry["i8"] = self._put(np.rint(rows / scale[:, None]).astype(np.int8))
            entry["scale"] = self._put(scale)
        else:
            entry["f32"] = self._put(rows)
        self.index[name] = entry

    def keep(self, name: str, entry: dict, data: bytes) -> None:
        """A tensor as it stands in the block `data`."""
        size = int(np.prod(entry["shape"]))
        kept: dict = {"shape": entry["shape"]}
        if "f32" in entry:
            kept["f32"] = self._put(np.frombuffer(data, np.float32, size, entry["f32"]))
        else:
            kept["i8"] = self._put(np.frombuffer(data, np.int8, size, entry["i8"]))
            kept["scale"] = self._put(np.frombuffer(data, np.float32, size // entry["shape"][-1], entry["scale"]))
        self.index[name] = kept


def read(without: str | tuple[str, ...]) -> tuple[dict, Tensors]:
    """The header and the tensors of the file that is there, but those whose names begin as `without` says."""
    (path,) = OUT.glob("en-????????.qern")
    data = gzip.decompress(path.read_bytes())
    (length,) = struct.unpack("<I", data[4:8])
    header = json.loads(data[8 : 8 + length])
    base = 8 + length + -(8 + length) % 4
    tensors = Tensors(exact=False)
    for name, entry in header["tensors"].items():
        if not name.startswith(without):
            tensors.keep(name, entry, data[base:])
    return header, tensors


def packed(header: dict, tensors: Tensors) -> bytes:
    header = {**header, "tensors": tensors.index}
    text = json.dumps(header, ensure_ascii=False, separators=(",", ":")).encode()
    data = b"QERN" + struct.pack("<I", len(text)) + text
    data += b"\0" * (-len(data) % 4) + bytes(tensors.bytes)
    return gzip.compress(data, 9, mtime=0)


def write(header: dict, tensors: Tensors) -> None:
    """The file and its manifest, in the place of those that are there."""
    file = packed(header, tensors)
    digest = hashlib.sha256(file).hexdigest()
    OUT.mkdir(parents=True, exist_ok=True)
    for before in OUT.glob("en-????????.qern"):
        before.unlink()
    manifest = {"path": f"/weights/en-{digest[:8]}.qern", "bytes": len(file), "sha256": digest, "format": FORMAT, **SOURCE}
    (ROOT / f"static{manifest['path']}").write_bytes(file)
    lines = ",\n".join(f"\t{key}: {repr(value)}" for key, value in manifest.items())
    MANIFEST.write_text(
        f"/** The weights of the language model: written by `training/pack.py`. */\nexport const WEIGHTS = {{\n{lines}\n}} as const;\n"
    )
    print(json.dumps(manifest, indent=2))
