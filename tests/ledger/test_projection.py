"""The projection is a cache: it equals the pure functions, whatever came in, in whatever order."""

from __future__ import annotations

import json
from pathlib import Path
from random import Random

import pytest
import sqlalchemy as sa
from hypothesis import given, settings
from hypothesis import strategies as st

from parley.export.rows import agenda_row
from parley.keeping import Ledger
from parley.ledger import cache as k
from parley.ledger.telling import Moment, _as_it_was
from parley.model.reading import Reading
from tests.ledger.conftest import New, opened
from tests.ledger.told import Told, reading

DAYS = [None, "2026-03-10", "2026-03-11", "2026-03-24", "2026-04-02"]
SIDES = [
    ("Norway", "Portugal"),
    ("Norway", "Peru"),
    ("Portugal", "Norway", "Peru"),
    ("Peru", "Chile"),
    ("Kenya", "Chile"),
]
STATUSES = ["scheduled", "announced", "cancelled", "held", "postponed", "no_plans", "rescheduled"]
CACHED = [t for t in k.CACHE if t not in (k.facts, k.positions, k.stands)]

told = st.builds(
    Told,
    status=st.sampled_from(STATUSES),
    parties=st.sampled_from(SIDES),
    day=st.sampled_from(DAYS),
    kind=st.sampled_from(["meeting", "call", "visit"]),
    place=st.sampled_from([None, "Bergen", "Lima"]),
    source=st.sampled_from([None, "Nepal"]),
)
articles = st.lists(
    st.builds(
        lambda t, name, day, version: reading(
            *t, name=f"a{name}", published=f"2026-03-{day:02}", extra=f"{'x ' * version}"
        ),
        st.lists(told, min_size=1, max_size=3, unique_by=lambda t: (t.parties, t.kind, t.day)),
        st.integers(1, 6),
        st.integers(1, 28),
        st.integers(0, 2),
    ),
    min_size=1,
    max_size=8,
    unique_by=lambda r: (r.document.source, r.document.text),
)


def table(ledger: Ledger, which: sa.Table) -> list[tuple[object, ...]]:
    """The rows of a table of the projection, without row numbers, which tell the order of arrival."""
    columns = [c for c in which.c if c.name not in {"row", "n"}]
    with ledger._reading() as c:
        return sorted(tuple(r) for r in c.execute(sa.select(*columns)))


def projection(ledger: Ledger) -> dict[str, list[tuple[object, ...]]]:
    return {t.name: table(ledger, t) for t in CACHED}


def account(ledger: Ledger, **moment: str) -> list[object]:
    rows = []
    for row in ledger.export("encounters", **moment):
        for a in row["appearances"]:
            del a["source_group"]
        rows.append(row)
    return sorted(rows, key=lambda r: r["id"])


@settings(max_examples=12)
@given(articles, st.randoms())
def test_kept_up_or_made_anew_it_is_the_same(
    tmp_path_factory: pytest.TempPathFactory, made: list[Reading], random: Random
) -> None:
    folder = tmp_path_factory.mktemp("l")
    random.shuffle(made)
    with opened(str(folder / "a.db")) as ledger:
        ledger.add(made)
        kept_up = projection(ledger)
        ledger.rebuild()
        assert projection(ledger) == kept_up


@settings(max_examples=12)
@given(articles, st.integers(1, 28))
def test_it_tells_what_the_pure_functions_tell(
    tmp_path_factory: pytest.TempPathFactory, made: list[Reading], day: int
) -> None:
    folder, moment = tmp_path_factory.mktemp("l"), Moment.given(f"2026-03-{day:02}", None)
    with opened(str(folder / "a.db")) as ledger:
        ledger.add(made)
        with ledger._reading() as c:
            pure = {case.id: case for case, _ in _as_it_was(c, moment)}
        assert {case.id: case for case, _ in ledger.cases(as_of=moment.as_of)} == pure
        shown = {r["id"]: r for r in ledger.status(as_of=moment.as_of)}
        for name, case in pure.items():
            row = shown.pop(name)
            expected = json.loads(json.dumps(agenda_row(case)))
            assert {key: row[key] for key in expected} == expected
        assert shown == {}


@settings(max_examples=10)
@given(articles, st.randoms())
def test_the_order_of_arrival_does_not_matter(
    tmp_path_factory: pytest.TempPathFactory, made: list[Reading], random: Random
) -> None:
    folder = tmp_path_factory.mktemp("l")
    # of versions with one time of publication the order of arrival decides, because nothing else can
    once = list({(r.document.source, r.document.published): r for r in made}.values())
    mixed = [*once, once[0]]
    random.shuffle(mixed)
    with opened(str(folder / "a.db")) as one, opened(str(folder / "b.db")) as other:
        one.add(once)
        other.add(mixed)
        assert account(other) == account(one)
        assert account(other, as_of="2026-03-15") == account(one, as_of="2026-03-15")


@settings(max_examples=12)
@given(articles, st.integers(1, 4), st.randoms())
def test_one_by_one_or_together_it_is_the_same(
    tmp_path_factory: pytest.TempPathFactory, made: list[Reading], size: int, random: Random
) -> None:
    folder = tmp_path_factory.mktemp("l")
    # of versions with one time of publication the one seen first counts first, and seconds may part those of one run
    once = list({(r.document.source, r.document.published): r for r in made}.values())
    random.shuffle(once)
    with opened(str(folder / "a.db")) as one, opened(str(folder / "b.db")) as other:
        for r in once:
            one.record(r)
        for start in range(0, len(once), size):
            other.record_all(once[start : start + size])
        assert projection(other) == projection(one)
        assert account(other) == account(one)


def test_rebuilding_changes_nothing_on_either_engine(new_place: New, tmp_path: Path) -> None:
    with opened(new_place()) as ledger:
        ledger.add(
            [
                reading(Told(), name="a1"),
                reading(Told("cancelled"), Told("held", ("Peru", "Chile")), name="a2", published="2026-03-09"),
            ]
        )
        before, told = projection(ledger), account(ledger)
        ledger.rebuild()
        assert (projection(ledger), account(ledger)) == (before, told)
