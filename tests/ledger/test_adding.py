"""What is added stays, once; what follows from it is told."""

from __future__ import annotations

from parley.keeping import Ledger
from parley.model.reading import Reading
from tests.ledger.told import Told, reading


def encounters(ledger: Ledger, **moment: str) -> list[dict[str, object]]:
    return list(ledger.export("encounters", **moment))


def test_an_article_is_told_as_it_was_read(ledger: Ledger) -> None:
    made = reading(Told())
    assert [a.what for a in ledger.add([made])] == ["new"]
    (row,) = encounters(ledger)
    assert (row["kind"], row["status"], row["independent_sources"]) == ("meeting", "scheduled", 1)
    (told,) = row["appearances"]  # type: ignore[misc,attr-defined]
    assert told["document"] == "a1"
    assert told["mentions"][0]["text"] == made.encounters[0].mentions[0].text
    assert told["claims"][0]["evidence"]["text"] in made.document.text
    assert told["claims"][0]["origin"]


def test_the_same_text_again_changes_nothing(ledger: Ledger) -> None:
    made = reading(Told())
    ledger.add([made])
    before = encounters(ledger)
    assert [a.what for a in ledger.add([made, made])] == ["known", "known"]
    assert encounters(ledger) == before


def test_another_text_of_the_same_article_is_a_new_version(ledger: Ledger) -> None:
    ledger.add([reading(Told())])
    assert [a.what for a in ledger.add([reading(Told("cancelled"), published="2026-03-02")])] == ["version"]


def test_an_account_can_be_asked_as_of_a_moment(ledger: Ledger) -> None:
    ledger.add([reading(Told()), reading(Told("cancelled"), name="a2", published="2026-03-05")])
    assert [e["status"] for e in encounters(ledger, as_of="2026-03-04")] == ["scheduled"]
    assert [e["status"] for e in encounters(ledger, as_of="2026-03-05")] == ["cancelled"]
    assert encounters(ledger, as_of="2026-02-28") == []


def test_what_is_revived_is_what_was_read(ledger: Ledger) -> None:
    made: Reading = reading(Told(), Told("held", ("Peru", "Chile"), "2026-02-20", source="Kenya"))
    (added,) = ledger.add([made])
    assert ledger.reading(added.report) == made.to_dict()  # type: ignore[union-attr]
