"""Copies of one text are recognised; other texts on the same matter are not."""
# ruff: noqa: E501 (tables are read by the line)

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from parley.link.copies import alike, groups
from parley.link.sketches import bands, sketch
from parley.model.ledger import Report

WIRE = (
    "OSLO (Northwire) - The foreign ministers of Norway and Chile will meet in Bergen on Friday to discuss the fishing "
    "accord of 2029, the ministry said. Minister Per Khodzhaev told reporters that both sides had agreed on most of the "
    "twelve articles. An official who asked not to be named said that the quota for hake was still open. The talks were "
    "put off in March after a storm damaged the harbour of Bergen. No date for the signing has been set."
)
EDITED = (
    WIRE.replace("Khodzhaev", "Hojaew").replace("OSLO (Northwire) - ", "").replace("told reporters", "told the press")
)
LONGER = f"{WIRE} Readers in the north remember the quarrel of 2027, when boats blocked the fjord for nine days."
OTHER = (
    "The foreign ministers of Norway and Chile are expected in Bergen at the end of the week. Their officials have worked "
    "for months on an accord about fishing, and the quota for hake has divided them from the start. Minister Per "
    "Khodzhaev sounded hopeful on Monday; his colleague was silent. After the storm in March nobody dares to name a day."
)


def report(text: str, day: str = "2031-05-01", name: str = "") -> Report:
    return Report(
        name or text[-60:] + day, text[-30:], "x", f"{day}T00:00:00Z", "2040-01-01T00:00:00Z", sketch=sketch(text)
    )


def test_light_edits_other_spellings_and_an_added_paragraph_are_copies() -> None:
    for copy in (EDITED, LONGER):
        assert alike(report(WIRE), report(copy, "2031-05-02"))
        assert set(bands(sketch(WIRE))) & set(bands(sketch(copy)))


def test_another_text_on_the_same_matter_is_no_copy() -> None:
    assert not alike(report(WIRE), report(OTHER))


def test_the_same_text_a_month_later_is_no_copy() -> None:
    assert not alike(report(WIRE), report(EDITED, "2031-06-10"))


@given(
    st.permutations(
        [
            report(t, d)
            for t, d in ((WIRE, "2031-05-03"), (EDITED, "2031-05-01"), (LONGER, "2031-05-02"), (OTHER, "2031-05-01"))
        ]
    )
)
def test_groups_do_not_depend_on_the_order(reports: list[Report]) -> None:
    found = groups(reports)
    assert len(set(found.values())) == 2
    assert found == groups(sorted(reports, key=lambda r: r.id))
