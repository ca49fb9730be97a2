"""Readings written by hand: what one article tells of one encounter or more, with no model needed."""

from __future__ import annotations

from dataclasses import dataclass, replace

from parley.ids import document_id
from parley.model.attribution import Attribution, Source
from parley.model.document import Document
from parley.model.encounter import Claim, ClaimStatus, Encounter, EncounterKind, Party, PlaceRef, Stance, When
from parley.model.ledger import Report
from parley.model.mention import Actor
from parley.model.position import Position
from parley.model.reading import Reading
from parley.model.span import Span

CODES = {"Norway": "NOR", "Portugal": "PRT", "Peru": "PER", "Chile": "CHL", "Kenya": "KEN", "Nepal": "NPL"}
ROLL_UP = {"rescheduled": "scheduled", "refused": "denied", "no_plans": "denied", "not_held": "cancelled"}


@dataclass(frozen=True)
class Told:
    """One encounter as an article tells it: ``source`` says so, None where the article itself does."""

    status: ClaimStatus = "scheduled"
    parties: tuple[str, ...] = ("Norway", "Portugal")
    day: str | None = "2026-03-24"
    kind: EncounterKind = "meeting"
    place: str | None = "Bergen"
    source: str | None = None
    stance: Stance = "asserts"


def reading(
    *told: Told,
    name: str = "a1",
    published: str | None = "2026-03-01",
    outlet: str | None = "The Post",
    extra: str | None = None,
) -> Reading:
    """The reading of an article: one sentence for each encounter told, and ``extra`` (else words like no other's)."""
    sentences = [_sentence(t) for t in told]
    text = " ".join([*sentences, padding(name) if extra is None else extra]).strip()
    document = Document(document_id(text), name, text, None, f"Title of {name}", outlet, published, "en")
    names = dict.fromkeys(n for t in told for n in (*t.parties, *([t.source] if t.source else [])))
    ids = {n: f"a{k}" for k, n in enumerate(names, 1)}
    made = [_encounter(k, t, s, text, ids) for k, (t, s) in enumerate(zip(told, sentences, strict=True), 1)]
    return Reading(
        document,
        actors=tuple(_actor(n, i, text) for n, i in ids.items()),
        attributions=tuple(a for _, a in made if a),
        encounters=tuple(e for e, _ in made),
    )


def padding(name: str) -> str:
    """Sixty words that no article of another name has."""
    from random import Random

    draw = Random(name)
    return " ".join("".join(draw.choices("abcdefghilmnoprstu", k=7)) for _ in range(60)).capitalize() + "."


def with_position(made: Reading, issue: str, stance: str = "demand") -> Reading:
    """The same, with what its first actor wants."""
    words = Span.of(made.document.text, 0, 10)
    return replace(made, positions=(Position(made.actors[0].id, issue, stance, None, words),))  # type: ignore[arg-type]


def _sentence(t: Told) -> str:
    said = f", {t.source} said" if t.source else ""
    where = f" in {t.place}" if t.place else ""
    return f"The {t.kind} of {' and '.join(t.parties)}{where} on {t.day} is {t.status.replace('_', ' ')}{said}."


def _actor(name: str, number: str, text: str) -> Actor:
    at = text.index(name)
    kind = "country" if name in CODES else "person"
    return Actor(number, name, kind, country=CODES.get(name), mentions=(Span.of(text, at, at + len(name)),))


def _encounter(k: int, t: Told, sentence: str, text: str, ids: dict[str, str]) -> tuple[Encounter, Attribution | None]:
    start = text.index(sentence)
    whole = Span.of(text, start, start + len(sentence))
    said = _attribution(k, t, whole, text, ids)
    when = None
    if t.day:
        at = text.index(t.day, start)
        when = When(t.day, at, at + len(t.day), t.day, t.day)
    claim = Claim(f"e{k}.c1", t.stance, t.status, whole, said.id if said else None, when=when)
    parties = tuple(Party(ids[n], n, CODES.get(n)) for n in t.parties)
    place = PlaceRef(f"p{k}", t.place) if t.place else None
    status = ROLL_UP.get(t.status, t.status)
    encounter = Encounter(
        f"e{k}",
        t.kind,
        None,
        parties,
        place,
        when,
        (whole,),
        status,
        False,
        "day_is_set",
        (claim,),
        (claim.id,),  # type: ignore[arg-type]
    )
    return encounter, said


def _attribution(k: int, t: Told, whole: Span, text: str, ids: dict[str, str]) -> Attribution | None:
    if not t.source:
        return None
    at = text.index(t.source, whole.start)
    link = Source(t.source, at, at + len(t.source), ids[t.source], "speaker", True)
    return Attribution(f"q{k}", (link,), None, (whole,), "indirect")


def report(**values: str) -> Report:
    """A report of no particular article."""
    given = {"id": "r", "key": "k", "source": "s", "at": "2026-03-01T00:00:00Z", "recorded": "2026-03-01T00:00:00Z"}
    return Report(**{**given, **values})  # type: ignore[arg-type]
