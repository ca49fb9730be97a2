"""Corpora → packed sentences and label vocabularies."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

from parley.analysis.wordpiece import pieces, shape
from training import corpora
from training.corpora import Doc, Sent

TAGS = ("upos", "xpos", "feats", "ner", "attr")
GMB_SENTENCES = 9000


@dataclass
class Packed:
    """A sentence as numbers: pieces and shape of each word, label indices (-100 where a corpus is silent)."""

    ids: list[list[int]]
    shapes: list[int]
    labels: dict[str, list[int]]
    heads: list[int] | None
    rels: list[int] | None
    size: int
    source: Sent


@dataclass
class Dataset:
    """Training and held-out corpora by name, each a list of documents; the labels of all heads; the word pieces."""

    train: dict[str, list[list[Packed]]] = field(default_factory=dict)
    held_out: dict[str, list[list[Packed]]] = field(default_factory=dict)
    vocabulary: dict[str, list[str]] = field(default_factory=dict)


def read(data: Path, polnear: bool, seed: int) -> tuple[dict[str, list[Doc]], dict[str, list[Doc]]]:
    """The training and the held-out corpora as documents."""
    ud, gum = data / "UD_English-EWT", data / "UD_English-GUM"
    names = data / "UNER_English-EWT"
    gmb = corpora.gmb(data / "GMB_kaggle" / "ner_dataset.csv.zip", GMB_SENTENCES, seed)
    demonyms = known_demonyms(gmb)
    train = {
        "ewt": corpora.conllu(ud / "en_ewt-ud-train.conllu"),
        "gum": corpora.conllu(gum / "permissive-train.conllu"),
    }
    held_out = {
        "ewt": corpora.conllu(ud / "en_ewt-ud-dev.conllu"),
        "gum": corpora.conllu(gum / "permissive-dev.conllu"),
    }
    corpora.add_names(train["ewt"], names / "en_ewt-ud-train.iob2", demonyms)
    corpora.add_names(held_out["ewt"], names / "en_ewt-ud-dev.iob2", demonyms)
    train["gmb"] = gmb
    train["wikigold"] = corpora.wikigold(data / "wikigold" / "CONLL-format" / "data" / "wikigold.conll.txt", demonyms)
    train["re3d"] = corpora.re3d(data / "re3d")
    if polnear:
        train["polnear"] = corpora.polnear(data / "PolNeAR" / "data" / "train")
        held_out["polnear"] = corpora.polnear(data / "PolNeAR" / "data" / "dev")
    return train, held_out


def known_demonyms(docs: list[Doc]) -> frozenset[str]:
    """Words that GMB labels as demonyms at least three times."""
    count = Counter(w for d in docs for s in d for w, t in zip(s.words, s.labels["ner"], strict=True) if t == "B-DEM")
    return frozenset(w for w, n in count.items() if n >= 3)


def vocabularies(train: dict[str, list[Doc]]) -> dict[str, list[str]]:
    """The labels of each head, most frequent first; features seen less than three times are left out."""
    count: dict[str, Counter[str]] = {h: Counter() for h in (*TAGS, "deprel")}
    for sent in (s for docs in train.values() for d in docs for s in d):
        for head, labels in sent.labels.items():
            count[head].update(x for x in labels if x is not None)
        count["deprel"].update(sent.rels or ())
    least = {"feats": 3}
    return {h: [x for x, n in c.most_common() if n >= least.get(h, 1)] for h, c in count.items()}


def pack(
    sent: Sent, vocabulary: dict[str, list[str]], index: dict[str, dict[str, int]], wordpieces: dict[str, int]
) -> Packed:
    """One sentence as numbers."""
    ids = [pieces(w, wordpieces) for w in sent.words]
    labels = {h: [index[h].get(x, -100) if x is not None else -100 for x in sent.labels[h]] for h in sent.labels}
    rels = [index["deprel"].get(r, -100) for r in sent.rels] if sent.rels else None
    return Packed(ids, [shape(w) for w in sent.words], labels, sent.heads, rels, sum(map(len, ids)) + 1, sent)


def build(data: Path, wordpieces: dict[str, int], polnear: bool = True, seed: int = 0) -> Dataset:
    """Everything that training needs, from the folder of unpacked corpora."""
    train, held_out = read(data, polnear, seed)
    vocabulary = vocabularies(train)
    index = {h: {x: i for i, x in enumerate(v)} for h, v in vocabulary.items()}
    out = Dataset(vocabulary=vocabulary)
    for target, source in ((out.train, train), (out.held_out, held_out)):
        for name, docs in source.items():
            target[name] = [[pack(s, vocabulary, index, wordpieces) for s in d] for d in docs]
    return out
