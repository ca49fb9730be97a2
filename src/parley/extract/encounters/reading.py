"""All that the words around one mention of an encounter say."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from parley.extract.encounters import setting, timing, told_later
from parley.extract.encounters.lists import Named
from parley.extract.encounters.operators import operators
from parley.extract.encounters.parties import parties_of
from parley.extract.encounters.planning import still_on
from parley.extract.encounters.record import Mention, evidence_words, mention_words
from parley.extract.encounters.screen import meets_as_body
from parley.extract.encounters.signs import Operator
from parley.extract.encounters.states import State, state_of
from parley.extract.encounters.subjects import cases, nameless, no_side, relative
from parley.extract.encounters.triggers import Trigger, has_party_phrase
from parley.extract.encounters.visits import visit_parties, visit_place
from parley.extract.factuality import did_it_happen
from parley.lexicon import titles, world
from parley.lexicon.encounters import noun_triggers
from parley.lexicon.status import word_set
from parley.lexicon.store import table
from parley.model.analysis import Analysis, Token
from parley.model.attribution import Attribution
from parley.model.document import Document
from parley.model.encounter import ClaimStatus, Level
from parley.model.mention import Actor, Time

SHIFTED = frozenset({"held", "under_way", "not_held", "cancelled", "postponed", "on_hold", "rescheduled"})
PREMISE_DENIED = State("no_plans", "disputes_premise")


def read_mention(
    a: Analysis,
    document: Document,
    named: Named,
    trigger: Trigger,
    located: Sequence[timing.TimeAt],
    attributions: Sequence[Attribution],
    extra: dict[str, Actor],
) -> Mention:
    """All that the words around one trigger say."""
    ops = operators(a, trigger)
    past: ClaimStatus = "under_way" if trigger.word.status == "under_way" else "held"
    place = setting.place_of(a, named, trigger, ops)
    own = True
    if trigger.word.frame in {"premise", "anaphor"}:
        parties = []
    elif trigger.word.kind == "visit":
        place = visit_place(a, named, trigger, place)
        parties = visit_parties(a, named, trigger, place, extra)
    else:
        found, own = parties_of(a, named, trigger)
        parties = [p for p in found if not no_side(p)]
    parties = at_that_level(a, trigger, parties)
    when, moved = timing.time_of(a, trigger, ops, located, document.published)
    when = when or told_later.in_next_sentence(a, trigger, located) or told_later.carried_on(a, trigger, located)
    premise = trigger.word.frame == "premise"
    evidence = evidence_words(a, trigger, ops)
    token = a.tokens[trigger.i]
    attribution = innermost(attributions, token.start, token.end)
    known = says_what_it_is(a, trigger)
    state = as_it_went(a, trigger, [trigger.i, *(o.i for o in ops)], state_of(ops, past))
    state = guest_away(a, trigger, ops, not_before(a, trigger, state))
    state = backshifted(a, ops, attribution, state)
    headline = document.headline is not None and token.start < document.headline.end
    return Mention(
        trigger=trigger,
        kind=trigger.word.kind,
        parties=tuple(parties),
        place=place,
        when=when,
        moved=moved,
        state=PREMISE_DENIED if premise else by_day(state, when, document.published),
        ops=ops,
        words=mention_words(a, trigger),
        evidence=evidence,
        definite=trigger.word.frame in {"premise", "anaphor"} or is_definite(a, trigger) or known,
        rank=frozenset() if known else rank_of(a, trigger),
        level=level_of(a, trigger) or level_of_subject(a, trigger),
        attribution=attribution.id if attribution else None,
        voice=(attribution.chain[0].actor or attribution.chain[0].text) if attribution and attribution.chain else "",
        headline=headline,
        soft=not own and is_definite(a, trigger),
        peers=unnamed_peers(a, trigger, parties),
        office=office_of_peers(a, trigger),
        near=not trigger.verbal and bool(determiners(a, trigger) & word_set("near_pointers")),
        both="" if parties else both_sides(a, trigger),
        at_war=bool({t.lemma.lower() for t in a.sentence_tokens(token.sent)} & word_set("armistice")),
    )


def as_it_went(a: Analysis, trigger: Trigger, by: Sequence[int], state: State) -> State:
    """What governs "to meet" or "meeting" may tell that nobody met: "was prevented from", "forgot to", "without".

    A question ("did they meet?") tells nothing, "reportedly" on one of the words ``by`` leaves a doubt.
    """
    if is_asked(a, a.tokens[trigger.i].sent):
        return State(None)
    if any(c.text.lower() in word_set("hedges") for i in by for c in a.children(i, "advmod")):
        state = replace(state, hedged=True)
    if not trigger.verbal or state.status not in {"held", "announced"}:
        return state
    verdict = did_it_happen(a, trigger.i)
    if verdict.sign != "-":
        return state
    if verdict.reason == "implied":
        return State("not_held", "denies", hedged=state.hedged, earlier=state.earlier)
    if state.status == "held":  # left undone, with no word that it had been meant
        return State("not_yet", hedged=state.hedged)
    return state


def backshifted(a: Analysis, ops: Sequence[Operator], by: Attribution | None, state: State) -> State:
    """ "Said that they had met", "said the talks had been suspended": told as past, and no older state of affairs.

    Indirect speech after a past tense moves a past tense one step back; "had been planned" stays what was planned.
    """
    if not state.earlier or state.status not in SHIFTED or by is None or by.kind != "indirect" or by.cue is None:
        return state
    said = [t for t in a.tokens[: max((o.i for o in ops), default=0)] if by.cue.start <= t.start < by.cue.end]
    told_before = word_set("earlier")
    adverbs = {c.text.lower() for o in ops for c in a.children(o.i, "advmod")}
    return replace(state, earlier=False) if said[:1] and said[0].xpos == "VBD" and not adverbs & told_before else state


def is_asked(a: Analysis, sentence: int) -> bool:
    """Whether a sentence asks for yes or no ("Will they meet?"); "when will they meet?" takes it for granted."""
    tokens = [t for t in a.sentence_tokens(sentence) if t.upos != "PUNCT"]
    return bool(tokens) and tokens[0].upos == "AUX" and "?" in a.tokens[a.sentences[sentence].last - 1].text


def guest_away(a: Analysis, trigger: Trigger, ops: Sequence[Operator], state: State) -> State:
    """Whoever "will not attend the crisis meeting" leaves it as it is, unless it is one with him ("the talks with")."""
    outer = next((o for o in reversed(ops) if o.clause is not None), None)
    if (
        outer is None
        or trigger.word.kind == "talks"
        or outer.word.word not in word_set("attending")
        or has_party_phrase(a, a.tokens[trigger.i])
    ):
        return state
    return still_on(outer, state) if state.status in {"refused", "not_held"} else state


def not_before(a: Analysis, trigger: Trigger, state: State) -> State:
    """ "Would not meet before May" refuses nothing: it may well be later."""
    if state.status not in {"refused", "cancelled", "no_plans"} or not trigger.verbal:
        return state
    bounds = [t for t in a.children(trigger.i, "obl", "advcl") if cases(a, t.i) & {"before", "until"}]
    return State("announced", hedged=True, weak=True) if bounds else state


def by_day(state: State, when: Time | None, published: str | None) -> State:
    """Where no word tells how it stands, its day does: past days mean held, coming ones announced."""
    if state.status is not None or when is None or not published or not when.earliest or not when.latest:
        return state
    if when.latest[:10] < published[:10]:
        return State("held", weak=True)
    return State("announced", weak=True) if when.earliest[:10] > published[:10] else state


def peer_noun(a: Analysis, trigger: Trigger) -> Token | None:
    """The plural noun for people in office that an encounter has as its only side ("the deputy ministers met")."""
    kids = a.children(trigger.i, "nsubj") if trigger.verbal else a.children(trigger.i, "nmod:poss", "compound")
    if not trigger.verbal and a.tokens[trigger.i - 1].xpos == "POS" and trigger.i > 1:  # "the ministers' session"
        kids.append(a.tokens[trigger.i - 2])
    peers = word_set("peers")
    return next((t for t in kids if t.lemma.lower() in peers and t.xpos in {"NNS", "NNPS"}), None)


def unnamed_peers(a: Analysis, trigger: Trigger, parties: Sequence[Actor]) -> bool:
    """Whether people in office whom the text does not name are all that is told of the sides."""
    noun = peer_noun(a, trigger)
    return noun is not None and all(nameless(p) or _only_an_office(p, noun) for p in parties)


def _only_an_office(p: Actor, noun: Token) -> bool:
    """ "Their foreign ministers": the name holds no country, so they are of both."""
    words = p.name.split()
    return p.kind == "group" and words[-1].lower() == noun.text.lower() and not any(map(world.is_demonym, words))


def at_that_level(a: Analysis, trigger: Trigger, parties: list[Actor]) -> list[Actor]:
    """ "A meeting of the two ministers" is not one of the presidents, though they be the two known."""
    level = level_of(a, trigger)
    people = [p for p in parties if p.kind == "person" and p.level]
    other = len(people) == len(parties) == 2 and all(p.level != level for p in people)
    return [] if level in {"ministers", "officials"} and other else parties


def level_of_subject(a: Analysis, trigger: Trigger) -> Level | None:
    """The level that a plural office tells: "the deputy ministers met", "the presidents of Chad and Mali will meet"."""
    kids = a.children(trigger.i, "nsubj") if trigger.verbal else []
    peer = peer_noun(a, trigger)
    noun = peer or next((t for t in kids if t.xpos in {"NNS", "NNPS"}), None)
    if noun is None:
        return None
    level = titles.level_of([t.lemma.lower() for t in a.tokens[max(0, noun.i - 2) : noun.i + 3]])
    return level if peer is not None or level != "officials" else None


def office_of_peers(a: Analysis, trigger: Trigger) -> str | None:
    """The office of the people who are its only side ("the defence ministers met"), None where no word tells it."""
    noun = peer_noun(a, trigger)
    return titles.title_of([t.lemma for t in a.tokens[max(0, noun.i - 2) : noun.i + 1]]) if noun is not None else None


def one_by_one(a: Analysis, m: Mention) -> list[Mention]:
    """ "Bilateral meetings with A, B and C" are three encounters of two, "talks with A and B" is one."""
    plural = a.tokens[m.trigger.i].xpos in {"NNS", "NNPS"} and not m.trigger.word.plural
    if plural and m.kind in {"summit", "meeting"} and len(m.parties) > 1 and all(meets_as_body(p) for p in m.parties):
        return [replace(m, parties=(p,)) for p in m.parties]  # "the BRICS and SCO summits"
    if m.kind == "call" and m.trigger.verbal and len(m.parties) > 2:
        return one_call_each(a, m)
    if m.trigger.verbal and m.kind == "meeting" and len(m.parties) == 3 and one_then_another(a, m):
        return [replace(m, parties=(m.parties[0], p)) for p in m.parties[1:]]
    if m.trigger.verbal or not plural or len(m.parties) < 3 or m.kind not in {"meeting", "call"}:
        return [m]
    hub = hub_of(a, m)
    return [replace(m, parties=(hub, p), one_of_many=True) for p in m.parties if p.id != hub.id] if hub else [m]


def one_call_each(a: Analysis, m: Mention) -> list[Mention]:
    """Whoever "phones A and B" makes two calls, if one person is the subject; "A and B spoke by phone" is one."""
    verb = a.tokens[m.trigger.i]
    begin = a.tokens[a.sentences[verb.sent].first].start
    callers = [p for p in m.parties if any(begin <= s.start < verb.start for s in p.mentions)]
    called = [p for p in m.parties if p.id not in {x.id for x in callers}]
    if len(callers) != 1 or not called:
        return [m]
    return [replace(m, parties=(callers[0], p)) for p in called]


def one_then_another(a: Analysis, m: Mention) -> bool:
    """Whether somebody "met A, then B": the subject stands before the verb, and "then" right before the last named."""
    verb = a.tokens[m.trigger.i]
    begin, last = a.tokens[a.sentences[verb.sent].first].start, a.sentences[verb.sent].last
    subject = any(begin <= s.start < verb.start for s in m.parties[0].mentions)
    then = [t.start for t in a.tokens[verb.i + 1 : last] if t.text.lower() in word_set("next_to_that")]
    second, third = (
        [s.start for s in p.mentions if s.start > verb.end and s.start < a.tokens[last - 1].end] for p in m.parties[1:]
    )
    return subject and bool(then and second and third) and min(second) < then[0] < min(third)


def hub_of(a: Analysis, m: Mention) -> Actor | None:
    """The one who meets all the others: whoever is named before the noun, or first after "between"."""
    if (owner := owner_of(a, m)) is not None:
        return owner
    start = a.tokens[a.sentences[a.tokens[m.trigger.i].sent].first].start
    before = [p for p in m.parties if any(start <= s.start < a.tokens[m.trigger.i].start for s in p.mentions)]
    pairs = any(c.text.lower() == "bilateral" for c in a.children(m.trigger.i, "amod"))
    between = any(c.text.lower() == "between" for t in a.children(m.trigger.i, "nmod") for c in a.children(t.i, "case"))
    if pairs and (between or not before):
        return m.parties[0]
    governor = a.tokens[m.trigger.anchor].head
    if governor < 0 or a.tokens[governor].upos != "VERB":
        return None
    subject = [p for p in before if not any(o.i == m.trigger.i for o in m.ops)]
    return subject[-1] if subject and len(subject) == 1 else None


def owner_of(a: Analysis, m: Mention) -> Actor | None:
    """Whose they are by a possessive: "her calls with A and B", "their host, whose two calls"."""
    owners = [a.tokens[relative(a, t.i)] for t in a.children(m.trigger.i, "nmod:poss")]
    return next((p for p in m.parties for t in owners if any(s.start <= t.start < s.end for s in p.mentions)), None)


def innermost(attributions: Sequence[Attribution], start: int, end: int) -> Attribution | None:
    """The attribution with the shortest content around a run of characters, None for the article's own voice."""
    best: tuple[int, Attribution] | None = None
    for attribution in attributions:
        for span in attribution.content:
            if span.start <= start and end <= span.end and (best is None or span.end - span.start < best[0]):
                best = (span.end - span.start, attribution)
    return best[1] if best else None


def is_definite(a: Analysis, trigger: Trigger) -> bool:
    """Whether the words point to an encounter that the reader is taken to know ("the summit", "such a meeting")."""
    if trigger.verbal:
        return False
    nodes = {trigger.i, trigger.anchor}
    if any(c.text.lower() == "first" for n in nodes for c in a.children(n, "amod")) and first_of_its_kind(a, trigger):
        return True
    return bool(determiners(a, trigger) & word_set("pointers"))


def determiners(a: Analysis, trigger: Trigger) -> set[str]:
    """The words that may point from an encounter noun to one told before, lower case."""
    nodes = {trigger.i, trigger.anchor}
    return {c.text.lower() for n in nodes for c in a.children(n, "det", "nmod:poss", "amod")}


def says_what_it_is(a: Analysis, trigger: Trigger) -> bool:
    """Whether a sentence says of an encounter told before what it is ("it would be their first meeting since 2019")."""
    if trigger.verbal:
        return False
    subjects = a.children(trigger.anchor, "nsubj") if a.children(trigger.anchor, "cop") else []
    return any(t.text.lower() in word_set("identified") or t.lemma.lower() in noun_triggers() for t in subjects)


def both_sides(a: Analysis, trigger: Trigger) -> str:
    """Whom a plural word stands for that is the only side told: a level, ``people``, ``states`` or ``any``."""
    if trigger.verbal:
        sides = a.children(trigger.i, "nsubj")
    else:
        sides = a.children(trigger.i, "nmod:poss", "nmod")
        sides = [t for t in sides if t.rel == "nmod" or t.i < trigger.i]
        sides = [t for t in sides if t.deprel == "nmod:poss" or cases(a, t.i) & {"between", "of", "with"}]
    for t in sides:
        word = t.text.lower()
        if word in word_set("both"):
            return "any"
        pointed = {c.text.lower() for c in a.children(t.i, "det", "nummod", "nmod:poss")}
        if word in titles.groups() and pointed & {*table("languages/en/status")["pointers"], "two"}:
            return _of_rank(a, t, titles.groups()[word])
    return ""


def _of_rank(a: Analysis, noun: Token, whom: str) -> str:
    """Whom a plural noun stands for, by all its words: "deputy ministers" are officials, no ministers."""
    if whom not in {"leaders", "ministers"}:
        return whom
    office = titles.title_of([t.lemma for t in a.tokens[max(0, noun.i - 2) : noun.i + 1]])
    return titles.titles()[office] if office is not None and " " in office else whom


def rank_of(a: Analysis, trigger: Trigger) -> frozenset[str]:
    """Words that tell this encounter from others of its kind ("second", "another", "previous").

    "The first visit since 1979", "the first such meeting" only praises the one already told of.
    """
    peer = peer_noun(a, trigger)
    if peer is not None and peer.lemma.lower() in word_set("earlier_people"):
        return frozenset({"previous"})
    if trigger.verbal:
        beside = table("languages/en/status")["verb_ranks"]
        found = {c.text.lower() for c in a.children(trigger.i, "advmod")}
        return frozenset(beside[w] for w in found if w in beside)
    ranks = table("languages/en/status")["ranks"]
    nodes = {trigger.i, trigger.anchor}
    found = {c.text.lower() for n in nodes for c in a.children(n, "amod", "det", "nummod", "compound") if c.i < n}
    found |= {a.tokens[n].lemma.lower() for n in nodes}
    if found & {"first", "1st"} and first_of_its_kind(a, trigger):
        return frozenset()
    return frozenset(ranks[w] for w in found if w in ranks)


def first_of_its_kind(a: Analysis, trigger: Trigger) -> bool:
    """Whether "first" compares with the past ("the first in a decade", "the first such meeting since the war")."""
    last = a.sentences[a.tokens[trigger.i].sent].last
    behind = [t.text.lower() for t in a.tokens[trigger.i + 1 : min(last, trigger.i + 16)]]
    whose = behind[:2] in (["of", "a"], ["of", "an"], ["by", "a"], ["by", "an"])
    if whose:
        return True  # "the first visit of a Norwegian king"
    such = any(t.text.lower() == "such" for t in a.tokens[max(0, trigger.i - 4) : trigger.i])
    return (
        such or "since" in behind or ("in" in behind and bool({"years", "decades", "decade", "months"} & set(behind)))
    )


def level_of(a: Analysis, trigger: Trigger) -> Level | None:
    """The level that the noun phrase itself names ("preparatory meeting at foreign minister level")."""
    levels: dict[str, Level] = table("languages/en/status")["levels"]
    if trigger.verbal:
        return None
    near = [c for n in {trigger.i, trigger.anchor} for c in a.children(n, "amod", "compound", "nmod", "nmod:poss")]
    if a.tokens[trigger.i - 1].xpos == "POS" and trigger.i > 1:  # "the foreign ministers' session"
        near.append(a.tokens[trigger.i - 2])
    near += [c for n in near if n.rel == "nmod" for c in a.children(n.i, "compound", "amod", "conj")]
    near = [c for c in near if not (c.upos == "ADJ" and c.lemma.lower() == "official")]  # "an official visit"
    words = [t.lemma.lower() if a.tokens[t.i - 1].text.lower() != "prime" else "premier" for t in near]
    found = [levels[w] for w in words if w in levels]
    order: tuple[Level, ...] = ("officials", "ministers", "leaders")
    return next((x for x in order if x in found), None)
