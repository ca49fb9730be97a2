"""The example sentences of the table of stances hold what they promise (needs the model)."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from parley.extract.positions import find_positions
from parley.extract.positions.words import TABLE
from parley.lexicon import compile as compiler
from parley.model.document import Document

if TYPE_CHECKING:
    from parley.analysis.engine import Engine


def rows() -> Iterator[tuple[str, dict[str, Any]]]:
    """Every entry of the table with its section."""
    table = compiler.parse(Path(compiler.HERE, f"{TABLE}.yaml").read_text(encoding="utf-8"))
    for section in ("verbs", "adjectives", "nouns"):
        for row in table[section]:
            yield section, row


YES = [pytest.param(row, text, id=f"{row['word']}: {text}") for _, row in rows() for text in row.get("yes", ())]
NO = [pytest.param(row, text, id=f"{row['word']}: {text}") for _, row in rows() for text in row.get("no", ())]


def stances(engine: Engine, text: str) -> list[str]:
    """The stances that are read in a sentence."""
    from parley.extract.mentions import find_actors

    a = engine.analyse(text)
    document = Document("d", "d", text)
    return [p.stance for p in find_positions(a, document, find_actors(a, document), ())]


@pytest.mark.parametrize(("row", "text"), YES)
def test_yes(engine: Engine, row: dict[str, Any], text: str) -> None:
    assert set(stances(engine, text)) & {row["stance"], row.get("negated")}


@pytest.mark.parametrize(("row", "text"), NO)
def test_no(engine: Engine, row: dict[str, Any], text: str) -> None:
    assert stances(engine, text) == []


def test_every_stance_is_one_of_the_contract() -> None:
    known = {"demand", "refusal", "offer", "condition", "support", "opposition", "concession", "expectation"}
    assert {row["stance"] for _, row in rows()} <= known
