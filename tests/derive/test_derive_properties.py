"""What holds for any claims."""

from __future__ import annotations

from dataclasses import replace
from typing import get_args

from hypothesis import given
from hypothesis import strategies as st

from parley.derive.contradictions import contradictions
from parley.derive.rules import RULES, history, roll_up
from parley.model.encounter import Claim, Status
from tests.derive.claims import STANCES, STATUSES, VOICE, claims

SOURCES = st.sampled_from(["", "Oslo: ", "Lisbon: ", "Northline: "])
DAYS = st.sampled_from(["", " 2031-05-20", " 2031-05-27"])
SAID = st.sampled_from(["", " said=2031-05-01", " said=2031-05-03"])
FLAG = st.sampled_from(["", " hedged", " weak", " earlier", " headline"])


def texts(statuses: tuple[str, ...] = STATUSES, flags: st.SearchStrategy[str] = FLAG) -> st.SearchStrategy[str]:
    """Claims in shorthand."""
    return st.builds(
        lambda source, status, stance, flag, day, said: f"{source}{status} {stance}{flag}{day}{said}",
        *(SOURCES, st.sampled_from(statuses), st.sampled_from(STANCES), flags, DAYS, SAID),
    )


ANY = st.lists(texts(), max_size=6).map(lambda rows: claims(*rows))
PLAIN = st.lists(texts(flags=st.just("")), max_size=4)


@given(ANY)
def test_there_is_always_a_verdict_by_a_named_rule(said: tuple[Claim, ...]) -> None:
    verdict = roll_up(said, VOICE)
    assert verdict.status in get_args(Status)
    assert verdict.rule in RULES


@given(ANY, st.data())
def test_the_order_of_the_text_does_not_matter(said: tuple[Claim, ...], data: st.DataObject) -> None:
    mixed = data.draw(st.permutations(said))
    assert roll_up(mixed, VOICE) == roll_up(said, VOICE)


@given(ANY)
def test_saying_it_twice_does_not_matter(said: tuple[Claim, ...]) -> None:
    again = tuple(replace(c, id=c.id + "'") for c in said)
    assert roll_up((*said, *again), VOICE) == roll_up(said, VOICE)


@given(ANY, st.lists(texts(("not_yet",)), max_size=3))
def test_not_yet_never_changes_a_status(said: tuple[Claim, ...], more: list[str]) -> None:
    assert roll_up((*said, *claims(*more)), VOICE) == roll_up(said, VOICE)


@given(PLAIN, st.lists(texts(flags=st.sampled_from([" weak", " earlier", " headline"])), max_size=3))
def test_side_remarks_the_past_and_the_title_give_way_to_the_body(rows: list[str], less: list[str]) -> None:
    unsaid = [row.partition(" said=")[0] for row in less]  # a later word of the same source is another matter
    body = claims("announced", *rows)
    assert roll_up((*claims(*unsaid), *body), VOICE) == roll_up(body, VOICE)


@given(ANY)
def test_history_is_a_permutation_of_the_claims(said: tuple[Claim, ...]) -> None:
    assert sorted(history(said)) == sorted(c.id for c in said)


@given(ANY)
def test_contradictions_are_between_different_claims_of_the_encounter(said: tuple[Claim, ...]) -> None:
    for found in contradictions("e1", said, VOICE):
        assert len(set(found.claims)) == len(found.claims) > 1
        assert set(found.claims) <= {c.id for c in said}


@given(ANY, st.data())
def test_contradictions_do_not_hang_on_the_order(said: tuple[Claim, ...], data: st.DataObject) -> None:
    def over(rows: tuple[Claim, ...]) -> set[str]:
        return {c.over for c in contradictions("e1", rows, VOICE)}

    assert over(tuple(data.draw(st.permutations(said)))) == over(said)


@given(ANY)
def test_one_source_alone_is_never_disputed(said: tuple[Claim, ...]) -> None:
    alone = tuple(replace(c, attribution="Oslo", headline=False) for c in said)
    assert not roll_up(alone, VOICE).disputed
    assert contradictions("e1", alone, VOICE) == ()
