"""Holders of offices as rows, and what every source needs to make them: names, titles, levels."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from parley.lexicon.world import geo

HEAD = re.compile(
    r"(?:(?:acting|interim|transition(?:al)?|caretaker|gnu|cnsp|federal|sovereign|overall|co-)\W*)*"
    r"(?:president(?! of (?:the )?(?:\w+ )?(?:board|senate|assembly|bank|parliament|court|legislat\w+))|"
    r"prime minister|premier|chancellor(?! of the)|king|queen|emir|amir|sultan|supreme leader|paramount ruler|"
    r"taoiseach|pope|emperor|grand duke|prince|crown prince|head of (?:state|government)|chief executive|"
    r"state counselor|(?:sovereign|presidential leadership) council|chair(?:person|man) of the presidency|"
    r"state affairs commission president|taliban leader|leader$|general secretary|general$|chairman$|chairperson$)\b"
)
MINISTER = re.compile(
    r"\b(?:minister|premier|secretary (?:of|for) (?!the president)|chancellor of the|attorney general|"
    r"vice president|national security advis[eo]r|state secretary)\b"
)
AIDE = re.compile(
    r"\b(?:assistant|under secretary|deputy secretary|chief of staff|permanent representative|ambassador|director|"
    r"ad interim)\b"
)
SMALL = frozenset(
    ["bin", "al", "el", "de", "da", "dos", "di", "von", "van", "der", "den", "du", "des", "y", "del", "la"]
)


@dataclass(frozen=True, slots=True)
class Row:
    """One term of one person in one office; dates are ISO dates, months or years; ``seen`` a time known to
    fall in it ("2019-06") or to begin and end in it ("2008/2011")."""

    name: str
    surname: str
    title: str
    level: str
    since: str | None = None
    until: str | None = None
    seen: str | None = None
    also: tuple[str, ...] = ()

    def entry(self) -> dict[str, Any]:
        """The row as it stands in the actor's file."""
        row: dict[str, Any] = {"name": self.name, "surname": self.surname, "title": self.title, "level": self.level}
        row |= {"since": self.since, "until": self.until, "seen": self.seen}
        if self.also:
            row["also"] = list(self.also)
        return row


def level(title: str) -> str:
    """The rank of an office in diplomacy: leaders, ministers or officials."""
    low = title.lower()
    if HEAD.match(low):
        return "leaders"
    return "ministers" if MINISTER.search(low) and not AIDE.search(low) else "officials"


def plain_title(title: str) -> str:
    """An office in running text: "Minister of Foreign Affairs & Trade" → "minister of foreign affairs and trade"."""
    short = {"&": "and", "Dep.": "deputy", "Min.": "minister", "Intl.": "international", "Govt.": "government"}
    title = re.split(r", (?:supporting|new york|first lord)", title, flags=re.I)[0]
    title = re.sub(r"\bto the US$", "to the United States", title)
    words = [short.get(w, w) for w in title.split()]
    return " ".join(w if w.isupper() or geo(w.strip(",")) else w.lower() for w in words)


def is_upper(word: str) -> bool:
    """Whether a word is set in capitals, as the family name is in the sources (small parts inside aside)."""
    letters = [c for c in re.sub(r"^(al|el|Mc|Mac|d'|De|Le|La)(?=[-A-Z])", "", word) if c.isalpha()]
    return len(letters) > 1 and all(c.isupper() for c in letters)


def proper(word: str) -> str:
    """A word in capitals as a name: "EL-SISI" → "El-Sisi", "O'NEILL" → "O'Neill"."""
    if not is_upper(word):
        return word
    if word.lower() in SMALL and len(word) < 4:
        return word.lower()
    if re.fullmatch(r"[IVX]+", word):
        return word
    parts = re.split(r"([-'’])", word)
    return "".join(p if is_small(p) else p[:1] + p[1:].lower() if len(p) > 1 else p for p in parts)


def is_small(part: str) -> bool:
    """Whether a part keeps its own case."""
    return part in {"-", "'", "’", "al", "el", "bin"}


def split_name(text: str) -> tuple[str, str]:
    """(full name, family name) of a name whose family name is in capitals ("XI Jinping" → "Xi Jinping", "Xi")."""
    text = re.sub(r"\s*\([^)]*\)|\"[^\"]*\"|,.*$", "", text).strip(" .")
    words = text.split()
    capital = [i for i, w in enumerate(words) if is_upper(w)]
    numeral = [i for i in capital if re.fullmatch(r"[IVX]+", words[i])]
    capital = [i for i in capital if i not in numeral] or numeral
    name = " ".join(map(proper, words))
    if not capital:
        return name, words[-1] if words else ""
    family = " ".join(proper(words[i]) for i in range(capital[0], capital[-1] + 1))
    return name, family
