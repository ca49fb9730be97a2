"""The example sentences beside entries hold what they promise, read by the shipped engine.

Entries of times, positions, datelines and clutter have tests of their own; the last test here sees to it that
no table with examples goes untested.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from parley.extract.attributions import find_attributions
from parley.extract.encounters.operators import operators
from parley.extract.encounters.states import state_of
from parley.extract.encounters.triggers import find_triggers
from parley.extract.mentions import find_actors
from parley.lexicon.compile import HERE, parse
from parley.model.attribution import Attribution
from tests.handmade import document
from tests.promises.shorthand import read

if TYPE_CHECKING:
    from parley.analysis.engine import Engine

KINDS = {p.stem: parse(p.read_text(encoding="utf-8")) for p in sorted((HERE / "encounters").glob("*.yaml"))}
# What each effect makes of an encounter in a plain sentence.
CLAIMED = {
    "commits": {"announced", "scheduled"},
    "offers": {"proposed"},
    "refuses": {"refused"},
    "calls_off": {"cancelled"},
    "puts_off": {"postponed"},
    "suspends": {"on_hold"},
    "begins": {"under_way"},
    "continues": {"under_way"},
    "ends": {"held"},
    "happens": {"held"},
    "moves": {"rescheduled"},
    "stays_away": {"cancelled"},
    "fails": {"not_held"},
    "falls_through": {"held", "not_held"},
    "afterwards": {"held"},
    "within": {"held"},
}
ELSEWHERE = {
    "languages/en/times": "tests/extract/times/test_times_lexicon.py",
    "languages/en/positions": "tests/extract/positions/test_positions_lexicon.py",
    "languages/en/position_phrases": "tests/extract/positions",
    "languages/en/position_voice": "tests/extract/positions/test_positions_voice.py",
    "languages/en/implicatives": "tests/extract",
    "languages/en/datelines": "tests/ingest",
    "languages/en/answers": "tests/extract/encounters/test_encounters_answers.py",
    "languages/en/clutter": "tests/ingest/test_clutter.py",
}
HERE_TESTED = {"languages/en/status", "languages/en/cues", *(f"encounters/{kind}" for kind in KINDS)}


def table(name: str) -> Any:
    """A table with its examples."""
    return parse((HERE / f"{name}.yaml").read_text(encoding="utf-8"))


def examples(name: str, key: str) -> list[Any]:
    """Every (section, entry, sentence) of a table of entries in sections."""
    return list(_examples(name, key))


def _examples(name: str, key: str) -> Iterator[Any]:
    for section, rows in table(name).items():
        for row in rows if isinstance(rows, list) else ():
            held = row.get(key, ()) if isinstance(row, dict) else ()
            for sentence in [held] if isinstance(held, str) else held:
                word = row.get("word") or row.get("words")
                yield pytest.param(section, row, sentence, id=f"{word}: {sentence}")


@pytest.mark.parametrize(("kind", "sentence"), [(k, s) for k, t in KINDS.items() for s in t["yes"]])
def test_words_for_an_encounter_of_this_kind(engine: Engine, kind: str, sentence: str) -> None:
    named = {t.word.kind for t in find_triggers(engine.analyse(sentence))}
    assert kind in named | {e.kind for e in read(engine, sentence).encounters}


@pytest.mark.parametrize("sentence", [s for t in KINDS.values() for s in t["no"]])
def test_no_encounter(engine: Engine, sentence: str) -> None:
    assert read(engine, sentence).encounters == ()


def states(engine: Engine, sentence: str) -> list[str | None]:
    """What the words say of each encounter, whoever takes part."""
    a = engine.analyse(sentence)
    return [state_of(operators(a, t)).status for t in find_triggers(a)]


@pytest.mark.parametrize(("section", "row", "sentence"), examples("languages/en/status", "yes"))
def test_the_effect_of_a_word(engine: Engine, section: str, row: dict[str, Any], sentence: str) -> None:
    assert set(states(engine, sentence)) & CLAIMED[row["effect"]]


@pytest.mark.parametrize(("section", "row", "sentence"), examples("languages/en/status", "no"))
def test_a_word_without_effect(engine: Engine, section: str, row: dict[str, Any], sentence: str) -> None:
    assert not set(states(engine, sentence)) & CLAIMED[row["effect"]]


def said(engine: Engine, sentence: str) -> tuple[tuple[Attribution, str], ...]:
    """The attributions of a sentence, each with the lemmas and words of its cue."""
    a = engine.analyse(sentence)
    found = find_attributions(a, document(sentence), find_actors(a, document(sentence)))
    return tuple((x, _cue(a.tokens, x)) for x in found)


def _cue(tokens: Any, x: Attribution) -> str:
    inside = [t for t in tokens if x.cue and x.cue.start <= t.start < x.cue.end]
    return " ".join([w for t in inside for w in (t.lemma.lower(), t.text.lower())])


@pytest.mark.parametrize(("section", "row", "sentence"), examples("languages/en/cues", "yes"))
def test_a_cue(engine: Engine, section: str, row: dict[str, Any], sentence: str) -> None:
    found = said(engine, sentence)
    if section in {"citing", "hearing"}:
        assert any(len(x.chain) > 1 for x, _ in found)
    else:
        assert any(row["word"].split()[0] in cue for _, cue in found)


@pytest.mark.parametrize(("section", "row", "sentence"), examples("languages/en/cues", "no"))
def test_no_cue(engine: Engine, section: str, row: dict[str, Any], sentence: str) -> None:
    assert not any(row["word"].split()[0] in cue for _, cue in said(engine, sentence))


def test_every_table_with_examples_is_tested() -> None:
    tables = {p.relative_to(HERE).with_suffix("").as_posix(): p for p in sorted(HERE.rglob("*.yaml"))}
    held = {n for n, p in tables.items() if not n.startswith(("actors/", "places/")) and _has_examples(p)}
    assert held <= HERE_TESTED | set(ELSEWHERE)
    root = Path(__file__).parents[2]
    assert all((root / where).exists() for where in ELSEWHERE.values())


def _has_examples(path: Path) -> bool:
    def inside(value: Any) -> bool:
        if isinstance(value, dict):
            held = [value[key] for key in ("yes", "no") if key in value]
            return any(isinstance(v, list) or " " in v for v in held) or any(map(inside, value.values()))
        return isinstance(value, list) and any(map(inside, value))

    return inside(parse(path.read_text(encoding="utf-8")))
