"""Whose stand a text tells, on short texts of invented people (needs the model)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from parley.extract.attributions import find_attributions
from parley.extract.mentions import find_actors
from parley.extract.positions import find_positions
from parley.model.document import Document

if TYPE_CHECKING:
    from parley.analysis.engine import Engine

TEXTS = [
    pytest.param(
        'LIMA, 3 May – "We will not open the gate," Agriculture Minister Ana Ruiz told farmers. Peru waits.',
        {("Peru", "refusal")},
        id="a minister of no stated country speaks for where the text was written",
    ),
    pytest.param(
        "BOGOTA, 3 May – Colombia and Chile talk of fish.\n\nIn Santiago, the government met at noon.\n\n"
        '"We will not open the gate," Fisheries Minister Rosa Luna said.',
        {("Chile", "refusal")},
        id="the scene that was set last goes before the place of writing",
    ),
    pytest.param(
        "The Sudd Liberation Front is far from Juba. The front's negotiator, Moses Okello, said: "
        '"We will not sign the paper."',
        {("Sudd Liberation Front", "refusal")},
        id="a negotiator speaks for whom he is sent by",
    ),
    pytest.param(
        'LIMA, 3 May – Peru is calm. "We will not sign," the singer Ana Ruiz said.',
        set(),
        id="private people take no part in diplomacy",
    ),
    pytest.param(
        'LIMA, 3 May – Peru is calm. "We will not sign," former president Ana Ruiz said.',
        set(),
        id="nor do those who have left office",
    ),
    pytest.param(
        "Statement by President of Kenya Peter Mboya on the drought\n\nWe call on our neighbours to open the wells.",
        {("Peter Mboya", "demand")},
        id="a statement speaks for whom its first line names",
    ),
    pytest.param(
        "Kenya and Uganda are at odds. They condemned the raids together.",
        set(),
        id="what several do together is no stand of each",
    ),
]


@pytest.mark.parametrize(("text", "wanted"), TEXTS)
def test_whose_stand(engine: Engine, text: str, wanted: set[tuple[str, str]]) -> None:
    a = engine.analyse(text)
    document = Document("d", "d", text)
    mentions = find_actors(a, document)
    found = find_positions(a, document, mentions, find_attributions(a, document, mentions))
    names = {x.id: x.name for x in mentions.actors}
    assert {(names[p.actor], p.stance) for p in found} == wanted


def test_what_a_headline_says_in_short_is_told_once(engine: Engine) -> None:
    from parley.model.span import Span

    text = "Peru rejects the plan\n\nLIMA, 3 May – Peru rejected the plan of Chile for the islands on Friday."
    document = Document("d", "d", text, headline=Span.of(text, 0, 21))
    a = engine.analyse(text)
    mentions = find_actors(a, document)
    assert [p.evidence.start > 21 for p in find_positions(a, document, mentions, ())] == [True]
