"""What hypothesis draws from, for the properties that must hold whatever the model says."""

from __future__ import annotations

from hypothesis import strategies as st

RELATIONS = """
    nsubj nsubj:pass obj iobj xcomp ccomp advcl acl acl:relcl obl nmod nmod:poss amod appos case mark conj cc det aux
    compound parataxis punct flat
""".split()  # noqa: SIM905


@st.composite
def trees(draw: st.DrawFn, words: str, most: int = 12) -> tuple[str, ...]:
    """A sentence for ``tests.handmade.tree`` of ``words`` ("Peru NNP | met/meet VBD …") with any tree at all."""
    choice = [w.strip() for w in words.split("|")]
    taken = draw(st.lists(st.sampled_from(choice), min_size=1, max_size=most))
    order = draw(st.permutations(range(len(taken))))
    rows = [""] * len(taken)
    for k, i in enumerate(order):
        head = order[draw(st.integers(0, k - 1))] + 1 if k else 0
        rows[i] = f"{taken[i]} {draw(st.sampled_from(RELATIONS)) if k else 'root'} {head}"
    return tuple(rows)
