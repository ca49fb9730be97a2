"""The account does not depend on the order in which reports arrive, nor on adding one twice."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from parley import derive, link
from tests.link.random_stories import stories
from tests.stories import articles


@settings(max_examples=60, deadline=None)
@given(stories, st.randoms())
def test_any_order_and_adding_twice_give_the_same_clusters(texts: list[str], random: object) -> None:
    reports, appearances = articles(*texts)
    expected = link.clusters(reports, appearances)
    mixed = [*texts, texts[0]]
    random.shuffle(mixed)  # type: ignore[attr-defined]
    assert link.clusters(*articles(*mixed)) == expected


@settings(max_examples=60, deadline=None)
@given(stories, st.randoms())
def test_any_order_and_adding_twice_give_the_same_account(texts: list[str], random: object) -> None:
    reports, appearances = articles(*texts)
    expected = derive.cases(link.clusters(reports, appearances), reports, appearances)
    mixed = [*texts, texts[-1]]
    random.shuffle(mixed)  # type: ignore[attr-defined]
    again, told = articles(*mixed)
    assert derive.cases(link.clusters(again, told), again, told) == expected


@settings(max_examples=60, deadline=None)
@given(stories, st.integers(1, 28))
def test_the_account_as_of_a_moment_is_that_of_the_reports_until_then(texts: list[str], day: int) -> None:
    reports, appearances = articles(*texts)
    moment = f"2031-05-{day:02}"
    then = [r for r in reports if r.at[:10] <= moment]
    known = {r.id for r in then}
    few = [a for a in appearances if a.report in known]
    whole = derive.cases(link.clusters(reports, appearances), reports, appearances, as_of=moment)
    assert whole == derive.cases(link.clusters(then, few), then, few, now=moment)


@settings(max_examples=60, deadline=None)
@given(stories)
def test_every_appearance_is_in_one_cluster_and_names_it_by_its_first(texts: list[str]) -> None:
    reports, appearances = articles(*texts)
    found = link.clusters(reports, appearances)
    members = [m for c in found for m in c.members]
    assert sorted(members) == sorted({a.id for a in appearances})
    assert all(c.id == c.members[0] for c in found)
    of = {a.id: a.report for a in appearances}
    assert all(len({of[m] for m in c.members}) == len(c.members) for c in found)
