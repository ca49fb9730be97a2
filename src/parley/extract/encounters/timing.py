"""When: the time that belongs to one mention of an encounter, and not to its neighbours.

A time belongs to the encounter by one of the rules of :data:`RULES`, the earlier one first. Each rule is a named
function whose docstring is the explanation. The day on which somebody said, agreed or cancelled something is not the
day of the encounter: a time that no rule ties to it is left alone.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache, cached_property

from parley.extract.clauses import clause
from parley.extract.encounters.planned import TAKES_PLACE, by_words, plan_nodes, relative_verb
from parley.extract.encounters.signs import Operator
from parley.extract.encounters.subjects import cases
from parley.extract.encounters.triggers import Trigger
from parley.extract.times.durations import count_of
from parley.extract.times.words import pattern, words
from parley.lexicon import implicatives
from parley.lexicon.encounters import noun_triggers
from parley.model.analysis import Analysis, Token
from parley.model.mention import Time

CHANGES = frozenset({"puts_off", "moves"})
NEW_DAY = frozenset({"to", "until", "till", "for", "into"})
NOT_THE_DAY = frozenset({"since", "after", "until", "till"})  # "have not met since May", "after 3 June"
BESIDE = frozenset(
    {"at", "after", "during", "following", "from", "of"}
)  # the encounter is but the setting of the clause
WITHIN_PHRASE = frozenset({"with", "between", "among", "of", "by", "to", "in", "at", "on", "near", "for", "from"})
FARTHEST = 90
LONGEST_REST = 14
LONGEST_PHRASE = 50
MOST_DAYS = 14


@dataclass(frozen=True, slots=True)
class TimeAt:
    """A time expression with the tokens it covers and the token that ties it to the sentence."""

    time: Time
    first: int
    last: int
    head: int


def locate(a: Analysis, times: Sequence[Time]) -> list[TimeAt]:
    """Dated time expressions tied to the tree; durations and sets say nothing of a day and are left out."""
    starts = [t.start for t in a.tokens]
    out = []
    for time in times:
        if not time.earliest and not _may_be_a_day(time):
            continue
        first = bisect_left(starts, time.start)
        last = bisect_left(starts, time.end)
        if first < last:
            head = next((k for k in range(first, last) if not first <= a.tokens[k].head < last), first)
            out.append(TimeAt(time, first, last, head))
    return out


def _may_be_a_day(time: Time) -> bool:
    """Whether an open time still tells when: "the day before", "in the coming days", but not "soon", "for two days"."""
    if time.type == "DATE":
        return not (time.value or "").endswith("_REF")
    return time.type == "DURATION" and any(w in time.text.lower().split() for w in words().lists["vague_next"])


@dataclass(frozen=True)
class Scene:
    """One mention as the rules see it."""

    a: Analysis
    trigger: Trigger
    ops: tuple[Operator, ...]
    published: str | None

    @cached_property
    def own(self) -> frozenset[int]:
        """The words whose time is that of the encounter: its noun or verb and what makes it take place."""
        found = {self.trigger.i, self.trigger.anchor}
        found |= {o.i for o in self.ops if o.clause and o.word.effect in TAKES_PLACE}
        verb = relative_verb(self.a, self.trigger)
        return frozenset(found | _carriers(self.a, found) | ({verb} if verb is not None else set()))

    @cached_property
    def about(self) -> dict[int, Operator]:
        """The words that say something of the encounter other than that it takes place, by token."""
        return {o.i: o for o in self.ops if o.clause and o.word.effect not in TAKES_PLACE}

    @cached_property
    def planned(self) -> frozenset[int]:
        """The words that plan the encounter: "due", "scheduled", "expected to begin"."""
        return plan_nodes(self.a, self.trigger, [o for o in self.ops if o.clause and o.word.effect == "commits"])

    @property
    def under_way(self) -> bool:
        """Whether the encounter is told as going on, so that "since" tells when it began."""
        return any(o.clause and (o.clause.progressive or o.word.effect == "continues") for o in self.ops)


def time_of(
    a: Analysis, trigger: Trigger, ops: Sequence[Operator], times: Sequence[TimeAt], published: str | None = None
) -> tuple[Time | None, bool]:
    """The time that a mention gives for its encounter, and whether it is a new one ("moved to May").

    Of several, the one of the earliest rule, then the nearest; then a narrower one inside it that belongs to the
    encounter too ("the 2031 summit, due to open on 10 June").
    """
    scene = Scene(a, trigger, tuple(ops), published)
    here = [t for t in times if a.tokens[t.first].sent == a.tokens[trigger.i].sent and _tells_a_day(scene, t)]
    ranked = sorted((r for t in here if (r := _rank(scene, t)) is not None), key=lambda r: r[:2])
    if not ranked:
        return None, False
    (rule, _, best), moved = ranked[0], ranked[0][0] == 0
    for other, _, t in ranked[1:]:
        if not moved and other <= max(rule, SURE) and inside(t.time, best.time):
            best = t
    return _with_length(scene, best), moved


def _rank(scene: Scene, t: TimeAt) -> tuple[int, int, TimeAt] | None:
    """The number of the rule that ties a time to the encounter, and how far it stands from it; days first."""
    owner = owner_of(scene.a, t)
    for number, rule in enumerate(RULES):
        if rule(scene, t, owner):
            distance = min(abs(t.first - scene.trigger.i), FARTHEST)
            return number, distance + (0 if t.time.earliest else FARTHEST), t
    return None


def _tells_a_day(scene: Scene, t: TimeAt) -> bool:
    """Whether a time can be the encounter's day: "since May" and "after 3 June" tell an end of it at most.

    Nor does a time that goes with another noun ("before the March election") or that is but part of a name ("the 2031
    summit", written in 2031).
    """
    if _of_a_name(scene, t):
        return False
    before = cases(scene.a, t.head) | {scene.a.tokens[t.first - 1].text.lower() if t.first else ""}
    if not before & NOT_THE_DAY:
        return True
    if "since" in before:
        return scene.under_way
    return bool(before & NEW_DAY) and owner_of(scene.a, t) in scene.about


def _of_a_name(scene: Scene, t: TimeAt) -> bool:
    """Whether a time stands before a noun that is not the encounter, or is this year's number in a name."""
    a = scene.a
    above, prepositions = a.tokens[t.head].head, cases(a, t.head)
    if prepositions or t.time.value == (scene.published or "")[:4]:
        return not prepositions
    while above >= t.last and a.tokens[above].rel in {"compound", "amod"} and a.tokens[above].head > above:
        above = a.tokens[above].head  # "his September state visit"
    if above < t.last or any(x.upos not in {"ADJ", "NOUN", "PROPN"} for x in a.tokens[t.last : above]):
        return False
    return above not in {scene.trigger.i, scene.trigger.anchor} and a.tokens[above].upos in {"NOUN", "PROPN"}


def moved_to(scene: Scene, t: TimeAt, owner: int) -> bool:
    """The new day: what stands behind "postponed to", "moved to", "put off until"."""
    op = scene.about.get(owner)
    behind = op is not None and t.first > op.i  # "planned for Friday, it was put off" tells the old day
    return op is not None and behind and op.word.effect in CHANGES and bool(cases(scene.a, t.head) & NEW_DAY)


def of_the_encounter(scene: Scene, t: TimeAt, owner: int) -> bool:
    """The time stands with the words that name the encounter or make it take place ("held on Friday")."""
    return owner in scene.own


def as_planned(scene: Scene, t: TimeAt, owner: int) -> bool:
    """The time stands with a word that plans the encounter ("due on 3 June", "expected to begin tomorrow")."""
    return owner in scene.planned or by_words(scene.a, scene.trigger, t.first)


def settled(scene: Scene, t: TimeAt, owner: int) -> bool:
    """The time for which somebody agreed or set it ("agreed on talks for Monday", "was scheduled for May")."""
    op = scene.about.get(owner)
    if op is None or op.word.effect != "commits":
        return False
    return bool(cases(scene.a, t.head) & NEW_DAY) or bool(op.clause and op.clause.passive)


def of_the_journey(scene: Scene, t: TimeAt, owner: int) -> bool:
    """Whoever travels on a day "for talks", "to meet" or "on a visit" is taken to meet then."""
    return owner in _journeys(scene.a, scene.trigger)


def still_to_come(scene: Scene, t: TimeAt, owner: int) -> bool:
    """A day to come beside a word about the encounter is the encounter's ("announced a visit in June")."""
    return owner in scene.about and to_come(t.time, scene.published)


def in_its_course(scene: Scene, t: TimeAt, owner: int) -> bool:
    """What was done "during the talks", "at the summit" or "on a visit" was done on its day."""
    a, token = scene.a, scene.a.tokens[scene.trigger.anchor]
    during = {"during", "at"} | ({"on"} if scene.trigger.word.kind == "visit" else set())
    if scene.trigger.verbal or token.rel not in {"obl", "nmod"} or not cases(a, token.i) & during:
        return False
    return owner == token.head and a.tokens[owner].upos == "VERB"


def of_the_host(scene: Scene, t: TimeAt, owner: int) -> bool:
    """The guest "who will come on a visit" comes on the day on which the host will meet him."""
    a = scene.a
    comings = _journeys(a, scene.trigger) | {o.i for o in scene.ops if o.clause and o.word.effect in TAKES_PLACE}
    for verb in (a.tokens[k] for k in comings):
        relative = any(c.text.lower() == "who" for c in a.children(verb.i, "nsubj"))
        host = next((x for x in a.ancestors(verb.i) if x.upos == "VERB"), None)
        if relative and host is not None and owner == host.i:
            return clause(a, verb.i).modal == clause(a, host.i).modal == "future"
    return False


def right_behind(scene: Scene, t: TimeAt, owner: int) -> bool:
    """Only the rest of the noun phrase stands between the encounter and the time, and the clause is not in the past.

    Behind "at", "after" and the like the clause may be past: "agreed at the meeting of the three in Oslo on 4 April".
    """
    a, trigger = scene.a, scene.trigger
    between = a.tokens[max(trigger.i, trigger.anchor) + 1 : t.first]
    if t.first <= trigger.i or len(between) > LONGEST_REST or not all(_of_the_rest(a, x) for x in between):
        return False
    if to_come(t.time, scene.published) or cases(a, trigger.anchor) & BESIDE:
        return True
    return not any(o.clause is not None and o.clause.tense == "past" and not o.clause.modal for o in scene.ops)


def _of_the_rest(a: Analysis, t: Token) -> bool:
    """Whether a word may stand between an encounter and its time: parties and places, no other event or turn."""
    if t.xpos == "VBN" or t.upos == "ADV":  # "the newly elected president"
        return a.tokens[t.i + 1].upos in {"NOUN", "PROPN", "ADJ", "PUNCT"} or a.tokens[t.i + 1].xpos == "VBN"
    if t.upos == "ADP":
        return t.text.lower() in WITHIN_PHRASE
    return t.upos in {"DET", "PROPN", "ADJ", "CCONJ", "NUM", "NOUN", "PRON", "PART"} or t.text in {",", "-"}


Rule = Callable[[Scene, TimeAt, int], bool]
RULES: tuple[Rule, ...] = (
    moved_to,
    of_the_encounter,
    as_planned,
    settled,
    of_the_journey,
    still_to_come,
    right_behind,
    in_its_course,
    of_the_host,
)
SURE = RULES.index(settled)


def to_come(time: Time, published: str | None) -> bool:
    """Whether a time ends after the day of publication."""
    return bool(published and time.latest and time.latest[:10] > published[:10])


def inside(time: Time, other: Time) -> bool:
    """Whether one time lies within another, longer one."""
    if not (time.earliest and time.latest and other.earliest and other.latest):
        return False
    within = other.earliest <= time.earliest and time.latest <= other.latest
    return within and (time.earliest, time.latest) != (other.earliest, other.latest)


def _carriers(a: Analysis, own: set[int]) -> set[int]:
    """Verbs above that happen with what they govern: "managed to meet", "helped broker a meeting"."""
    found = set()
    for i in own:
        token = a.tokens[i]
        while (
            token.rel == "xcomp" and token.head >= 0 and a.tokens[token.head].lemma.lower() in implicatives.same_time()
        ):
            token = a.tokens[token.head]
            found.add(token.i)
    return found


def _journeys(a: Analysis, trigger: Trigger) -> frozenset[int]:
    """The verbs of going whose purpose is the encounter."""
    token = a.tokens[trigger.anchor]
    purpose = cases(a, token.i) & {"for", "on"} if not trigger.verbal else _to(a, token)
    head = a.tokens[token.head] if token.head >= 0 else None
    if not purpose or head is None or token.rel not in {"obl", "nmod", "advcl", "xcomp", "acl"}:
        return frozenset()
    if head.upos in {"NOUN", "PROPN"} and head.head >= 0:  # "flew to Oslo for talks", with "talks" put under "Oslo"
        head = a.tokens[head.head]
    return frozenset({head.i}) if head.lemma.lower() in words().lists["journeys"] else frozenset()


def _to(a: Analysis, token: Token) -> bool:
    return any(c.text.lower() == "to" for c in a.children(token.i, "mark", "aux"))


def _only_a_name(t: Token) -> bool:
    """Whether a token is but part of something to which the time really belongs ("in Oslo", "his June state visit")."""
    if t.lemma.lower() in noun_triggers():
        return False
    return t.rel == "compound" or (t.upos == "PROPN" and t.rel in {"obl", "nmod", "obj", "flat", "appos"})


def owner_of(a: Analysis, t: TimeAt) -> int:
    """The nearest predicate or noun of an event above a time expression."""
    token = a.tokens[t.head]
    seen = 0
    while token.head >= 0 and seen < 12:
        parent = a.tokens[token.head]
        outside = not t.first <= parent.i < t.last
        if outside and not _only_a_name(parent) and parent.upos in {"VERB", "AUX", "ADJ", "NOUN", "PROPN"}:
            return parent.i
        token, seen = parent, seen + 1
    return token.i


def _with_length(scene: Scene, t: TimeAt) -> Time:
    """The days of something that lasts: "began a three-day visit on Monday" is Monday to Wednesday.

    Only where the words tell which end of it the time is.
    """
    days = _days_long(scene.a, scene.trigger)
    time = t.time
    if days is None or not time.earliest or time.earliest != time.latest or len(time.earliest) != 10:
        return time
    day, more = date.fromisoformat(time.earliest), timedelta(days=days - 1)
    effects = {o.word.effect for o in scene.ops if o.clause and not o.clause.negated}
    begins = (
        "begins" in effects
        or cases(scene.a, t.head) & {"from"}
        or owner_of(scene.a, t) in _journeys(scene.a, scene.trigger)
    )
    if begins:
        return replace(time, latest=(day + more).isoformat())
    return replace(time, earliest=(day - more).isoformat()) if "ends" in effects else time


def _days_long(a: Analysis, trigger: Trigger) -> int | None:
    """How many days the words right before an encounter's noun give it ("a three-day working visit")."""
    start = a.tokens[trigger.i].start
    told = _so_many_days().search(a.text, max(0, start - LONGEST_PHRASE), start)
    count = count_of(told["number"]) if told and not trigger.verbal else None
    return count if count is not None and 1 < count <= MOST_DAYS else None


@cache
def _so_many_days() -> re.Pattern[str]:
    return pattern(r"<number>(?:-| )day (?:[\w’'-]+ ){0,3}", "$")
