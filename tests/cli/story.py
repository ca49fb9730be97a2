"""A reading made by hand of the invented article in examples/: what the face is tested on, no model needed."""

from __future__ import annotations

from pathlib import Path

from parley.model.attribution import Attribution, Source
from parley.model.document import Document
from parley.model.encounter import Claim, Contradiction, Encounter, Party, PlaceRef, Relation, When
from parley.model.mention import Actor, Place
from parley.model.position import Position
from parley.model.reading import Reading, Ungrounded
from parley.model.span import Span

ARTICLE = Path(__file__).parents[2] / "examples" / "bergen-summit.txt"
TEXT = ARTICLE.read_text(encoding="utf-8").strip()


def span(words: str) -> Span:
    """The first place of ``words`` in the article."""
    start = TEXT.index(words)
    return Span.of(TEXT, start, start + len(words))


def source(words: str, actor: str | None = None, outlet: bool = False, named: bool = True) -> Source:
    at = span(words)
    return Source(at.text, at.start, at.end, actor, "outlet" if outlet else "speaker", named)


def when(words: str, earliest: str, latest: str | None = None) -> When:
    at = span(words)
    return When(at.text, at.start, at.end, earliest, latest or earliest)


CALLED_OFF = (
    "A summit between Norwegian Prime Minister Ingrid Solheim and her Portuguese counterpart Duarte Vasconcelos"
    " has been called off"
)
SOLHEIM = Party("a1", "Ingrid Solheim", "NOR")
VASCONCELOS = Party("a2", "Duarte Vasconcelos", "PRT")
AASEN = Party("a3", "Henrik Aasen", "NOR")
FALCAO = Party("a4", "Teresa Falcão", "PRT")

ACTORS = (
    Actor("a1", "Ingrid Solheim", "person", "Norwegian Prime Minister", "NOR", "NORGOV", (span("Ingrid Solheim"),)),
    Actor("a2", "Duarte Vasconcelos", "person", None, "PRT", "PRTGOV", (span("Duarte Vasconcelos"),)),
    Actor("a3", "Henrik Aasen", "person", "Foreign ministers", "NOR", "NORGOV", (span("Henrik Aasen"),)),
    Actor("a4", "Teresa Falcão", "person", "Foreign ministers", "PRT", "PRTGOV", (span("Teresa Falcão"),)),
    Actor("a5", "Norway", "country", None, "NOR", "NOR", (span("Norway"),)),
    Actor("a6", "Portugal", "country", None, "PRT", "PRT", (span("Portugal would"),)),
    Actor("a7", "Lídia Moura", "person", None, "PRT", "PRTGOV", (span("Lídia Moura"),)),
    Actor("a8", "Jonas Brekke", "person", None, "NOR", "NORGOV", (span("Jonas Brekke"),)),
)
PLACES = (
    Place("p1", "Bergen", "NOR", 60.39, 5.32, (span("Bergen"),)),
    Place("p2", "Lisbon", "PRT", 38.72, -9.14, (span("Lisbon"),)),
)
ATTRIBUTIONS = (
    Attribution(
        "q1",
        (source("two people with knowledge of the preparations", named=False), source("Northline", outlet=True)),
        span("reported"),
        (span(CALLED_OFF),),
        "indirect",
    ),
    Attribution(
        "q2", (source("Solheim", "a1"),), span("announced"), (span("the two would meet in Bergen"),), "indirect"
    ),
    Attribution("q3", (source("Lídia Moura", "a7"),), span("said"), (span("The meeting is on hold"),), "direct"),
    Attribution("q4", (source("Jonas Brekke", "a8"),), span("told"), (span("You cannot cancel a summit"),), "direct"),
    Attribution(
        "q5", (source("Falcão", "a4"),), span("said that"), (span("that Portugal would accept inspectors"),), "indirect"
    ),
)
SUMMIT_CLAIMS = (
    Claim("c1", "asserts", "cancelled", span("Bergen cod summit called off"), headline=True),
    Claim("c2", "reports", "cancelled", span("has been called off"), "q1", certainty="eos6", said="2026-03-17"),
    Claim(
        "c3",
        "asserts",
        "scheduled",
        span("Solheim announced that the two would meet in Bergen on 24 March to settle the dispute over cod quotas"),
        "q2",
        when=when("on 24 March", "2026-03-24"),
        said="2026-03-03",
        earlier=True,
    ),
    Claim("c4", "asserts", "on_hold", span("The meeting is on hold"), "q3", said="2026-03-17"),
    Claim("c5", "disputes_premise", "no_plans", span("You cannot cancel a summit that nobody had planned"), "q4"),
)
ENCOUNTERS = (
    Encounter(
        "e1",
        "summit",
        "leaders",
        (SOLHEIM, VASCONCELOS),
        PlaceRef("p1", "Bergen", "NOR"),
        when("on 24 March", "2026-03-24"),
        (span("summit"), span("A summit")),
        "cancelled",
        True,
        "called_off",
        SUMMIT_CLAIMS,
        ("c3", "c1", "c5", "c4", "c2"),
    ),
    Encounter(
        "e2",
        "call",
        "leaders",
        (VASCONCELOS, SOLHEIM),
        None,
        when("on 3 March", "2026-03-03"),
        (span("phone call"),),
        "held",
        False,
        "took_place",
        (Claim("c6", "asserts", "held", span("After a phone call with Vasconcelos"), weak=True),),
        ("c6",),
    ),
    Encounter(
        "e3",
        "meeting",
        "ministers",
        (AASEN, FALCAO),
        PlaceRef("p2", "Lisbon", "PRT"),
        when("last week", "2026-03-09", "2026-03-15"),
        (span("met"),),
        "held",
        False,
        "took_place",
        (Claim("c7", "asserts", "held", span("Henrik Aasen and Teresa Falcão met in Lisbon last week")),),
        ("c7",),
    ),
    Encounter(
        "e4",
        "call",
        "ministers",
        (AASEN, FALCAO),
        None,
        when("on Friday", "2026-03-20"),
        (span("speak"),),
        "proposed",
        False,
        "suggested",
        (
            Claim(
                "c8",
                "asserts",
                "proposed",
                span("may speak by telephone again on Friday"),
                hedged=True,
                certainty="eos3",
            ),
        ),
        ("c8",),
    ),
)
POSITIONS = (
    Position(
        "a5",
        "trawlers around Svalbard",
        "demand",
        None,
        span("Norway demands that Portuguese trawlers leave the waters around Svalbard"),
    ),
    Position(
        "a6",
        "inspectors on board",
        "condition",
        "softened",
        span("Portugal would accept inspectors on board only if the fines of last autumn were waived"),
        "q5",
    ),
)
READING = Reading(
    document=Document(
        "d1",
        "examples/bergen-summit.txt",
        TEXT,
        title="Bergen cod summit called off, say people close to the talks",
        outlet="The Harbour Post",
        published="2026-03-17",
        language="en",
        warnings=("no date was given: the one in the text was taken",),
    ),
    actors=ACTORS,
    places=PLACES,
    attributions=ATTRIBUTIONS,
    encounters=ENCOUNTERS,
    positions=POSITIONS,
    relations=(
        Relation("e3", "e1", "prepares", span("to prepare the summit")),
        Relation("e2", "e1", "led_to", span("After a phone call with Vasconcelos on 3 March, Solheim announced")),
    ),
    contradictions=(
        Contradiction("e1", ("c2", "c4"), "status"),
        Contradiction("e1", ("c2", "c5"), "existence"),
    ),
    ungrounded=(Ungrounded(span("the talks"), "which talks, and between whom, the text does not tell"),),
)
