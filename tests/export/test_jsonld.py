"""Linked data: the triples that rdflib and pyld find, with nothing fetched."""

from __future__ import annotations

import json
from typing import Any

import pytest
import rdflib
from pyld import jsonld

from parley.export.choice import Choice
from parley.export.field import FIELD
from parley.export.rows import Row
from tests.export.conftest import Rows, stands, story

S = rdflib.Namespace("https://schema.org/")
OA = rdflib.Namespace("http://www.w3.org/ns/oa#")
PROV = rdflib.Namespace("http://www.w3.org/ns/prov#")
P = rdflib.Namespace("urn:parley:term:")


def text(rows: list[Row]) -> str:
    return "".join(FIELD["jsonld"].write(rows, Choice()))


def graph(rows: list[Row]) -> rdflib.Graph:
    return rdflib.Graph().parse(data=text(rows), format="json-ld")


def encounter(row: Row) -> rdflib.URIRef:
    return rdflib.URIRef(f"urn:parley:encounter:{row['id']}")


@pytest.mark.parametrize(
    ("status", "schema"),
    [
        ("proposed", None),
        ("announced", None),
        ("scheduled", "EventScheduled"),
        ("under_way", "EventScheduled"),
        ("held", "EventScheduled"),
        ("on_hold", "EventPostponed"),
        ("postponed", "EventPostponed"),
        ("cancelled", "EventCancelled"),
        ("refused", None),
    ],
)
def test_event_status(rows: Rows, status: Any, schema: str | None) -> None:
    made = rows(stands(status))
    g = graph(made)
    assert g.value(encounter(made[0]), S.eventStatus) == (S[schema] if schema else None)
    assert properties(g, made[0])["parley:status"] == made[0]["status"]


def properties(g: rdflib.Graph, row: Row) -> dict[str, Any]:
    found = g.objects(encounter(row), S.additionalProperty)
    return {
        str(g.value(o, S.propertyID)): v.toPython() if (v := g.value(o, S.value)) is not None else None for o in found
    }


def test_a_moved_encounter_tells_its_first_day(rows: Rows) -> None:
    made = rows(story(3))
    g = graph(made)
    assert g.value(encounter(made[0]), S.eventStatus) == S.EventRescheduled
    assert str(g.value(encounter(made[0]), S.previousStartDate)) == "2026-03-24"
    assert str(g.value(encounter(made[0]), S.startDate)) == "2026-03-28"


def test_every_claim_stands_on_exact_words_in_a_report(rows: Rows) -> None:
    made = rows(story())
    g = graph(made)
    claims = list(g.subjects(rdflib.RDF.type, OA.Annotation))
    assert len(claims) == len(story())
    for claim in claims:
        target = g.value(claim, OA.hasTarget)
        kinds = {g.value(s, rdflib.RDF.type): s for s in g.objects(target, OA.hasSelector)}
        quote, place = kinds[OA.TextQuoteSelector], kinds[OA.TextPositionSelector]
        length = g.value(place, OA.end).toPython() - g.value(place, OA.start).toPython()
        assert len(str(g.value(quote, OA.exact))) == length
        assert g.value(target, OA.hasSource) == g.value(claim, PROV.wasQuotedFrom)
        assert (g.value(target, OA.hasSource), rdflib.RDF.type, S.NewsArticle) in g
        assert g.value(g.value(claim, OA.hasBody), S.about) == encounter(made[0])


def test_who_says_so_is_told_in_prov(rows: Rows) -> None:
    g = graph(rows(story()))
    agents = {str(g.value(a, S.name)) for a in g.objects(None, PROV.wasAttributedTo)}
    assert {"Astrid Holm", "Rui Faria"} <= agents
    assert {str(o) for o in g.objects(None, P.status)} == {"announced", "scheduled", "rescheduled", "cancelled"}


def test_pyld_expands_it_without_a_network(rows: Rows) -> None:
    def refuse(url: str, options: Any) -> Any:
        raise AssertionError(url)

    document = json.loads(text(rows(story())))
    expanded = jsonld.expand(document, {"documentLoader": refuse})
    events = [n for n in expanded if n.get("@type") == [str(S.Event)]]
    assert events[0][str(S.eventStatus)] == [{"@id": str(S.EventCancelled)}]
    assert "<http://www.w3.org/ns/oa#exact>" in jsonld.normalize(
        document, {"format": "application/n-quads", "documentLoader": refuse}
    )


def test_an_address_that_is_none_is_not_passed_on(rows: Rows) -> None:
    (row,) = rows(stands("scheduled"))
    for hostile in ("javascript:alert(1)", "http://example.invalid/a b>\n<c", None):
        row["appearances"][0]["url"] = hostile
        assert len(graph([row])) > 10
        assert "javascript" not in text([row])


def test_a_purged_report_keeps_the_position_and_loses_the_words(rows: Rows) -> None:
    (row,) = rows(stands("scheduled"))
    row["appearances"][0]["claims"][0]["evidence"]["text"] = ""
    g = graph([row])
    assert list(g.subjects(rdflib.RDF.type, OA.TextQuoteSelector)) == []
    assert len(list(g.subjects(rdflib.RDF.type, OA.TextPositionSelector))) == 1
