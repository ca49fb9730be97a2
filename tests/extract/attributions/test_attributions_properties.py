"""What holds for any tree: nothing is raised, spans are exact, nesting has an end."""

from __future__ import annotations

from hypothesis import given

from parley.extract.attributions import Cover, chain_of, find_attributions
from tests.handmade import document, named, tree
from tests.strategies import trees

WORDS = """
    Lume NNP | Sand NNP | envoy NN | newspaper NN | said/say VBD | told/tell VBD | reporters/reporter NNS
    | denied/deny VBD | according/accord VBG | to TO | that IN | talks/talks NNS | off RB | “ `` | ” '' | " `` | , ,
    | . . | : : | as IN | quoted/quote VBD | saying/say VBG | citing/cite VBG | reportedly RB | it PRP | was VBD
    | report NN | of IN | called/call VBD | for IN | he PRP | statement NN | which WDT | ; :
"""


@given(trees(WORDS, 18), trees(WORDS, 8))
def test_every_part_is_exact(first: tuple[str, ...], second: tuple[str, ...]) -> None:
    a = tree(*first, "¶", *second, names={"Lume": "PER", "Sand": "PER"})
    found = find_attributions(a, document(a, headline=a.text.split("\n")[0]), named(a, "Lume", "Sand"))
    ids = [x.id for x in found]
    assert len(set(ids)) == len(ids)
    for x in found:
        assert x.content
        parts = [*x.content, *x.chain, *([x.cue] if x.cue else [])]
        assert all(a.text[p.start : p.end] == p.text for p in parts)
        assert x.within is None or (x.within in ids and x.within != x.id)
        assert len(chain_of(x, found)) >= len(x.chain)
        assert Cover(found).innermost(x.content[0].start, x.content[0].end) is not None
