"""Lemmas: regular inflection by rule, checked against known lemmas; what rules miss stands in a table."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

VOWELS = frozenset("aeiou")


@dataclass(frozen=True)
class Lemmatizer:
    """``table`` maps "form/xpos" (lower case) to a lemma; ``verbs`` and ``nouns`` are lemmas known to exist."""

    table: dict[str, str]
    verbs: frozenset[str]
    nouns: frozenset[str]

    @classmethod
    def load(cls, path: Path) -> Lemmatizer:
        """Read what :meth:`save` wrote."""
        data = json.loads(path.read_text(encoding="utf-8"))
        return cls(data["table"], frozenset(data["verbs"]), frozenset(data["nouns"]))

    def save(self, path: Path) -> None:
        """Write the tables as JSON."""
        data = {"table": self.table, "verbs": sorted(self.verbs), "nouns": sorted(self.nouns)}
        path.write_text(json.dumps(data, ensure_ascii=False, separators=(",", ":")), encoding="utf-8")

    def lemma(self, form: str, upos: str, xpos: str) -> str:
        """The lemma of a word with its universal and Penn tags."""
        known = self.table.get(f"{form.lower()}/{xpos}")
        if known is not None:
            return known[:1].upper() + known[1:] if upos == "PROPN" and form[:1].isupper() else known
        return self.by_rule(form, upos, xpos)

    def by_rule(self, form: str, upos: str, xpos: str) -> str:
        """The lemma by rule alone."""
        lower = form.lower()
        if xpos == "NNPS":
            return form[:-1] if lower.endswith("s") and not lower.endswith("ss") else form
        if upos == "PROPN":
            return form
        if xpos == "NNS":
            return self._first_known(_singulars(lower), self.nouns)
        if xpos.startswith("VB"):
            return self._verb(lower, xpos)
        return _plain(form, lower, xpos)

    def _verb(self, lower: str, xpos: str) -> str:
        """The ending decides before the tag: a tagger takes "cancels" for a past tense now and then."""
        if xpos in {"VB", "VBP"} and lower in self.verbs:
            return lower
        if lower.endswith("ed"):
            return self._first_known(_bases(lower[:-2], lower[:-1]), self.verbs, self.nouns)
        if lower.endswith("ing") and len(lower) > 4:
            return self._first_known(_bases(lower[:-3], lower[:-3] + "e"), self.verbs, self.nouns)
        return self._first_known(_singulars(lower), self.verbs) if xpos != "VB" else lower

    @staticmethod
    def _first_known(candidates: Iterable[str], *known: frozenset[str]) -> str:
        """The first that is known: as a verb, else as a noun that a verb may be made of ("telephoned")."""
        options = list(candidates)
        return next((c for words in known for c in options if c in words), options[0])


def _singulars(word: str) -> list[str]:
    if word.endswith("ies") and len(word) > 4:
        return [word[:-3] + "y", word[:-1]]
    if word.endswith(("sses", "shes", "ches", "xes", "zes", "oes")):
        return [word[:-2], word[:-1]]
    return [word[:-1], word[:-2]] if word.endswith("s") and not word.endswith("ss") else [word]


def _bases(stem: str, with_e: str) -> list[str]:
    """Base forms of "stopp(ed)", "hop(ed)", "tri(ed)": the likelier first, known ones win."""
    doubled = len(stem) > 2 and stem[-1] == stem[-2] and stem[-1] not in "aeioulszf"
    if stem.endswith("i"):
        return [stem[:-1] + "y", stem]
    options = [stem, with_e, stem[:-1] if len(stem) > 2 and stem[-1] == stem[-2] else stem]
    if doubled:
        return [stem[:-1], *options]
    last_two = stem[-2:]
    short = len(last_two) == 2 and last_two[0] in VOWELS and last_two[1] in "svzcu"
    ends = stem.endswith(("at", "iz", "is", "ag", "dg", "rg", "nc", "rc", "bl", "pl", "tl", "gl", "v", "u", "ur"))
    return [with_e, stem, options[2]] if ends or short else options


def _plain(form: str, lower: str, xpos: str) -> str:
    if xpos in {"JJR", "RBR"} and lower.endswith("er") and len(lower) > 4:
        return lower[:-3] + "y" if lower.endswith("ier") else lower[:-2]
    if xpos in {"JJS", "RBS"} and lower.endswith("est") and len(lower) > 5:
        return lower[:-4] + "y" if lower.endswith("iest") else lower[:-3]
    keeps = (form.isupper() and len(form) > 1 and xpos == "NN") or xpos == "NNP"
    return form if keeps else lower
