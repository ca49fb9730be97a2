"""The day of an encounter from beyond the words of one mention: the next sentence, other mentions, other encounters."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from parley.extract.clauses import clause, lemma_of
from parley.extract.encounters.record import Mention
from parley.extract.encounters.timing import TimeAt, inside, owner_of
from parley.extract.encounters.triggers import Trigger
from parley.extract.times import resolve_against
from parley.extract.times.words import words
from parley.lexicon import status
from parley.lexicon.encounters import noun_triggers
from parley.model.analysis import Analysis, Token
from parley.model.encounter import Encounter, When
from parley.model.mention import Time

TAKES_PLACE = frozenset({"happens", "begins"})
OPENING = 4  # tokens within which the subject of a following sentence begins
A_VISIT = 5  # days
NEAR = 400  # characters between a visit and the talks in its course
BETWEEN = 40  # characters between "the day before" and the encounter that it counts from


def in_next_sentence(a: Analysis, trigger: Trigger, times: Sequence[TimeAt]) -> Time | None:
    """The day that the next sentence gives: "… a summit. It will take place on 3 June", "The date is 3 June".

    Its subject must be "it", "they" or "the date", its predicate say that something takes place or is planned, and no
    other encounter be named in between.
    """
    following = a.tokens[trigger.i].sent + 1
    if following >= len(a.sentences):
        return None
    sentence = a.sentences[following]
    if any(_names_one(a.tokens[k]) for k in range(trigger.i + 1, sentence.last) if k != trigger.anchor):
        return None
    subject = next((t for t in a.tokens[sentence.first : sentence.first + OPENING] if t.rel == "nsubj"), None)
    if subject is None:
        return None
    verb = a.tokens[subject.head]
    own = {k for k in _predicates(a, verb) if _takes_place(a, k) or subject.lemma.lower() in words().lists["dates"]}
    if subject.text.lower() not in words().lists["stands_for"] and subject.lemma.lower() not in words().lists["dates"]:
        return None
    for t in times:
        if a.tokens[t.first].sent == following and t.time.earliest and (owner_of(a, t) in own or verb.i == t.head):
            return t.time
    return None


def carried_on(a: Analysis, trigger: Trigger, times: Sequence[TimeAt]) -> Time | None:
    """The day told last, where this sentence goes on with "then" or "also" in the same tense.

    "On 3 June he will visit Oslo. He will then meet the king." Only a single day of one of the two sentences before is
    carried on.
    """
    here = a.tokens[trigger.i].sent
    verb = next(
        (t for t in (a.tokens[trigger.i], *a.ancestors(trigger.i)) if t.upos == "VERB" and t.rel == "root"), None
    )
    if here == 0 or verb is None or any(a.tokens[t.first].sent == here and t.time.earliest for t in times):
        return None
    if not any(c.text.lower() in words().lists["carries_on"] for c in a.children(verb.i, "advmod")):
        return None
    before = [t for t in times if here - 2 <= a.tokens[t.first].sent < here and t.time.earliest]
    last = max((a.tokens[t.first].sent for t in before), default=None)
    for t in before:
        owner = a.tokens[owner_of(a, t)]
        day = t.time.earliest is not None and t.time.earliest == t.time.latest
        if owner.sent == last and owner.rel == "root" and day and _ahead(a, owner.i) == _ahead(a, verb.i):
            return t.time
    return None


def _ahead(a: Analysis, i: int) -> bool:
    """Whether a clause tells of what is to come."""
    record = clause(a, i)
    return record.modal == "future" or record.planned or a.tokens[i].text.lower() in words().lists["planned"]


def _names_one(t: Token) -> bool:
    return t.upos == "NOUN" and t.lemma.lower() in noun_triggers()


def _predicates(a: Analysis, verb: Token) -> list[int]:
    """A predicate and the infinitives below it ("is expected to take place")."""
    return [verb.i, *(k for c in a.children(verb.i, "xcomp") for k in _predicates(a, c))]


def _takes_place(a: Analysis, i: int) -> bool:
    """Whether a predicate says of its subject that it takes place, begins or is planned."""
    if a.tokens[i].text.lower() in words().lists["planned"]:
        return True
    entries = status.verbs().get(lemma_of(a, i), ())
    passive = bool(a.children(i, "aux:pass"))
    return any(e.effect in TAKES_PLACE and (e.takes in {"subject", "any"} or passive) for e in entries)


def day_of_all(mentions: Iterable[Mention]) -> Time | None:
    """The day of an encounter from its mentions, those first that settle it: the first dated one, then a narrower one.

    "At the end of the month" gives way to "on 28 May" of another mention; a new day keeps its place.
    """
    told = [m for m in mentions if m.when is not None]
    dated = [m for m in told if m.when and m.when.earliest]
    if not dated:
        return told[0].when if told else None
    best = dated[0].when
    for m in dated[1:]:
        if best and m.when and not m.state.earlier and (inside(m.when, best) or _with_its_length(m.when, best)):
            best = m.when
    return best


def _with_its_length(time: Time, other: Time) -> bool:
    """Whether the words are the same and one mention knows how long it lasts ("came on Monday for a two-day visit")."""
    return (time.start, time.end) == (other.start, other.end) and inside(other, time)


def counted_from_each_other(encounters: Sequence[Encounter], text: str) -> tuple[Encounter, ...]:
    """Days counted from another encounter: "the day before the summit" once the day of the summit is known."""
    return tuple(_counted(e, encounters, text) for e in encounters)


PLANS = frozenset({"proposed", "announced", "scheduled"})


def on_the_same_visit(encounters: Sequence[Encounter]) -> tuple[Encounter, ...]:
    """Talks told of together with a coming visit of the same people are on its days, and the visit on theirs.

    "On 3 June the chancellor will visit Lima. She will hold talks with the president." Only where both are still to
    come, one alone has its day, and the visit lasts no longer than :data:`A_VISIT`.
    """
    return tuple(_with_day_of(e, [o for o in encounters if _one_occasion(e, o)]) for e in encounters)


def off_with_the_visit(encounters: Sequence[Encounter]) -> tuple[Encounter, ...]:
    """What was to take place on a visit is off with the visit.

    "The minister put off her trip to Lima. She was to have met the president." Only where all that is told of the
    meeting is that it had been planned, and somebody of the visit was to take part. The visit's words are the claim.
    """
    return tuple(_off_too(e, [o for o in encounters if _part_of_visit(e, o)]) for e in encounters)


def _part_of_visit(e: Encounter, visit: Encounter) -> bool:
    shared = {p.actor for p in e.parties} & {p.actor for p in visit.parties}
    near = min(abs(m.start - n.start) for m in e.mentions for n in visit.mentions) < NEAR
    only_planned = bool(e.claims) and all(c.earlier and c.status in PLANS for c in e.claims)
    return visit.kind == "visit" and e.kind not in {"visit", "call"} and near and bool(shared) and only_planned


def _off_too(e: Encounter, visits: Sequence[Encounter]) -> Encounter:
    told = [c for v in visits for c in v.claims if c.status in {"cancelled", "postponed"}]
    plain = [c for c in told if not (c.weak or c.earlier or c.hedged)]
    body = [c for c in plain if not c.headline] or plain
    return replace(e, claims=(*e.claims, replace(body[0], id=f"{e.id}.c{len(e.claims) + 1}"))) if body else e


def _one_occasion(e: Encounter, o: Encounter) -> bool:
    """Whether one of two is a visit in the course of which the other takes place."""
    if (e.kind == "visit") == (o.kind == "visit") or "call" in {e.kind, o.kind}:
        return False
    shared = {p.actor for p in e.parties} & {p.actor for p in o.parties}
    visit, talks = (e, o) if e.kind == "visit" else (o, e)
    states = {p.country for p in visit.parties} | {None}
    near = min(abs(m.start - n.start) for m in e.mentions for n in o.mentions) < NEAR
    there = talks.place is None or talks.place.country in states
    return near and bool(shared) and there and _to_come(e) and _to_come(o)


def _to_come(e: Encounter) -> bool:
    told = [c for c in e.claims if not c.weak] or list(e.claims)
    return bool(told) and all(c.status in {"announced", "scheduled"} and not c.earlier for c in told)


def _with_day_of(e: Encounter, others: Sequence[Encounter]) -> Encounter:
    days = {o.when for o in others if o.when}
    if e.when is not None or len(days) != 1:
        return e
    when = days.pop()
    scheduled = any(c.status == "scheduled" for o in others for c in o.claims)
    if not (when.earliest is None or _days(when) <= A_VISIT) or not scheduled:
        return e
    claims = [
        replace(c, status="scheduled", when=when) if c.status == "announced" and not c.hedged else c for c in e.claims
    ]
    return replace(e, when=when, claims=tuple(claims))


def _days(when: When) -> int:
    first, last = (date.fromisoformat((d or "")[:10]) for d in (when.earliest, when.latest))
    return (last - first).days


def _counted(e: Encounter, encounters: Sequence[Encounter], text: str) -> Encounter:
    if e.when is None or e.when.earliest:
        return e
    other = next(
        (o for o in encounters if o is not e and o.when and o.when.earliest and _right_after(e.when, o, text)), None
    )
    if other is None or other.when is None or not other.when.earliest or not other.when.latest:
        return e
    open_ = Time(e.when.start, e.when.end, e.when.text, "DATE")
    found = resolve_against(open_, other.when.earliest, other.when.latest)
    return replace(e, when=replace(e.when, earliest=found.earliest, latest=found.latest))


def _right_after(when: When, other: Encounter, text: str) -> bool:
    """Whether an encounter is named right behind a time ("the day before | that meeting")."""
    for mention in other.mentions:
        between = text[when.end : mention.start]
        if when.end <= mention.start <= when.end + BETWEEN and not set(between) & set(".;\n"):
            return True
    return False
