"""Every value of every reading is grounded: invented articles, the annotated texts, and torn and glued sentences."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from parley import api, pipeline
from parley.ingest.finish import Defaults, document_of
from parley.ingest.raw import Raw
from parley.model.encounter import Contradiction
from parley.model.mention import Place, Time
from parley.model.reading import Reading
from parley.model.span import Span
from parley.schema import reading_schema
from tests.cli.story import READING
from tests.grounding import faults

if TYPE_CHECKING:
    from parley.analysis.engine import Engine

ARTICLES = sorted((Path(__file__).parent / "data" / "articles").iterdir())
SETS = ("seed", "dev/wikinews", "dev/readouts", "dev/items", "dev/stories")


def span(words: str, start: int) -> Span:
    """A span that nobody checked."""
    return Span(start, start + len(words), words)


SOUND = replace(READING, positions=())
ENCOUNTER, ACTOR, ATTRIBUTION = SOUND.encounters[0], SOUND.actors[0], SOUND.attributions[0]
BROKEN = {
    "words that stand elsewhere": replace(SOUND, actors=(replace(ACTOR, mentions=(span("Peru", 0),)),)),
    "no words at all": replace(SOUND, places=(Place("p9", "Bergen", mentions=(Span(5, 5, ""),)),)),
    "nobody mentions him": replace(SOUND, actors=(replace(ACTOR, mentions=()), *SOUND.actors[1:])),
    "a name that is not in the text": replace(SOUND, actors=(replace(ACTOR, name="Peru"), *SOUND.actors[1:])),
    "the same id twice": replace(SOUND, actors=(*SOUND.actors, ACTOR)),
    "a party who does not exist": replace(SOUND, actors=SOUND.actors[1:]),
    "a place that does not exist": replace(SOUND, places=()),
    "an attribution that does not exist": replace(SOUND, attributions=()),
    "an attribution within itself": replace(
        READING, attributions=(replace(ATTRIBUTION, within=ATTRIBUTION.id), *SOUND.attributions[1:])
    ),
    "nobody takes part": replace(SOUND, encounters=(replace(ENCOUNTER, parties=()), *SOUND.encounters[1:])),
    "a history of other claims": replace(
        READING, encounters=(replace(ENCOUNTER, history=("x",)), *SOUND.encounters[1:])
    ),
    "a contradiction of one": replace(SOUND, contradictions=(Contradiction("e1", ("e1.c1",), "status"),)),
    "a time that runs backwards": replace(
        READING, times=(Time(0, 6, SOUND.document.text[:6], "DATE", None, "2026-03-24", "2026-03-17"),)
    ),
}


def test_a_sound_reading_has_no_faults() -> None:
    assert faults(SOUND) == []


@pytest.mark.parametrize("reading", BROKEN.values(), ids=BROKEN.keys())
def test_a_broken_reading_is_noticed(reading: Reading) -> None:
    assert faults(reading)


@cache
def validator() -> Draft202012Validator:
    """The published schema, compiled once."""
    return Draft202012Validator(reading_schema())


def schema_faults(reading: Reading) -> list[str]:
    """Where a reading, as a receiver sees it, breaks the schema."""
    plain = json.loads(json.dumps(reading.to_dict()))
    return [f"{list(e.path)}: {e.message}" for e in validator().iter_errors(plain)]


@pytest.mark.usefixtures("engine")
@pytest.mark.parametrize("path", ARTICLES, ids=lambda p: p.name)
def test_an_invented_article(path: Path) -> None:
    reading = api.read(path, published="2031-05-14")
    assert faults(reading) == []
    assert schema_faults(reading) == []
    assert reading.encounters, "each of these articles tells of an encounter"


@pytest.mark.parametrize("name", SETS)
def test_every_annotated_text(engine: Engine, shared: Path, name: str) -> None:
    found = {}
    for number, raw in enumerate(articles(shared / name)):
        reading = pipeline.read_document(document_of(raw, Defaults()), engine.analyse)
        checked = faults(reading) + (schema_faults(reading) if number % 10 == 0 else [])
        found |= {raw.source: checked} if checked else {}
    assert found == {}


def articles(folder: Path) -> Iterator[Raw]:
    """The texts below a folder with the date and title that their annotation gives them."""
    paths = [p for p in sorted(folder.rglob("*.txt")) if gold(p)]
    assert paths, f"no annotated texts in {folder}"
    for path in paths:
        about = gold(path)
        fields = {k: about.get(k) for k in ("title", "published", "outlet")}
        yield Raw(path.name, path.read_text(encoding="utf-8"), **fields)


def gold(path: Path) -> dict[str, Any]:
    """The annotation beside a text, empty where there is none."""
    for other in (path.with_suffix(".expected.json"), path.with_suffix(".json")):
        if other.exists():
            return dict(json.loads(other.read_text(encoding="utf-8")))
    return {}


WHOLE = [
    "Peruvian President Ana Lume will meet her Chilean counterpart, Bo Sand, in Oslo on Friday.",
    "The summit has been called off, a spokesman said.",
    "“You can’t cancel what was never planned,” he told reporters.",
    "Talks between Kenya and Sudan, mediated by Oman, resumed in Cairo on 3 May.",
    "They may speak by telephone again next week.",
    "According to Northline, citing two diplomats, the visit to Lima is on hold",
    "Kenya insists that the border be reopened; Sudan refuses.",
    "The two leaders had met in Riga in mid-March",
    "OSLO, 9 May (Northline) – The ministers arrived.",
    "Show more",
    "Lume: No talks before June",
]
ODD = [
    *(
        "\u00a0",
        "\u200b",
        "\n",
        "\n\n",
        "\t",
        "…",
        "—",
        "“",
        "”",
        '"',
        "’",
        "'",
        "(",
        ")",
        "[",
        "•",
        "- ",
        ":",
        ";",
        ",",
    ),
    *(
        "e\u0301",
        "😀",
        "İ",
        "ß",
        "ﬁ",
        "\u202e",
        "\ufffc",
        "会谈",
        "\x07",
        "1.",
        "U.S.",
        "Mr. ",
        "https://x.example/a?b",
    ),
]


@st.composite
def torn(draw: st.DrawFn) -> str:
    """Pieces of sentences with odd characters between them."""
    parts = []
    for _ in range(draw(st.integers(1, 6))):
        sentence = draw(st.sampled_from(WHOLE))
        first, last = draw(st.integers(0, 20)), draw(st.integers(0, 12))
        parts += [sentence[first : len(sentence) - last], draw(st.sampled_from(ODD) | st.text(max_size=3))]
    return draw(st.sampled_from(["", " ", "\n"])).join(parts)


@settings(max_examples=80)
@given(text=torn())
def test_torn_and_glued_sentences(engine: Engine, text: str) -> None:
    document = document_of(Raw("torn", text), Defaults("2031-05-14"))
    assert faults(pipeline.read_document(document, engine.analyse)) == []
