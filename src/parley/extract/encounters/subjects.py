"""Whose doing it is: subjects of verbs, through control and coordination, and by word order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from parley.extract.encounters.lists import Named, add, before_verb
from parley.extract.encounters.nouns import governed
from parley.extract.encounters.persons import person_before, titled
from parley.lexicon import cues, world
from parley.lexicon import status as words
from parley.lexicon import titles as titles_lexicon
from parley.lexicon.store import table
from parley.model.analysis import Analysis, Token
from parley.model.mention import Actor


def cases(a: Analysis, i: int) -> set[str]:
    """The prepositions of a nominal and its "'s", lower case, those included that the tree ties to its title.

    What a tree ties to it from behind belongs to the next ("talks on Chad | with the king").
    """
    titles = [t for t in a.children(i, "nmod:desc", "compound") if t.i < i]
    tied = [c for n in (i, *(t.i for t in titles)) for c in a.children(n, "case", "mark")]
    return {c.text.lower() for c in tied if c.i < i or c.xpos == "POS"}


def with_conjuncts(a: Analysis, i: int) -> list[int]:
    """A nominal and all that is coordinated with it or, of a title, with the name behind it."""
    out = [i]
    names = [t.i for t in a.children(i, "appos", "flat") if t.upos == "PROPN" and a.tokens[i].upos == "PROPN"]
    for child in [c for part in (i, *names) for c in a.children(part, "conj")]:
        if child.upos in {"NOUN", "PROPN", "PRON", "ADJ", "NUM", "X"}:
            out += with_conjuncts(a, child.i)
    return out


def _subject_complement(a: Analysis, noun: Token) -> Token | None:
    """The verb that makes a noun say what its subject is ("became the first leader to visit")."""
    if a.children(noun.i, "cop"):
        return noun if a.children(noun.i, "nsubj") else None
    above = a.tokens[noun.head] if noun.head >= 0 and noun.rel in {"xcomp", "obj"} else None
    return above if above is not None and above.lemma.lower() in {"become", "be"} else None


def _to(a: Analysis, verb: Token) -> bool:
    return verb.xpos == "VB" and any(t.text.lower() == "to" for t in a.children(verb.i, "mark"))


def actors_at(a: Analysis, named: Named, heads: Iterable[int]) -> list[Actor]:
    """The actors of nominal heads and their conjuncts, without repeats."""
    out: list[Actor] = []
    for head in heads:
        for i in with_conjuncts(a, head):
            found = titled(a, named, i) or _in_apposition(a, named, i) or _body_of(a, named, i)
            add(out, found or named.actors_of(i) or _stood_for(a, named, i))
    return out


def _stood_for(a: Analysis, named: Named, i: int) -> list[Actor]:
    """Whom a noun without a name of its own stands for: "the Okoye administration", "Hezbollah figures"."""
    if a.tokens[i].lemma.lower() not in words.word_set("stand_for"):
        return []
    out: list[Actor] = []
    for child in a.children(i, "compound", "amod"):
        add(out, named.actors_of(child.i) if child.i < i else ())
    return out


def _body_of(a: Analysis, named: Named, i: int) -> list[Actor]:
    """The body behind people told by their office only: "leaders of the Sahel Union", "members of the coalition"."""
    mine = named.actors_of(i)
    behind = a.tokens[i + 1].text.lower() if i + 1 < len(a.tokens) else ""
    if not mine or behind not in {"of", "from"} or not all(_unnamed_office(x) for x in mine):
        return []
    heads = [t.i for t in a.children(i, "nmod") if t.i > i and cases(a, t.i) <= {"of", "from"}][:1]
    found = [x for h in heads for k in with_conjuncts(a, h) for x in named.actors_of(k)]
    return [x for x in found if x.kind == "organisation"]


def _unnamed_office(x: Actor) -> bool:
    """ "The leaders", "a delegation": nobody is named, and no state but at most a body stands behind them."""
    return nameless(x) if x.country is None else x.kind == "group" and not world.is_state(x.country)


def _in_apposition(a: Analysis, named: Named, i: int) -> list[Actor]:
    """ "The rival factions Fatah and Hamas": those named beside the group noun, if there are at least two."""
    lone = len(named.actors_of(i)) == 1 and a.tokens[i].xpos == "NNS"  # "the ministers, Lume and Sand": not Lume alone
    if not lone and any(x.kind != "group" for x in named.actors_of(i)):
        return []
    out: list[Actor] = []
    for child in a.children(i, "appos"):
        for k in with_conjuncts(a, child.i):
            add(out, named.actors_of(k))
    return out if len(out) > 1 else []


def subject_actors(a: Analysis, named: Named, verb: Token) -> list[Actor]:
    """The actors of a verb's subject, those included that only word order joins to it by "and"."""
    heads, governor = subjects_of(a, verb)
    out = actors_at(a, named, heads) or _before_who(a, named, governor)
    told = person_before(a, named, verb)
    elsewhere = bool(told) and governor.i != verb.i  # the tree gives the verb no subject of its own
    governor = verb if elsewhere else governor
    told = told or person_before(a, named, governor)
    if told and (elsewhere or told[0].id not in {x.id for x in out}):
        out, heads = told, []
    out = out or _right_before(a, named, governor) or _of_sentence(a, named, verb)
    headline = governor.rel == "acl" and a.tokens[governor.head].head < 0 and _to(a, governor)
    if (governor.rel != "acl" or headline) and not _behind(heads, governor):
        joined = [x for x in before_verb(a, named, governor.i) if not (out and nameless(x))]
        more = {x.kind for x in joined} == {x.kind for x in out} and all(x in joined for x in out)  # the tree skips B
        if not out or more or (len(out) < 2 and any(x.id in {y.id for y in joined} for x in out)):
            add(out, joined)
    if not out and governor.rel == "acl" and _to(a, governor):  # "sent a letter to meet the king"
        above = next((t for t in a.ancestors(governor.i) if t.upos == "VERB"), None)
        return subject_actors(a, named, above) if above is not None else []
    return out


def _before_who(a: Analysis, named: Named, verb: Token) -> list[Actor]:
    """Whoever stands right before "who", where the tree ties the clause to nobody ("between both, who")."""
    who = next((t for t in a.children(verb.i, "nsubj") if t.text.lower() == "who"), None)
    if who is None or verb.deprel != "acl:relcl":
        return []
    before = a.tokens[who.i - 2] if a.tokens[who.i - 1].text == "," else a.tokens[who.i - 1]
    return list(named.actors_of(before.i)) if before.sent == verb.sent and before.i < who.i else []


def _right_before(a: Analysis, named: Named, verb: Token) -> list[Actor]:
    """Whoever is named right before the verb and its auxiliaries, where the tree gives it no subject."""
    first, k = a.sentences[verb.sent].first, verb.i - 1
    while k >= first and a.tokens[k].upos in {"AUX", "PART", "ADV"} and not named.actors_of(k):
        k -= 1
    if k < first or (verb.xpos == "VBN" and k == verb.i - 1) or not named.actors_of(k):
        return []
    j = k
    while j > first and (named.actors_of(j) or a.tokens[j].upos in {"PROPN", "NOUN", "ADJ", "DET", "NUM", "PUNCT"}):
        j -= 1
    return [] if a.tokens[j].upos in {"ADP", "CCONJ"} else [x for x in named.actors_of(k) if x.kind != "group"]


def _of_sentence(a: Analysis, named: Named, verb: Token) -> list[Actor]:
    """The subject of the sentence for a participle behind a comma ("visited Oslo, ..., and meeting with the king")."""
    before = a.tokens[verb.i - 1] if verb.i else None
    if verb.xpos != "VBG" or before is None or before.text.lower() not in {",", "and"}:
        return []
    root = next((t for t in a.sentence_tokens(verb.sent) if t.head < 0), None)
    return actors_at(a, named, [t.i for t in a.children(root.i, "nsubj")]) if root is not None else []


def _behind(heads: list[int], verb: Token) -> bool:
    return any(i > verb.i for i in heads)


def subjects_of(a: Analysis, verb: Token) -> tuple[list[int], Token]:
    """The heads of a verb's subject and the verb it stands with: its own, or the one that governs or joins it."""
    seen: set[int] = set()
    while verb.i not in seen:
        seen.add(verb.i)
        own = [t for t in a.children(verb.i, "nsubj") if t.i < verb.i or "with" not in cases(a, t.i)]
        relative = [t for t in own if t.text.lower() in {"who", "which", "that"}]
        if relative and verb.deprel == "acl:relcl" and verb.head >= 0:
            return [verb.head], verb
        if own:
            return [t.i for t in own], verb
        if verb.head < 0:
            return [], verb
        head = a.tokens[verb.head]
        if verb.rel == "acl" and head.upos in {"NOUN", "PROPN"}:
            if (above := _subject_complement(a, head)) is not None:
                verb = above
                continue
            if _to(a, verb) and (guests := _invited(a, head, verb)) is not None:
                return guests
            owners = [t.i for t in a.children(head.i, "nmod:poss")]
            if owners:
                return owners, verb
            if head.lemma.lower() not in words.nouns():
                return [head.i], verb
            if head.head < 0:
                return [], verb
            verb = a.tokens[head.head]
            continue
        accused = verb.xpos == "VBG" and any(
            t.text.lower() in {"of", "from"} for t in a.children(verb.i, "mark", "case")
        )
        if accused and a.children(head.i, "obj"):  # "accused Iran of shunning", "kept the envoy from visiting"
            return [t.i for t in a.children(head.i, "obj")], verb
        if verb.rel == "xcomp" or (verb.rel == "advcl" and _to(a, verb)):
            objects = [t for t in a.children(head.i, "obj", "iobj") if t.text.lower() not in {"that", "which"}]
            if head.lemma.lower() == "call":  # "called on the envoy not to meet them"
                objects += [t for t in a.children(head.i, "obl") if "on" in cases(a, t.i)]
            if objects and head.lemma.lower() in table("languages/en/status")["object_control"]:
                return [t.i for t in objects], verb
        if verb.rel in {"xcomp", "conj", "advcl", "ccomp", "parataxis"} and head.upos in {"VERB", "ADJ", "AUX", "NOUN"}:
            if verb.rel == "ccomp" and not (a.children(verb.i, "mark") or verb.xpos == "VBG"):
                return [], verb
            verb = head
            continue
        return [], verb
    return [], verb


def _invited(a: Analysis, noun: Token, aim: Token) -> tuple[list[int], Token] | None:
    """Who is to do what an invitation is for: those it goes to, or whoever accepts it, never those who send it."""
    opens = next((t.i for t in a.children(aim.i, "mark") if t.text.lower() == "for"), aim.i)
    asked = [t.i for t in a.children(noun.i, "nmod") if cases(a, t.i) & {"to", "for"} or opens < t.i < aim.i]
    if asked and noun.lemma.lower() in words.word_set("offers"):
        return asked, noun
    verb = a.tokens[noun.head] if noun.head >= 0 else None
    if noun.lemma.lower() != "invitation" or verb is None or verb.lemma.lower() not in words.word_set("answering"):
        return None
    return subjects_of(a, verb)


def relative(a: Analysis, i: int) -> int:
    """The noun that "whom", "whose" stands for ("the minister, whom she met"), else the token itself."""
    clause = next((t for t in a.ancestors(i) if t.deprel == "acl:relcl"), None)
    if a.tokens[i].text.lower() not in {"whom", "who", "whose"} or clause is None or clause.head < 0:
        return i
    return clause.head


def controllers(a: Analysis, named: Named, i: int, have: list[Actor]) -> list[Actor]:
    """Who stands behind an encounter that names one party only: the subject of the nearest verb above it.

    Somebody of a side that is already named adds nothing, so the search goes on above; of "the
    minister says that his country, after talks with Peru, ..." it is the minister rather than "his country".
    Of an encounter that names nobody, whoever only speaks of it is no party ("a spokesman said the summit
    was on hold").
    """
    nearest: list[Actor] = []
    offered: list[Actor] = []
    below = a.tokens[i]
    for governor in governors(a, i):
        if not have and below.rel in {"ccomp", "parataxis"} and governor.lemma.lower() in cues.verbs():
            break
        below = governor
        found = [x for x in _owners(a, named, governor) if not any(one_side(x, y) for y in have)]
        if not found:
            continue
        if governor.lemma.lower() in words.word_set("offers") and not offered and not have:
            offered = found  # "rejects the proposal of Chile to hold a summit": both are sides
            continue
        if offered:
            return [*offered, *(x for x in found if x.id != offered[0].id)]
        if nearest:
            speaks = [x for x in found if x.kind == "person" and x.country == nearest[0].country]
            return speaks or nearest
        if any(x.kind != "group" or x.country is None for x in found):
            return found
        nearest = found
    return nearest or offered


def governors(a: Analysis, i: int) -> Iterator[Token]:
    """The words above an encounter word, nearest first, put right by word order where the tree cannot be."""
    head = governed(a, a.tokens[i]).head if a.tokens[i].upos != "VERB" or a.tokens[i].head < 0 else None
    if head is not None:
        yield head
        yield from a.ancestors(head.i)
    else:
        yield from a.ancestors(i)


def one_side(x: Actor, y: Actor) -> bool:
    """Whether two act for the same state; rebels and movements of a country do not act for it."""
    if x.id == y.id:
        return True
    return x.country is not None and x.country == y.country and not (own_cause(x) or own_cause(y))


def own_cause(x: Actor) -> bool:
    """Whether somebody acts for a movement or armed group rather than for the state of the same country."""
    rebels = bool({w.lower() for w in x.name.split()[-1:]} & words.word_set("movements"))
    return x.kind == "organisation" or (x.kind == "group" and rebels)


def nameless(p: Actor) -> bool:
    """ "The leaders", "officials", "the sides": words that name nobody."""
    last = p.name.split()[-1].lower()
    return (
        p.kind == "group"
        and p.country is None
        and not of_a_region(p)
        and (last in titles_lexicon.groups() or last.rstrip("s") in titles_lexicon.titles())
    )


def of_a_region(p: Actor) -> bool:
    """Leaders or ministers of a region ("African leaders", "Gulf foreign ministers"): many states among themselves."""
    told = {w.lower() for w in p.name.split()} & words.word_set("regions")
    return p.kind == "group" and p.level in {"leaders", "ministers"} and bool(told)


def no_side(p: Actor) -> bool:
    """ "The country", "people", an embassy, a news agency: takes no part of its own in an encounter."""
    if p.kind == "organisation" and p.name in cues.outlets():
        return True
    plain = p.kind == "group" and p.country is None and p.code is None
    return plain and bool({w.lower() for w in p.name.split()[-1:]} & words.word_set("no_sides"))


def _owners(a: Analysis, named: Named, governor: Token) -> list[Actor]:
    """Whoever owns a noun ("the minister's tour") or is the subject of a verb."""
    if governor.upos == "NOUN":
        owners = a.children(governor.i, "nmod:poss")
        if governor.lemma.lower() in words.word_set("offers"):
            owners += [t for t in a.children(governor.i, "nmod") if cases(a, t.i) & {"of", "from", "by"}]
            owners += [t for t in a.children(governor.i, "amod", "compound") if world.is_demonym(t.text)]
        found = actors_at(a, named, [t.i for t in owners])
    else:
        predicate = governor.upos == "ADJ" and bool(a.children(governor.i, "cop"))  # "is open to talks"
        found = subject_actors(a, named, governor) if governor.upos == "VERB" or predicate else []
    return [x for x in found if not no_side(x)]
