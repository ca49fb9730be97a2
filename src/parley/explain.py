"""Why: the rule that decided a status, and the lexicon entries behind a word, as they stand in the sources."""

from __future__ import annotations

import inspect
import re
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.resources import files
from importlib.resources.abc import Traversable

from parley.derive.rules import RULES
from parley.derive.words import explanation
from parley.lexicon.store import table
from parley.link.features import FEATURES

LEXICON = "parley.lexicon"
MOST = 20
EXAMPLES = re.compile(r",?\s*\b(?:yes|no): (?:\[[^\]]*\]|[^,}]*)")
KEY = re.compile(r"[\w ]+:(?!\S)")
ENDINGS = ("", "s", "es", "ed", "d", "ing")
LONG = 200


@dataclass(frozen=True, slots=True)
class Entry:
    """A place in the lexicon: file and line, the words there, and the remarks that stand above them."""

    file: str
    line: int
    section: str
    words: str
    remarks: str


def explain(word: str) -> list[str]:
    """What stands behind ``word``, one text for each rule or entry; empty where nothing does."""
    rules = [_rule_text(word)] if word in RULES else []
    ledger = ledger_rule(word) if word not in RULES else None
    rules += [f"rule {word} (of the ledger)\n  {ledger}"] if ledger else []
    return rules + [_entry_text(e) for e in entries(word)[:MOST]]


def rule_in_words(name: str) -> str:
    """What the roll-up rule ``name`` says to people: its docstring; the bare name where there is no such rule."""
    rule = RULES.get(name)
    return " ".join((inspect.getdoc(rule) or name).split()) if rule else name


def ledger_rule(name: str) -> str | None:
    """What a named rule of the ledger says to people: of the account, of movement, of links; None if there is none."""
    feature = FEATURES.get(name)
    if feature:
        return " ".join((inspect.getdoc(feature) or name).split())
    words = explanation(name)
    return words if words != name else None


def entries(word: str) -> list[Entry]:
    """The lexicon entries that hold ``word`` or the base of its regular form; the language before the world."""
    pattern = _pattern(word)
    found = [e for path, name in _tables() for e in _search(name, path.read_text(encoding="utf-8"), pattern)]
    return sorted(found, key=lambda e: (e.file.startswith("actors/"), e.file, e.line))


def _rule_text(name: str) -> str:
    place = list(RULES).index(name) + 1
    return (
        f"rule {name} (tried as number {place} of {len(RULES)}; the first that fits decides)\n  {rule_in_words(name)}"
    )


def _entry_text(entry: Entry) -> str:
    lines = [f"lexicon/{entry.file}:{entry.line}" + (f"  ({entry.section})" if entry.section else "")]
    lines.append("  " + entry.words)
    lines += [f"  {entry.remarks}"] if entry.remarks else []
    effect = re.search(r"\beffect: (\w+)", entry.words)
    meaning = _effects(entry.file).get(effect[1]) if effect else None
    return "\n".join([*lines, f"  {effect[1]}: {meaning}"] if effect and meaning else lines)


def _effects(file: str) -> dict[str, str]:
    held = table(file.removesuffix(".yaml"))
    return held.get("effects", {}) if isinstance(held, dict) else {}


def _tables(folder: Traversable | None = None, name: str = "") -> Iterator[tuple[Traversable, str]]:
    for path in (folder or files(LEXICON)).iterdir():
        if path.is_dir():
            yield from _tables(path, f"{name}{path.name}/")
        elif path.name.endswith(".yaml"):
            yield path, name + path.name


def _pattern(word: str) -> re.Pattern[str]:
    """``word`` as a whole value, or the base of a regular form ("shelved" → shelve), case aside."""
    words = word.casefold().split()
    first = (
        {words[0]} | {words[0].removesuffix(e) for e in ENDINGS} | {words[0].removesuffix(e) + "e" for e in ENDINGS[3:]}
    )
    first |= {w[:-1] for w in first if len(w) > 3 and w[-1] == w[-2]} | {w[:-1] + "y" for w in first if w.endswith("i")}
    options = "|".join(re.escape(" ".join([w, *words[1:]])) for w in sorted(first, key=len, reverse=True) if len(w) > 1)
    return re.compile(rf"(?:^|[\[,:{{\-]\s*)[\"']?({options})[\"']?\s*(?=$|[\],}}:#])", re.IGNORECASE)


def _search(file: str, text: str, pattern: re.Pattern[str]) -> Iterator[Entry]:
    section, remarks, above = "", list[str](), False
    for number, line in enumerate(text.splitlines(), 1):
        bare = line.strip()
        if bare.startswith("#"):
            remarks = [*remarks, bare.lstrip("# ")] if above else [bare.lstrip("# ")]
            above = True
            continue
        above = False
        if KEY.match(line):
            section = line.partition(":")[0]
        held = pattern.search(EXAMPLES.sub("", bare))
        if held:
            yield Entry(file, number, section, _shown(bare, held[1]), " ".join(remarks))
        if not bare.startswith("- "):
            remarks = []


def _shown(line: str, word: str) -> str:
    """The line as it stands; of a long list only its name and the word."""
    if len(line) <= LONG or line.startswith("- {"):
        return line
    name = line.partition(":")[0]
    return f"{name}: [… {word} …]" if KEY.match(line) else f"… {word} …"
