"""Readers of the training corpora: each gives documents, a document being a list of sentences with labels.

Nothing of the corpora is kept in the project; ``docs/model-card.md`` names their homes and licences.
"""

from __future__ import annotations

import csv
import io
import json
import random
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from parley.analysis.sentences import split
from parley.analysis.tokens import tokenize

Labels = list[str | None]


@dataclass
class Sent:
    """A sentence: words, labels by head (None where a corpus says nothing), and its tree (heads from 1, 0 the root)."""

    words: list[str]
    labels: dict[str, Labels] = field(default_factory=dict)
    heads: list[int] | None = None
    rels: list[str] | None = None
    lemmas: list[str] | None = None
    id: str = ""
    spaces: list[bool] = field(default_factory=list)  # whether white space follows each word


Doc = list[Sent]


def conllu(path: Path) -> list[Doc]:
    """Documents of a CoNLL-U file."""
    docs: list[Doc] = []
    sent_id, rows, glued = "", list[list[str]](), set[int]()
    for line in [*path.read_text(encoding="utf-8").splitlines(), ""]:
        if line.startswith("# newdoc") or (not docs and line.startswith("#")):
            docs.append([])
        if line.startswith("# sent_id"):
            sent_id = line.partition("=")[2].strip()
        elif line and line[0].isdigit():
            cells = line.split("\t")
            if cells[0].isdigit():
                rows.append(cells)
            elif "-" in cells[0]:
                joined = int(cells[0].partition("-")[2]), "SpaceAfter=No" in cells[9]
                inner = range(int(cells[0].partition("-")[0]), joined[0])
                glued.update(inner if not joined[1] else [*inner, joined[0]])
        elif not line.strip() and rows:
            for row in rows:
                row[9] += "|SpaceAfter=No" if int(row[0]) in glued else ""
            docs[-1].append(_ud_sentence(sent_id, rows))
            rows, glued = [], set()
    return [d for d in docs if d]


def _ud_sentence(sent_id: str, rows: list[list[str]]) -> Sent:
    labels: dict[str, Labels] = {
        "upos": [r[3] for r in rows],
        "xpos": [r[4] for r in rows],
        "feats": [r[5] for r in rows],
    }
    return Sent(
        [r[1] for r in rows],
        labels,
        [int(r[6]) for r in rows],
        [r[7] for r in rows],
        [r[2] for r in rows],
        sent_id,
        ["SpaceAfter=No" not in r[9] for r in rows],
    )


def add_names(docs: list[Doc], path: Path, demonyms: frozenset[str]) -> None:
    """Names of UNER onto the sentences of the same treebank; demonyms, which UNER leaves out, from a list."""
    tags: dict[str, list[str]] = {}
    current = ""
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("# sent_id"):
            current = line.partition("=")[2].strip()
            tags[current] = []
        elif line and line[0].isdigit() and line.split("\t")[0].isdigit():
            tags[current].append(line.split("\t")[2])
    for sent in (s for d in docs for s in d):
        found = tags.get(sent.id, [])
        if len(found) == len(sent.words):
            sent.labels["ner"] = repair([_name(t) for t in found])
            mark_demonyms(sent, demonyms)


def _name(tag: str) -> str:
    return tag if tag[2:] in {"PER", "ORG", "LOC"} else "O"


def mark_demonyms(sent: Sent, demonyms: frozenset[str]) -> None:
    """Label demonyms that the corpus leaves unlabelled."""
    ner = sent.labels["ner"]
    for i, word in enumerate(sent.words):
        if ner[i] == "O" and word in demonyms:
            ner[i] = "B-DEM"


def repair(tags: list[str]) -> Labels:
    """BIO tags in which no run starts with I."""
    out: Labels = []
    for i, tag in enumerate(tags):
        before = tags[i - 1][2:] if i else ""
        out.append("B" + tag[1:] if tag.startswith("I-") and before != tag[2:] else tag)
    return out


def gmb(path: Path, most: int, seed: int) -> list[Doc]:
    """A sample of GMB (silver names of world news): one sentence a document, demonyms told from places by form."""
    names = {"geo": "LOC", "gpe": "LOC", "org": "ORG", "per": "PER"}
    sents: list[Sent] = []
    words, tags = list[str](), list[str]()
    with zipfile.ZipFile(path) as archive:
        name = next(n for n in archive.namelist() if n.endswith(".csv") and not n.startswith("__"))
        text = archive.read(name).decode("latin-1")
    for row in csv.reader(io.StringIO(text)):
        if row[0].startswith("Sentence:") and words:
            sents.append(_retokenized(words, tags))
            words, tags = [], []
        if len(row) > 3 and row[0] != "Sentence #":
            label = names.get(row[3][2:], "")
            if row[3][2:] == "gpe" and re.search(r"(an|ans|ish|ese|i|is|ch|ek|ss|eks|s)$", row[1]):
                label = "DEM" if row[2].startswith("J") or row[1].endswith("s") else label
            words.append(row[1])
            tags.append(f"{row[3][:2]}{label}" if label else "O")
    random.Random(seed).shuffle(sents)
    return [[s] for s in sents[:most]]


def _retokenized(words: list[str], tags: list[str]) -> Sent:
    """A sentence in the engine's own words: hyphens and clitics split as in the treebanks."""
    out: list[str] = []
    labels: list[str] = []
    for word, tag in zip(words, tags, strict=True):
        for k, (a, b) in enumerate(tokenize(word)):
            out.append(word[a:b])
            labels.append(tag if k == 0 or tag == "O" else f"I-{tag[2:]}")
    return Sent(out or ["."], {"ner": repair(labels) if out else ["O"]})


def wikigold(path: Path, demonyms: frozenset[str]) -> list[Doc]:
    """WikiGold: PER, ORG, LOC; its MISC counts as a demonym where the list has it."""
    docs: list[Doc] = [[]]
    words, tags = list[str](), list[str]()
    for line in [*path.read_text(encoding="utf-8").splitlines(), ""]:
        if line.startswith("-DOCSTART-"):
            docs.append([])
        elif line.strip():
            word, tag = line.split()[:2]
            words.append(word)
            tags.append(tag if tag[2:] in {"PER", "ORG", "LOC"} else "O")
        elif words:
            sent = _retokenized(words, tags)
            mark_demonyms(sent, demonyms)
            docs[-1].append(sent)
            words, tags = [], []
    return [d for d in docs if d]


def re3d(folder: Path) -> list[Doc]:
    """re3d: entities of defence and foreign-office texts, standing off."""
    kinds = {"Person": "PER", "Organisation": "ORG", "Location": "LOC", "Nationality": "DEM"}
    docs = []
    for sub in sorted(p for p in folder.iterdir() if (p / "entities.json").exists()):
        spans: dict[str, list[tuple[int, int, str]]] = {}
        for row in _json_lines(sub / "entities.json"):
            if row["type"] in kinds:
                spans.setdefault(row["documentId"], []).append((row["begin"], row["end"], kinds[row["type"]]))
        for row in _json_lines(sub / "documents.json"):
            docs.append(from_text(row["text"], {"ner": spans.get(row["_id"], [])}))
    return [d for d in docs if d]


def _json_lines(path: Path) -> Iterator[dict[str, object]]:
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.strip():
            yield json.loads(line)


def from_text(text: str, spans: dict[str, list[tuple[int, int, str]]]) -> Doc:
    """A document in the engine's words and sentences, with BIO labels of character spans (longer spans first)."""
    words = tokenize(text)
    labels: dict[str, list[str]] = {head: ["O"] * len(words) for head in spans}
    for head, rows in spans.items():
        for start, end, label in sorted(rows, key=lambda r: r[0] - r[1]):
            run = [i for i, (a, b) in enumerate(words) if a < end and b > start]
            if run and all(labels[head][i] == "O" for i in run):
                for k, i in enumerate(run):
                    labels[head][i] = ("I-" if k else "B-") + label
    out = []
    for first, last in split(text, words):
        tags: dict[str, Labels] = {h: list(v[first:last]) for h, v in labels.items()}
        out.append(Sent([text[a:b] for a, b in words[first:last]], tags))
    return out


def polnear(folder: Path) -> list[Doc]:
    """PolNeAR: sources, cues and contents of attributions in political news, one document an article."""
    docs = []
    texts = {p.stem: p for p in (folder / "text").iterdir()}
    done: set[Path] = set()
    for path in sorted((folder / "attributions").glob("*.ann")):
        source = texts.get(path.stem) or texts.get(path.stem.rsplit("_", 1)[0])
        if source is None or source in done:  # some articles were annotated twice: the first counts
            continue
        done.add(source)
        spans = []
        for line in path.read_text(encoding="utf-8").splitlines():
            cells = line.split("\t")
            if len(cells) >= 2 and cells[0].startswith("T"):
                kind, _, places = cells[1].partition(" ")
                if kind in {"Source", "Cue", "Content"}:
                    spans += [(int(p.split()[0]), int(p.split()[1]), kind) for p in places.split(";")]
        doc = from_text(source.read_text(encoding="utf-8"), {"attr": spans})
        for sent in doc:
            sent.id = path.stem
        docs.append(doc)
    return docs


def encounters(path: Path) -> list[Doc]:
    """The hand-labelled short texts with their attributions: to measure on, not to learn from."""
    return [_attributed(row) for row in _json_lines(path)]


def _attributed(row: dict[str, object]) -> Doc:
    text = str(row["text"])
    spans: list[tuple[int, int, str]] = []
    for a in _rows(row, "attributions"):
        for key, label in (("source", "Source"), ("outlet", "Source"), ("cue", "Cue"), ("content", "Content")):
            words = a.get(key)
            if words and (at := find(text, str(words))) is not None:
                spans.append((*at, label))
    return from_text(text, {"attr": spans})


def _rows(row: dict[str, object], key: str) -> list[dict[str, object]]:
    value = row.get(key)
    return [v for v in value if isinstance(v, dict)] if isinstance(value, list) else []


def find(text: str, words: str) -> tuple[int, int] | None:
    """Where exact words stand in a text, whole words first."""
    match = re.search(rf"(?<!\w){re.escape(words)}(?!\w)", text)
    at = match.start() if match else text.find(words)
    return (at, at + len(words)) if at >= 0 else None
