"""Titles and offices around a person's name, in exact words."""

from __future__ import annotations

from dataclasses import dataclass

from parley.extract.mentions.names import Name, head_of
from parley.lexicon import cues, titles, world
from parley.model.analysis import Analysis, Token
from parley.model.encounter import Level

CONNECT = frozenset({"of", "the", "for", "and", "'s", "’s", "-", "to", "on", "&"})
WHOSE = frozenset({"for", "of", "to"})
REACH = 14


@dataclass(frozen=True, slots=True)
class Role:
    """An office: tokens ``first`` to ``last`` (exclusive), its level and the country named in it.

    Of a counterpart or colleague the level is not told here: it is that of whose counterpart it is.
    """

    first: int
    last: int
    level: Level | None
    country: str | None


def role_of(a: Analysis, name: Name, names: dict[int, Name]) -> Role | None:
    """The role that stands right before a person's name, or behind it in apposition; None where there is none."""
    return before(a, name, names) or for_whom(a, name, names) or behind(a, name, names) or shared(a, name, names)


def is_title(token: Token) -> bool:
    """Whether a noun heads a title ("minister", "President")."""
    word = token.text.lower()
    return token.upos in {"NOUN", "PROPN", "ADJ"} and (
        word in titles.title_words() or token.lemma.lower() in titles.title_words()
    )


def heads_role(token: Token) -> bool:
    """Whether a noun says who a person is: a title, or "counterpart", "colleague"."""
    return is_title(token) or (token.upos in {"NOUN", "ADJ"} and token.lemma.lower() in titles.words("counterparts"))


def before(a: Analysis, name: Name, names: dict[int, Name]) -> Role | None:
    """ "US Secretary of State Marco Rubio", "President of France Emmanuel Macron", "the Polish minister, Jan Nowak"."""
    stop = max(a.sentences[a.tokens[name.first].sent].first, name.first - REACH)
    end = name.first
    if end > stop and a.tokens[end - 1].text.lower() in WHOSE:
        return None  # "a spokesman for Lume": the title is another's
    if end - 1 > stop and a.tokens[end - 2].text == "," and _address(a.tokens[end - 1]):
        end -= 1
    k = end
    opens = _title_opens(a, end - 2, stop) if end - 1 > stop and a.tokens[end - 1].text == "," else None
    if opens is not None:
        k, end = opens, end - 1
    while k > stop and _may_belong(a, a.tokens[k - 1], names, name):
        k -= 1
    heads = [i for i in range(k, end) if heads_role(a.tokens[i])]
    if not heads or (end < name.first and _apart(a, name, heads[-1])):
        return None
    first = _open(a, heads[0], k, names)
    while first < end and a.tokens[first].text.lower() in CONNECT:
        first += 1
    return Role(first, end, _level(a, first, end), country_in(a, first, end, names))


def _apart(a: Analysis, name: Name, title: int) -> bool:
    """Whether a comma parts a title from the subject that follows ("According to the diplomat, Sand had left")."""
    head = head_of(a, name.first, name.last)
    linked = title in {head.head, *(t.i for t in a.ancestors(head.i))} or a.tokens[title].head == head.i
    return head.rel == "nsubj" and not linked and bool(a.children(title, "case"))


def for_whom(a: Analysis, name: Name, names: dict[int, Name]) -> Role | None:
    """ "A spokeswoman for Ada Brand, Jo Reyes": the title of the second, in which the first is named."""
    end = name.first - 1
    inner = names.get(end - 1)
    if end < 1 or a.tokens[end].text != "," or inner is None or inner.first < 2:
        return None
    title = inner.first - 2
    if a.tokens[inner.first - 1].text.lower() not in {"for", "of", "to"} or not is_title(a.tokens[title]):
        return None
    first = _open(a, title, a.sentences[a.tokens[title].sent].first, names)
    while first < title and a.tokens[first].upos == "DET":
        first += 1
    return Role(first, end, _level(a, first, title + 1), country_in(a, first, end, names))


def _address(token: Token) -> bool:
    return token.text in titles.address() and not is_title(token)


def _title_opens(a: Analysis, i: int, stop: int) -> int | None:
    """Where what is told behind an office that ends at token ``i`` opens, None where none ends there.

    "The minister |", "the head | of the delegation", "the president | of Peru".
    """
    if i < 0 or heads_role(a.tokens[i]):
        return i + 1 if i >= 0 else None
    k = next((k for k in range(i - 1, max(stop, i - 7), -1) if a.tokens[k].text in {"of", "for"}), None)
    while k is not None and k > stop and not heads_role(a.tokens[k - 1]):
        k = next((m for m in range(k - 1, max(stop, i - 7), -1) if a.tokens[m].text in {"of", "for"}), None)
    if k is None or k <= stop:
        return None
    plain = all(t.upos in {"NOUN", "PROPN", "ADJ", "DET", "ADP", "CCONJ"} for t in a.tokens[k : i + 1])
    return k if plain else None


def _may_belong(a: Analysis, token: Token, names: dict[int, Name], person: Name) -> bool:
    other = names.get(token.i)
    if other is not None:
        return other.label in {"LOC", "DEM", "ORG"} and other is not person
    word = token.text.lower()
    if word in CONNECT:
        return not (word == "and" and not _joins_title(a, token.i))
    return (
        heads_role(token)
        or word in titles.before_title()
        or (token.i > 0 and a.tokens[token.i - 1].text == "-" and a.tokens[token.i - 1].end == token.start)
        or (token.upos in {"PROPN", "NOUN", "ADJ"} and (token.text[0].isupper() or token.upos != "NOUN"))
        or token.rel == "compound"
        or _body_before_title(a, token)
    )


def _body_before_title(a: Analysis, token: Token) -> bool:
    """ "The rebel | delegation | head": a body right before a title says whose it is, whatever the tree says."""
    following = a.tokens[token.i + 1 : token.i + 2]
    body = token.xpos == "NN" and token.text.lower() in cues.words("institutions")
    return body and bool(following) and following[0].sent == token.sent and is_title(following[0])


def _joins_title(a: Analysis, i: int) -> bool:
    """Whether "and" stands inside an office ("Minister of Trade and Industry"), not between two people."""
    following = a.tokens[i + 1 : i + 3]
    return bool(following) and following[0].text[0].isupper() and not any(is_title(t) for t in following)


def _open(a: Analysis, title: int, low: int, names: dict[int, Name]) -> int:
    """How far to the left a title reaches: its adjectives, countries and bodies."""
    k = title
    while k > low:
        token = a.tokens[k - 1]
        word = token.text.lower()
        fits = k - 1 in names or word in titles.before_title() or word in {"'s", "’s", "-"} or is_title(token)
        inside = (token.rel == "compound" and token.head == title) or _body_before_title(a, token)
        if not fits and not inside and token.upos != "ADJ":
            break
        k -= 1
    return k


def behind(a: Analysis, name: Name, names: dict[int, Name]) -> Role | None:
    """ "Sergei Lavrov, the Russian foreign minister": a title between commas right behind the name."""
    i = name.last
    if i + 1 >= len(a.tokens) or a.tokens[i].text not in {",", "(", "–", "—"}:
        return None
    last = min(a.sentences[a.tokens[i].sent].last, i + REACH)
    end = i + 1
    while (
        end < last
        and a.tokens[end].text not in {",", ".", ")", ";", ":"}
        and (a.tokens[end].xpos == "PRP$" or not _breaks(a.tokens[end]))
    ):
        if names.get(end) is not None and names[end].label == "PER":
            return None  # the title of the next person in a list
        end += 1
    heads = [k for k in range(i + 1, end) if heads_role(a.tokens[k])]
    if heads and end < len(a.tokens) and a.tokens[end].upos in {"VERB", "AUX"} and a.tokens[heads[0]].rel == "nsubj":
        return None  # "With Sand, the president noted": the president is another
    if not heads or any(a.tokens[k].upos in {"ADP", "CCONJ"} for k in range(i + 1, heads[0])):
        return None
    first = i + 1
    while first < end and (a.tokens[first].upos == "DET" or a.tokens[first].xpos == "PRP$"):
        first += 1
    return Role(first, end, _level(a, first, end), country_in(a, first, end, names))


def shared(a: Analysis, name: Name, names: dict[int, Name]) -> Role | None:
    """One title for several people: "the presidents of Chile, X, and of Peru, Y", "the ministers, X and Y"."""
    low = max(a.sentences[a.tokens[name.first].sent].first, name.first - 2 * REACH)
    title = next((k for k in range(name.first - 1, low - 1, -1) if _plural_title(a.tokens[k])), None)
    if title is None or any(_breaks(t) or t.upos == "VERB" for t in a.tokens[title + 1 : name.first]):
        return None
    between = [i for i in range(title + 1, name.first) if i in names]
    if any(names[i].label == "ORG" and names[i].geo is None for i in between):
        return None
    own = names.get(name.first - 2) if a.tokens[name.first - 1].text == "," else None
    country = own.geo.country if own is not None and own.geo is not None and own.label == "LOC" else None
    if country is None and not is_title(a.tokens[title]):
        return None  # "his Greek and French counterparts, X and Y": word order alone does not tell whose
    first = _open(a, title, low, names)
    country = country or _respective(a, name, title, names) or country_in(a, first, title + 1, names)
    return Role(first, title + 1, _level(a, first, title + 1), country)


def _respective(a: Analysis, name: Name, title: int, names: dict[int, Name]) -> str | None:
    """ "The presidents of Peru and Chile, Ana Lume and Bo Sand": the second name goes with the second country."""
    listed = list(dict.fromkeys(names[i] for i in range(title + 1, name.last) if i in names))
    states = [n for n in listed if n.geo is not None and n.label != "PER"]
    people = [n for n in listed if n.label == "PER"]
    if not states or not people or states[-1].first > people[0].first or len(people) > len(states):
        return None
    geo = states[len(people) - 1].geo
    return geo.country if geo is not None else None


def _plural_title(token: Token) -> bool:
    return token.xpos in {"NNS", "NNPS"} and heads_role(token)


def _breaks(token: Token) -> bool:
    """Whether a word cannot stand inside an apposition: a finite verb, a relative word, "as"."""
    finite = token.upos in {"VERB", "AUX"} and token.xpos in {"VBD", "VBZ", "VBP", "MD"}
    return (
        finite or token.upos in {"PRON", "SCONJ"} or token.text.lower() in {"as", "with", "but", "between", "in", "at"}
    )


def _level(a: Analysis, first: int, last: int) -> Level | None:
    level = titles.level_of([t.text for t in a.tokens[first:last]])
    return level or titles.level_of([t.lemma for t in a.tokens[first:last]])


def country_in(a: Analysis, first: int, last: int, names: dict[int, Name]) -> str | None:
    """The country or body that a run of words names, the first where there are several ("of the US to Kenya")."""
    for i in range(first, last):
        name = names.get(i)
        if name is not None and name.geo is not None:
            return name.geo.country
        if name is not None and name.label in {"ORG", "LOC"}:
            inside = world.country_code(a.tokens[name.first].text)
            if inside:
                return inside
    return None
