"""A cheap look before the model: which paragraphs of a text can hold an encounter.

Each sentence is weighed by its words and pairs of neighbouring words: a logistic regression whose labels are the
reader's own encounters in short news items (``python -m training.gate``; docs/model-card.md tells how it was made and
what it loses). Recall comes first: the threshold is set where it drops next to nothing that the reader would find.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import pairwise
from pathlib import Path

from parley.lexicon.encounters import noun_triggers, verb_triggers
from parley.lexicon.status import word_set
from parley.lexicon.store import world_index
from parley.lexicon.titles import title_words

DATA = Path(__file__).parent / "data" / "gate.tsv"
WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?|\d+")
SENTENCE = re.compile(r"(?<=[.!?…])[\"'”’)]*\s+(?=[\"'“‘(]*[A-Z0-9])")
NUMBER, STATE, NAME, OTHER = "0", "@", "^", "_"
MOST = 3  # states and titles are counted up to here
OPENING = 2  # paragraphs that say whom a text is about, kept with any other


@cache
def trigger_words() -> re.Pattern[str]:
    """Any form of a word by which encounters are told."""
    stems = {re.escape(lemma.rstrip("e")) for lemma in (*noun_triggers(), *verb_triggers())}
    endings = r"(?:e|s|es|ed|d|ing|ies|ied|ning|ting)?"
    others = "|".join(sorted(word_set("irregular_forms")))
    return re.compile(rf"\b(?:(?:{'|'.join(sorted(stems))}){endings}|{others})\b", re.I)


@cache
def _of_states() -> frozenset[str]:
    """The words of all names of states, bodies, capitals and their people."""
    return frozenset(w for form in world_index()["forms"] for w in form.split() if len(w) > 2)


@lru_cache(maxsize=50_000)
def _kind(word: str) -> tuple[str, str]:
    """A word as the gate sees it (names of states alike, numbers alike), and what it counts as: @ state, t title, !."""
    if word[0].isdigit():
        return NUMBER, ""
    low = word.lower()
    if word[0].isupper() and low in _of_states():
        return STATE, STATE
    title = "t" if low in title_words() or low.rstrip("s") in title_words() else ""
    return low, title or ("!" if trigger_words().fullmatch(low) else "")


def words(sentence: str) -> list[tuple[str, str, bool]]:
    """The words of a sentence: as the gate sees each, what it counts as, and whether it begins with a capital."""
    return [(*_kind(w), w[0].isupper()) for w in WORD.findall(sentence)]


def features(found: list[tuple[str, str, bool]], vocabulary: Collection[str]) -> set[str]:
    """Words, pairs of neighbours, and for each trigger how many states and titles stand in its sentence.

    Words that the vocabulary does not hold are names or others.
    """
    sequence = [w if w in vocabulary else NAME if capital else OTHER for w, _, capital in found]
    states, titles = (min(MOST, sum(kind == k for _, kind, _ in found)) for k in (STATE, "t"))
    beside = {f"{w} @{states} t{titles}" for w, kind, _ in found if kind == "!"}
    counts = {f"@{states} t{titles}", f"@{states} ^{min(MOST, sequence.count(NAME))}"} if beside else {"no trigger"}
    return {*sequence, *(f"{a} {b}" for a, b in pairwise(sequence)), *beside, *counts}


@dataclass(frozen=True)
class Gate:
    """Weights of words and pairs.

    A text is opened where one of its sentences weighs ``opens`` or more; of an opened text, paragraphs are read that
    hold a sentence of ``least`` or more, since what is told of an encounter is told in many places.
    """

    weights: Mapping[str, float]
    single: frozenset[str]
    bias: float
    opens: float
    least: float

    def weight(self, sentence: str) -> float:
        """How much speaks for an encounter in a sentence."""
        found = features(words(sentence), self.single)
        return self.bias + sum(self.weights.get(f, 0.0) for f in found)

    def heaviest(self, paragraph: str) -> float:
        """The weight of the weightiest sentence of a paragraph."""
        return max(map(self.weight, SENTENCE.split(paragraph)))

    def passage(self, text: str) -> str | None:
        """The text with all that need not be read blanked, as long as before; None where nothing need be read.

        What can hold an encounter is kept with the paragraphs beside it, and with the opening of the text.
        """
        paragraphs = list(_paragraphs(text))
        weights = [self.heaviest(paragraph) for _, _, paragraph in paragraphs]
        if max(weights, default=self.opens - 1) < self.opens:
            return None
        kept = set(range(OPENING))
        for k, weight in enumerate(weights):
            if weight >= self.least:
                kept.update((k - 1, k, k + 1))
        out, done = [], 0
        for k, (start, end, _) in enumerate(paragraphs):
            out.append(text[done:start])
            out.append(text[start:end] if k in kept else " " * (end - start))
            done = end
        return "".join([*out, text[done:]])


def _paragraphs(text: str) -> Iterator[tuple[int, int, str]]:
    start = 0
    for line in text.split("\n"):
        if line.strip():
            yield start, start + len(line), line
        start += len(line) + 1


@cache
def load(path: Path = DATA) -> Gate:
    """The gate that ships with the package."""
    rows = [line.split("\t") for line in path.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    values = {name: int(value) / 1000 for name, value in rows}
    bias, opens, least = (values.pop(f"({name})") for name in ("bias", "opens", "least"))
    return Gate(values, frozenset(name for name in values if " " not in name), bias, opens, least)
