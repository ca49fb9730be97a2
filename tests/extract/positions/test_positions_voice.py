"""The example sentences of what is said without a word of stance hold what they promise (needs the model)."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from parley.extract.attributions import find_attributions
from parley.extract.mentions import find_actors
from parley.extract.positions import find_positions
from parley.extract.positions.words import PHRASES, VOICE
from parley.lexicon import compile as compiler
from parley.model.document import Document

if TYPE_CHECKING:
    from parley.analysis.engine import Engine


def parsed(name: str) -> Any:
    """A table with its example sentences."""
    return compiler.parse(Path(compiler.HERE, f"{name}.yaml").read_text(encoding="utf-8"))


def examples(kind: str) -> Iterator[Any]:
    """Every ``yes`` or ``no`` sentence with the stances that its entry can take."""
    for stance in ("refusal", "demand", "condition", "concession"):
        for text in parsed(VOICE)[stance][kind]:
            yield pytest.param({stance}, text, id=f"{stance}: {text}")
    for row in parsed(PHRASES)["phrases"]:
        for text in row.get(kind, ()):
            yield pytest.param({row["stance"], row.get("negated")}, text, id=f"{row['words']}: {text}")


def stances(engine: Engine, text: str) -> set[str]:
    """The stances that are read in a text, with who says what in it."""
    a = engine.analyse(text)
    document = Document("d", "d", text)
    mentions = find_actors(a, document)
    said = find_attributions(a, document, mentions)
    return {p.stance for p in find_positions(a, document, mentions, said)}


@pytest.mark.parametrize(("wanted", "text"), [*examples("yes")])
def test_yes(engine: Engine, wanted: set[str], text: str) -> None:
    assert stances(engine, text) & wanted


@pytest.mark.parametrize(("wanted", "text"), [*examples("no")])
def test_no(engine: Engine, wanted: set[str], text: str) -> None:
    assert stances(engine, text) == set()
