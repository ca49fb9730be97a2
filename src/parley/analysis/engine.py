"""The engine: a text in, an :class:`~parley.model.analysis.Analysis` out, in one pass of one small model."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import numpy as np

from parley.analysis import decode, due, endings
from parley.analysis.lemmas import Lemmatizer
from parley.analysis.links import link
from parley.analysis.names import settle_names
from parley.analysis.people import rehang_names
from parley.analysis.sentences import split
from parley.analysis.session import Session
from parley.analysis.tokens import Word, tokenize
from parley.analysis.wordpiece import CLS, SEP, START, pieces, shape
from parley.model.analysis import Analysis, Sentence, Token, TokenSpan

DATA = Path(__file__).parent / "data"
WINDOW = 220  # pieces of one input: several sentences, so that quotations see their source
BUDGET = 1024  # padded pieces of one batch; 512 is a tenth faster and measured half a point lower on names
LONGEST = 510


@dataclass(frozen=True, slots=True)
class _Window:
    """Neighbouring sentences of one text: word range, and the (first, last) of its sentences."""

    text: int
    first: int
    last: int
    sentences: tuple[tuple[int, int], ...]
    ids: list[int]
    shapes: list[int]
    places: list[int]


@dataclass
class _Draft:
    """What is known so far of one text."""

    text: str
    words: list[Word]
    sentences: list[tuple[int, int]]
    columns: dict[str, list[Any]]


class Engine:
    """Analyses texts. Make one with :func:`load`; it keeps no state between texts but a cache of words."""

    def __init__(self, folder: Path, threads: int = 1) -> None:
        self._session = Session(folder, threads)
        self.labels: dict[str, list[str]] = json.loads((folder / "labels.json").read_text(encoding="utf-8"))
        lines = (folder / "wordpieces.txt").read_text(encoding="utf-8").splitlines()
        self._vocabulary = {piece: i for i, piece in enumerate(lines)}
        self._lemmas = Lemmatizer.load(folder / "lemmas.json")
        self._encode = lru_cache(maxsize=100_000)(self._encode_word)

    def analyse(self, text: str) -> Analysis:
        """The analysis of one text."""
        return next(self.analyse_many([text]))

    def analyse_many(self, texts: Iterable[str], chunk: int = 16) -> Iterator[Analysis]:
        """The analyses of texts, in order; ``chunk`` texts share batches."""
        held: list[str] = []
        for text in texts:
            held.append(text)
            if len(held) == chunk:
                yield from self._analyse(held)
                held = []
        if held:
            yield from self._analyse(held)

    def analyse_sentences(self, sentences: Sequence[Sequence[str]]) -> list[Analysis]:
        """Analyses of texts that come as words in sentences (for measuring on treebanks): one for each text."""
        text, words, ranges = "", list[Word](), list[tuple[int, int]]()
        for sentence in sentences:
            first = len(words)
            for word in sentence:
                words.append((len(text), len(text) + len(word)))
                text += word + " "
            ranges.append((first, len(words)))
        return list(self._finish([_Draft(text, words, ranges, {})]))

    def _analyse(self, texts: list[str]) -> Iterator[Analysis]:
        drafts = []
        for text in texts:
            words = tokenize(text)
            drafts.append(_Draft(text, words, split(text, words), {}))
        yield from self._finish(drafts)

    def _finish(self, drafts: list[_Draft]) -> Iterator[Analysis]:
        windows = [w for k, d in enumerate(drafts) for w in self._windows(k, d)]
        for draft in drafts:
            names = ("upos", "xpos", "feats", "head", "deprel", "ner", "attr")
            draft.columns = {n: [None] * len(draft.words) for n in names}
            draft.columns["ner_p"] = [1.0] * len(draft.words)
            draft.columns["attr_p"] = [1.0] * len(draft.words)
        for batch in _batches(windows):
            self._run(batch, drafts)
        for draft in drafts:
            yield self._assemble(draft)

    def _encode_word(self, word: str) -> tuple[list[int], int]:
        return pieces(word, self._vocabulary), shape(word)

    def _windows(self, number: int, draft: _Draft) -> Iterator[_Window]:
        """Neighbouring sentences up to ``WINDOW`` pieces."""
        held: list[tuple[int, int]] = []
        size = 0
        for first, last in draft.sentences:
            length = 1 + sum(len(self._encode(draft.text[a:b])[0]) for a, b in draft.words[first:last])
            if held and size + length > WINDOW:
                yield self._window(number, draft, held)
                held, size = [], 0
            held.append((first, last))
            size += length
        if held:
            yield self._window(number, draft, held)

    def _window(self, number: int, draft: _Draft, sentences: list[tuple[int, int]]) -> _Window:
        ids, shapes, places = [CLS], [0], list[int]()
        for k, (first, last) in enumerate(sentences):
            if k:
                ids.append(SEP)
                shapes.append(0)
            for i in range(first, last):
                a, b = draft.words[i]
                word, form = self._encode(draft.text[a:b])
                room = max(0, LONGEST - len(ids))
                places.append(min(len(ids), LONGEST - 1))
                ids += word[:room]
                shapes += [form + START * (i == first)] * len(word[:room])
        ids.append(SEP)
        shapes.append(0)
        return _Window(number, sentences[0][0], sentences[-1][1], tuple(sentences), ids, shapes, places)

    def _run(self, batch: list[_Window], drafts: list[_Draft]) -> None:
        width, most = max(len(w.ids) for w in batch), max(2, *(len(w.places) for w in batch))
        ids, shapes = np.zeros((len(batch), width), np.int64), np.zeros((len(batch), width), np.int64)
        mask, first = np.zeros((len(batch), width), np.float32), np.zeros((len(batch), most), np.int64)
        for row, window in enumerate(batch):
            ids[row, : len(window.ids)], shapes[row, : len(window.ids)] = window.ids, window.shapes
            mask[row, : len(window.ids)] = 1
            first[row, : len(window.places)] = window.places
        out = self._session.run(ids, shapes, mask, first)
        heads = [self._heads(out["arcs"][row], window) for row, window in enumerate(batch)]
        dep = np.concatenate([out["dep"][row, : len(w.places)] for row, w in enumerate(batch)])
        head = np.concatenate([out["head"][row, heads[row]] for row in range(len(batch))])
        relations, offset = self._session.label(dep, head), 0
        for row, window in enumerate(batch):
            count = len(window.places)
            self._store(drafts[window.text], window, row, out, heads[row], relations[offset : offset + count])
            offset += count

    def _heads(self, arcs: Any, window: _Window) -> Any:
        """Heads inside the window: 0 the root, else 1 + the word's place in the window."""
        heads = np.zeros(len(window.places), np.int64)
        for first, last in window.sentences:
            a, b = first - window.first, last - window.first
            scores = np.concatenate([arcs[a:b, :1], arcs[a:b, 1 + a : 1 + b]], 1)
            found = decode.tree(scores)
            heads[a:b] = np.where(found == 0, 0, found + a)
        return heads

    def _store(self, draft: _Draft, window: _Window, row: int, out: dict[str, Any], heads: Any, relations: Any) -> None:
        count, at = len(window.places), slice(window.first, window.last)
        columns = draft.columns
        for name in ("upos", "xpos", "feats"):
            names = self.labels[name]
            columns[name][at] = [names[k] for k in out[name][row, :count].tolist()]
        columns["head"][at] = [window.first + h - 1 if h else -1 for h in heads.tolist()]
        columns["deprel"][at] = [self.labels["deprel"][k] for k in relations.tolist()]
        for name in ("ner", "attr"):
            scores = out[name][row, :count]
            tags = decode.span_tags(scores, self.labels[name])
            columns[name][at] = [self.labels[name][k] for k in tags.tolist()]
            columns[name + "_p"][at] = _softmax(scores)[np.arange(count), tags].tolist()

    def _assemble(self, draft: _Draft) -> Analysis:
        c, tokens = draft.columns, list[Token]()
        for number, (first, last) in enumerate(draft.sentences):
            for i in range(first, last):
                start, end = draft.words[i]
                form, upos, xpos = draft.text[start:end], c["upos"][i], c["xpos"][i]
                xpos, feats = endings.settle(form, upos, xpos, c["feats"][i])
                lemma = self._lemmas.lemma(form, upos, xpos)
                tokens.append(
                    Token(i, start, end, form, upos, xpos, feats, lemma, c["head"][i], c["deprel"][i], number)
                )
        spans = _spans(c["attr"], c["attr_p"])
        sentences = tuple(Sentence(k, a, b) for k, (a, b) in enumerate(draft.sentences))
        names = settle_names(_spans(c["ner"], c["ner_p"]), tokens)
        hung = due.mend(rehang_names(tokens, names))
        return Analysis(draft.text, hung, sentences, names, tuple(spans), link(spans, tokens))


def _batches(windows: list[_Window]) -> Iterator[list[_Window]]:
    """Windows of like length together, each batch up to ``BUDGET`` padded pieces."""
    held: list[_Window] = []
    for window in sorted(windows, key=lambda w: len(w.ids)):
        if held and len(window.ids) * (len(held) + 1) > BUDGET:
            yield held
            held = []
        held.append(window)
    if held:
        yield held


def _softmax(scores: Any) -> Any:
    raised = np.exp(scores - scores.max(-1, keepdims=True))
    return raised / raised.sum(-1, keepdims=True)


def _spans(tags: list[str], chances: list[float]) -> list[TokenSpan]:
    return [TokenSpan(a, b, label, sum(chances[a:b]) / (b - a)) for a, b, label in decode.runs(tags)]


def load(threads: int = 1) -> Engine:
    """The engine of the package, or that of the folder in ``PARLEY_MODEL_DIR``."""
    folder = Path(os.environ.get("PARLEY_MODEL_DIR") or DATA)
    if not (folder / "main.onnx").exists():
        raise FileNotFoundError(f"no model in {folder}: reinstall parley-news or unset PARLEY_MODEL_DIR")
    return Engine(folder, threads)
