"""Train the plain spaCy pipeline that the engine is measured against, on the same treebanks.

    PYTHONPATH=src:. PYTHON_WITH_SPACY -m eval.train_spacy --data build/data --out build/spacy [--epochs 10]

A small convolutional network (spaCy's own ``HashEmbedCNN``, no pretrained vectors) with tagger, morphologizer, parser
and names: trees and tags of EWT and GUM, names of UNER on EWT, universal labels. Seed and epochs are fixed. spaCy is
no dependency of the project: make a virtual environment of its own (``pip install spacy``). Scores on EWT dev (gold
words and sentences) are printed and kept in the pipeline's ``meta.json``.
"""

from __future__ import annotations

import argparse
import time
from collections import Counter
from pathlib import Path
from typing import Any

import spacy
from spacy.cli.init_config import init_config
from spacy.tokens import Doc, DocBin
from spacy.training.initialize import init_nlp
from spacy.training.loop import train
from spacy.vocab import Vocab

from training import corpora
from training.corpora import Sent

PIPES = ["tagger", "morphologizer", "parser", "ner"]
SENTENCES = 10  # of one document, so that the parser learns where sentences end


def doc_of(vocab: Vocab, sents: list[Sent]) -> Doc:
    """Neighbouring sentences as one spaCy document with all that the corpus knows of them."""
    heads: list[int] = []
    for sent in sents:
        offset = len(heads)
        heads += [offset + (h - 1 if h else k) for k, h in enumerate(sent.heads or [])]
    named = all("ner" in s.labels for s in sents)
    return Doc(
        vocab,
        words=[w for s in sents for w in s.words],
        spaces=[x for s in sents for x in s.spaces],
        tags=[t or "" for s in sents for t in s.labels["xpos"]],
        pos=[t or "" for s in sents for t in s.labels["upos"]],
        morphs=[t or "" for s in sents for t in s.labels["feats"]],
        heads=heads,
        deps=[r.split(":")[0] if r != "root" else "ROOT" for s in sents for r in s.rels or []],
        sent_starts=[k == 0 for s in sents for k in range(len(s.words))],
        ents=[t or "O" for s in sents for t in s.labels["ner"]] if named else None,
    )


def read(data: Path, part: str) -> dict[str, list[list[Sent]]]:
    """The treebanks by name, in runs of SENTENCES sentences."""
    ewt = corpora.conllu(data / "UD_English-EWT" / f"en_ewt-ud-{part}.conllu")
    corpora.add_names(ewt, data / "UNER_English-EWT" / f"en_ewt-ud-{part}.iob2", frozenset())
    gum = corpora.conllu(data / "UD_English-GUM" / f"permissive-{part}.conllu")
    return {
        name: [d[k : k + SENTENCES] for d in docs for k in range(0, len(d), SENTENCES)]
        for name, docs in (("ewt", ewt), ("gum", gum))
    }


def blank(doc: Doc) -> Doc:
    """The same words and sentences, nothing else."""
    return Doc(
        doc.vocab,
        words=[t.text for t in doc],
        spaces=[bool(t.whitespace_) for t in doc],
        sent_starts=[t.is_sent_start for t in doc],
    )


def scores(nlp: Any, golds: list[Doc]) -> dict[str, float]:
    """UPOS, UAS, LAS and F1 of names, in percent."""
    c = Counter[str]()
    for gold, found in zip(golds, nlp.pipe(blank(g) for g in golds), strict=True):
        for g, r in zip(gold, found, strict=True):
            head = g.head.i == r.head.i
            c.update(words=1, upos=g.pos_ == r.pos_, uas=head, las=head and g.dep_ == r.dep_)
        mine, want = ({(e.start, e.end, e.label_) for e in d.ents} for d in (found, gold))
        c.update(hits=len(mine & want), named=len(mine) + len(want))
    by_words = {k.upper(): 100 * c[k] / c["words"] for k in ("upos", "uas", "las")}
    return {**by_words, "names F1": 200 * c["hits"] / max(1, c["named"])}


def settings(out: Path, epochs: int, steps: int, seed: int) -> Any:
    """spaCy's own recipe for small pipelines, with a fixed seed and number of epochs."""
    config = init_config(lang="en", pipeline=PIPES, optimize="efficiency", gpu=False)
    config["paths"].update(train=str(out / "train.spacy"), dev=str(out / "dev.spacy"))
    config["system"]["seed"] = seed
    config["training"].update(seed=seed, max_epochs=epochs, max_steps=steps, patience=0, eval_frequency=500)
    return config


def main() -> None:
    """Convert, train, measure."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, default=Path("build/data"))
    parser.add_argument("--out", type=Path, default=Path("build/spacy"))
    parser.add_argument("--epochs", type=int, default=10)
    parser.add_argument("--steps", type=int, default=0, help="stop after so many batches (0: epochs alone decide)")
    parser.add_argument("--seed", type=int, default=0)
    args = parser.parse_args()
    args.out.mkdir(parents=True, exist_ok=True)
    vocab = spacy.blank("en").vocab
    for part in ("train", "dev"):
        docs = [doc_of(vocab, run) for runs in read(args.data, part).values() for run in runs]
        DocBin(docs=docs, store_user_data=False).to_disk(args.out / f"{part}.spacy")
        print(f"{part}: {len(docs)} documents, {sum(map(len, docs)):,} words", flush=True)
    begun = time.time()
    nlp = init_nlp(settings(args.out, args.epochs, args.steps, args.seed), use_gpu=-1)
    train(nlp, args.out, use_gpu=-1)
    minutes = (time.time() - begun) / 60
    best = spacy.load(args.out / "model-best")
    found = scores(best, [doc_of(best.vocab, run) for run in read(args.data, "dev")["ewt"]])
    found["minutes"] = minutes
    for name, value in found.items():
        print(f"{name:10s} {value:6.1f}")
    best.meta["performance"] = {"spacy": spacy.__version__, **found}
    best.to_disk(args.out / "model-best")


if __name__ == "__main__":
    main()
