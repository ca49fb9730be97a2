"""What holds for any tree: nothing is raised, and every value stands on exact words."""

from __future__ import annotations

from hypothesis import given

from parley.model.span import Span
from tests.extract.encounters.hand import EVERYBODY, found
from tests.handmade import tree
from tests.strategies import trees

WORDS = """
    Lume NNP | Sand NNP | Peru NNP | Oslo NNP | met/meet VBD | will MD | meet VB | summit NN | talks/talks NNS
    | visit NN | cancelled/cancel VBN | postponed/postpone VBD | held/hold VBD | no DT | not RB | plans/plan NNS | to TO
    | on IN | Friday NNP | with IN | between IN | it PRP | preparatory JJ | after IN | phone NN | call NN | was VBD
    | second JJ | agreed/agree VBD | if IN | . .
"""


@given(trees(WORDS, 16), trees(WORDS, 8))
def test_every_value_stands_on_exact_words(first: tuple[str, ...], second: tuple[str, ...]) -> None:
    a = tree(*first, "", *second)
    read = found(a)
    spans: list[Span] = [u.words for u in read.ungrounded] + [r.evidence for r in read.relations]
    known = {x.id for x in read.actors} | {f"a{k}" for k in range(len(EVERYBODY))} | {"lume", "sand", "roca", "dahl"}
    for e in read.encounters:
        assert {p.actor for p in e.parties} <= known
        assert len({p.actor for p in e.parties}) == len(e.parties) > 0
        spans += [*e.mentions, *(c.evidence for c in e.claims)]
        for when in (e.when, *(c.when for c in e.claims)):
            assert when is None or a.text[when.start : when.end] == when.text
        assert len({c.id for c in e.claims}) == len(e.claims)
    assert all(a.text[s.start : s.end] == s.text for s in spans)
    assert len({e.id for e in read.encounters}) == len(read.encounters)
