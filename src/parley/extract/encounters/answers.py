"""Sentences that answer what was told without naming it: "there is no such arrangement", "the date stands".

They become claims of the encounter that the text has told of last and that they can be about. Each effect is a named
function; its docstring is what ``parley explain`` shows.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from parley.extract.encounters.lists import Named
from parley.extract.encounters.state import NOTHING, State
from parley.extract.encounters.timing import TimeAt
from parley.lexicon import answers as lexicon
from parley.lexicon.encounters import family, noun_triggers
from parley.lexicon.status import word_set
from parley.model.analysis import Analysis, Sentence, Token
from parley.model.attribution import Attribution
from parley.model.document import Document
from parley.model.encounter import Claim, Encounter
from parley.model.span import Span

REACH = 1600
"""Characters after the last mention of an encounter within which a sentence may still be about it."""
JUST_BEFORE = 160
PAST = frozenset({"held", "under_way", "not_held"})
PLANS = frozenset({"announced", "scheduled", "rescheduled", "on_hold", "postponed", "cancelled"})
BY_SOURCES = frozenset({"never_heard", "never_held"})
"""Said of the article's own account it would deny itself."""
OF_TITLES = frozenset({"on_again", "off_again"})
OPENS = frozenset({"if", "unless", "whether", "should"})


@dataclass(frozen=True, slots=True)
class Answer:
    """One sentence that answers: its effect, the words, who says so (None: the article), the sentence it stands in."""

    effect: str
    words: Span
    attribution: str | None
    sentence: Sentence


def never_agreed(told: Sequence[Claim]) -> State:
    """Nothing was ever agreed, so there is nothing to call off: the premise is denied."""
    return NOTHING if _over(told) else State("no_plans", "disputes_premise")


def never_sought(told: Sequence[Claim]) -> State:
    """It was neither sought nor accepted, says a source: nothing is planned."""
    return NOTHING if _over(told) else State("no_plans", "denies")


def no_contact(told: Sequence[Claim]) -> State:
    """Nobody met or spoke, says a source: it denies any encounter of these sides."""
    return State("no_plans", "denies")


def never_heard(told: Sequence[Claim]) -> State:
    """A source knows nothing of it: not held where it was told as past, not planned where it was to come."""
    return State("not_held", "denies") if _over(told) else State("no_plans", "denies")


def never_held(told: Sequence[Claim]) -> State:
    """It never took place, says a source."""
    return State("not_held", "denies") if _over(told) else NOTHING


def not_so(told: Sequence[Claim]) -> State:
    """What was reported is not so: not held where it was told as past, still on where it was told as off."""
    firm = [c for c in told if not c.weak and c.stance == "asserts"]
    last = firm[-1].status if firm else None
    if last in {"held", "under_way"}:
        return State("not_held", "denies")
    if last in {"cancelled", "postponed", "on_hold", "refused"}:
        return State("announced", "denies")
    return State("no_plans", "denies") if last else NOTHING


def goes_on(told: Sequence[Claim]) -> State:
    """Preparations go on, the invitation or the date stands: a source confirms that it is on."""
    planned = any(c.status in PLANS for c in told)
    return State("announced", "confirms") if planned and not _over(told) else NOTHING


def on_again(told: Sequence[Claim]) -> State:
    """A title says that it is on, without naming it."""
    return NOTHING if _over(told) else State("announced")


def off_again(told: Sequence[Claim]) -> State:
    """A title says that it is off, without naming it."""
    return NOTHING if _over(told) else State("cancelled")


def no_day(told: Sequence[Claim]) -> State:
    """No day was ever set, says a source: it denies the day, not the encounter."""
    return NOTHING if _over(told) else State("announced", "denies", weak=True)


def day_floated(told: Sequence[Claim]) -> State:
    """The day was only a proposal, says a source: it denies the day, not the encounter."""
    return no_day(told)


def day_open(told: Sequence[Claim]) -> State:
    """The day is still to be set."""
    return NOTHING if _over(told) else State("announced", weak=True)


EFFECTS: dict[str, Callable[[Sequence[Claim]], State]] = {
    f.__name__: f
    for f in (
        never_agreed,
        never_sought,
        no_contact,
        never_heard,
        never_held,
        not_so,
        goes_on,
        on_again,
        off_again,
        no_day,
        day_floated,
        day_open,
    )
}
OF_THE_DAY = frozenset({"no_day", "day_floated", "day_open"})


def with_answers(
    a: Analysis,
    document: Document,
    encounters: Sequence[Encounter],
    attributions: Sequence[Attribution],
    named: Named,
    times: Sequence[TimeAt],
    said: Mapping[str, str],
) -> tuple[Encounter, ...]:
    """The encounters with one claim more for each sentence that answers one; ``said`` gives days by attribution."""
    out = list(encounters)
    for answer in answers(a, attributions, times) if encounters else ():
        title = answer.effect in OF_TITLES
        k = next(iter(_told_first(document, out, answer)), None) if title else home(a, answer, out, named)
        if k is None:
            continue
        before = [c for c in out[k].claims if title or c.evidence.start < answer.words.start]
        if answer.effect == "not_so" and _of_another_report(answer, before, attributions):
            continue
        state = EFFECTS[answer.effect](before)
        if state.status is None or _told_already(a, answer, out[k], state):
            continue
        claim = Claim(
            id="",
            stance=state.stance,
            status=state.status,
            evidence=answer.words,
            attribution=answer.attribution,
            said=said.get(answer.attribution or ""),
            headline=document.headline is not None and answer.words.start < document.headline.end,
            weak=state.weak,
            earlier=_had_done(a, answer),
            unsettled="time" if answer.effect in OF_THE_DAY else None,
        )
        out[k] = _numbered(out[k], claim)
    return tuple(out)


def answers(a: Analysis, attributions: Sequence[Attribution], times: Sequence[TimeAt]) -> Iterator[Answer]:
    """All answers of a text in text order, the longest of those that overlap."""
    low = "".join(c.lower() if len(c.lower()) == 1 else c for c in a.text)
    if lexicon.first_look().search(low) is None:
        return
    found = [(m.start(), -m.end(), p) for p in lexicon.phrases() for m in p.pattern.finditer(low)]
    end = 0
    for start, stop, phrase in sorted(found, key=lambda x: x[:2]):
        sentence = _sentence(a, start)
        if start < end or sentence is None or _asked(a, sentence, start):
            continue
        if phrase.effect == "day_floated" and not _names_a_day(a, sentence, start, times):
            continue
        by = _who(attributions, start, -stop, phrase.cue)
        if by is None and (phrase.cue or phrase.effect in BY_SOURCES):
            continue
        end = -stop
        yield Answer(phrase.effect, _evidence(a, sentence, start, -stop), by.id if by else None, sentence)


def home(a: Analysis, answer: Answer, encounters: Sequence[Encounter], named: Named) -> int | None:
    """The encounter that a sentence answers: the one told of last that it can be about; None where there is none.

    A sentence that denies contact with somebody named is about an encounter with that side.
    """
    sides = _sides(a, answer, named) if answer.effect == "no_contact" else set()
    best: tuple[int, int] | None = None
    for k, e in enumerate(encounters):
        before = [m.end for m in e.mentions if m.start < answer.words.end]
        told = [c for c in e.claims if c.evidence.start < answer.words.start]
        main = answer.effect == "not_so" and any(c.headline for c in told)  # "the report" is the paper's own
        if not before or not told or (answer.words.start - max(before) > REACH and not main):
            continue
        if sides and not sides & {p.country or p.actor for p in e.parties}:
            continue
        if answer.effect in BY_SOURCES and _of_another_kind(answer, e):
            continue
        recalled = all(c.earlier for c in told) and answer.effect not in BY_SOURCES
        if recalled or EFFECTS[answer.effect](told).status is None:
            continue
        near = (len(a.text), -k) if main else (max(before), -k)
        best = max(best, near) if best else near
    return -best[1] if best else None


def _told_first(document: Document, encounters: Sequence[Encounter], answer: Answer) -> list[int]:
    """The encounters that a title without a name can be about: those that are not over, first told first."""
    if document.headline is None or answer.words.start >= document.headline.end:
        return []
    open_ones = [k for k, e in enumerate(encounters) if e.claims and EFFECTS[answer.effect](e.claims).status]
    return sorted(open_ones, key=lambda k: min(c.evidence.start for c in encounters[k].claims))


def _of_another_kind(answer: Answer, e: Encounter) -> bool:
    """Whether the words name an encounter of another kind ("knows nothing of a call", of a meeting)."""
    named = [w for word in answer.words.text.lower().split() for w in noun_triggers().get(word.strip(',."”’'), ())]
    return bool(named) and family(e.kind) not in {family(w.kind) for w in named}


def _of_another_report(answer: Answer, told: Sequence[Claim], attributions: Sequence[Attribution]) -> bool:
    """Whether the report that is denied is one told just before that holds no claim of the encounter."""
    start = answer.words.start
    near = [
        x
        for x in attributions
        if x.id != answer.attribution and x.content and 0 <= start - x.content[-1].end < JUST_BEFORE and _passes_on(x)
    ]
    last = max(near, key=lambda x: x.content[-1].end, default=None)
    return last is not None and all(c.attribution != last.id for c in told)


def _passes_on(x: Attribution) -> bool:
    outlet = any(s.kind == "outlet" for s in x.chain)
    return outlet or (x.cue is not None and x.cue.text.split()[0].lower() in word_set("reporting"))


def _over(told: Sequence[Claim]) -> bool:
    return any(c.status in PAST and not c.weak and not c.hedged for c in told)


def _sides(a: Analysis, answer: Answer, named: Named) -> set[str]:
    """The states and others that the sentence names behind the words, those it is denied to have met."""
    behind = range(answer.sentence.first, answer.sentence.last)
    tokens = [a.tokens[i] for i in behind if answer.words.start <= a.tokens[i].start < answer.words.end]
    linked = next((k for k, t in enumerate(tokens) if t.text.lower() in {"with", "between"}), None)
    if linked is None:
        return set()
    return {x.country or x.id for t in tokens[linked : linked + 8] for x in named.actors_of(t.i)}


def _sentence(a: Analysis, start: int) -> Sentence | None:
    low, high = 0, len(a.sentences)
    while low < high:
        middle = (low + high) // 2
        if a.tokens[a.sentences[middle].last - 1].end <= start:
            low = middle + 1
        else:
            high = middle
    return a.sentences[low] if low < len(a.sentences) else None


def _asked(a: Analysis, sentence: Sentence, start: int) -> bool:
    """Whether the sentence asks, or makes it a condition ("if no date was set")."""
    before = [t for t in a.tokens[sentence.first : sentence.last] if t.start < start]
    return any(t.text.lower() in OPENS for t in before[-8:]) or a.tokens[sentence.last - 1].text == "?"


def _names_a_day(a: Analysis, sentence: Sentence, start: int, times: Sequence[TimeAt]) -> bool:
    """Whether the words right before name a day ("27 March | had been no more than a proposal")."""
    return any(a.tokens[t.first].sent == sentence.i and t.time.earliest and 0 <= start - t.time.end < 12 for t in times)


def _who(attributions: Sequence[Attribution], start: int, end: int, cue: bool) -> Attribution | None:
    """Who says so: whose words these are, or who does what the words tell ("dismissed the report")."""
    if cue:
        own = [x for x in attributions if x.cue and start < x.cue.end and x.cue.start < end and x.chain]
        return own[0] if own else None
    inside = [(s.end - s.start, k) for k, x in enumerate(attributions) for s in x.content if s.start <= start < s.end]
    return attributions[min(inside)[1]] if inside else None


def _evidence(a: Analysis, sentence: Sentence, start: int, end: int) -> Span:
    """The words of the answer up to the end of its clause."""
    tokens: list[Token] = [t for t in a.tokens[sentence.first : sentence.last] if t.end > start]
    stop = end
    for t in tokens:
        if t.start >= end:
            if t.upos == "PUNCT" and t.text not in {"-", "'", "’"}:
                break
            stop = t.end
    return Span.of(a.text, start, stop)


def _had_done(a: Analysis, answer: Answer) -> bool:
    """ "A month ago his spokeswoman had ruled out any contact": what a source had denied before."""
    before = [t for t in a.tokens[answer.sentence.first : answer.sentence.last] if t.end <= answer.words.start]
    return bool(before) and before[-1].text.lower() in {"had", "’d", "'d"}


def _told_already(a: Analysis, answer: Answer, e: Encounter, state: State) -> bool:
    """Whether a claim of the same sentence says as much already."""
    first, last = a.tokens[answer.sentence.first].start, a.tokens[answer.sentence.last - 1].end
    same = [c for c in e.claims if first <= c.evidence.start < last and c.attribution == answer.attribution]
    if answer.effect in OF_THE_DAY:
        return False
    return any(c.stance == state.stance or c.status == state.status for c in same)


def _numbered(e: Encounter, claim: Claim) -> Encounter:
    ordered = sorted([*e.claims, claim], key=lambda c: c.evidence.start)
    return replace(e, claims=tuple(replace(c, id=f"{e.id}.c{n}") for n, c in enumerate(ordered, 1)))
