"""Did it happen? A value from -3 (certainly not) to 3 (certainly), from tense, mood, negation and what governs.

The scale is that of UDS-IH2 (White et al. 2016; Rudinger, White & Van Durme 2018). The method is the one of the rule
systems before it: the polarity of the outermost clause is carried inwards through the signatures of the words that
govern (Nairn, Condoravdi & Karttunen 2006; Saurí & Pustejovsky 2012; TruthTeller, Lotan, Stern & Dagan 2013). Each way
to a verdict is a rule with a name; its value is the mean that readers gave to such cases.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from parley.extract.clauses import Clause, clause, group, lemma_of
from parley.lexicon import status
from parley.lexicon.implicatives import Sign, signatures, values
from parley.model.analysis import Analysis, Token

Link = Literal["", "infinitive", "clause", "noun", "purpose", "aside", "nominal"]
LONGEST = 8
YOU = frozenset({"you", "u", "one"})
NOT_YET = frozenset({"before", "until", "once", "till", "as soon as"})
UNDONE = frozenset({"calls_off", "puts_off", "refuses", "suspends", "fails", "denies"})
AHEAD = frozenset({"commits", "offers"})
INSTEAD = frozenset({"without", "instead of", "rather than", "instead"})

BY_SIGN: dict[Sign, float] = {"+": 2.0, "-": -1.0, "o": -0.5}  # where a rule decided too few events for a mean


@dataclass(frozen=True, slots=True)
class Layer:
    """One predicate on the way from an event out to the main clause.

    ``clause`` is its record, ``word`` the lemma by which signatures are looked up, ``link`` how it hangs on the next
    layer ("" for the outermost), ``asked`` and ``ordered`` whether its sentence is a question or a command, ``to_you``
    whether its subject is the reader, ``nothing`` whether its negation stands on a nominal ("has no plans"),
    ``named`` whether the event is a noun.
    """

    clause: Clause
    word: str
    link: Link = ""
    asked: bool = False
    ordered: bool = False
    to_you: bool = False
    nothing: bool = False
    named: bool = False


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether an event happened: ``value`` from -3 to 3, ``sign`` (+ yes, - no, o open), and why."""

    value: float
    sign: Sign
    reason: str

    @property
    def rule(self) -> str:
        """The name of the rule that decided: reason and sign."""
        return f"{self.reason} {self.sign}"


def factuality(layers: Sequence[Layer]) -> Verdict:
    """The verdict on an event, given its own layer and those of what governs it, outwards.

    From the outermost layer in: its mood gives a sign (+ true, - false, o open) and a reason; each governing word turns
    the sign by its signature ("failed to" turns + into -, "want to" into o); the event's own mood has the last word
    where it is itself negated or unreal.
    """
    sign, reason = _mood(layers[-1])
    for outer, inner in zip(reversed(layers[1:]), reversed(layers[:-1]), strict=True):
        sign, reason = _embedded(outer, inner, sign, reason)
    return Verdict(values().get(f"{reason} {sign}", BY_SIGN[sign]), sign, reason)


def _mood(layer: Layer) -> tuple[Sign, str]:
    """The sign and the reason that a clause's own mood gives."""
    c = layer.clause
    if c.conditional:
        return "o", "under a condition"
    if layer.ordered:
        return "o", "ordered"
    if c.modal in {"possible", "necessary", "conditional"}:
        return ("-" if c.negated else "o"), (f"{c.modal} perfect" if c.perfect else c.modal)
    if c.modal == "future" or c.planned:
        return ("-" if c.negated else "o"), "to come"
    if c.mark in INSTEAD:
        return "-", "left undone"
    past = c.tense == "past" or c.perfect
    if layer.asked:
        return "o", "asked of the past" if past else "asked"
    if c.negated:
        return (
            "+" if layer.nothing else "-"
        ), "done to nothing" if layer.nothing else "told past" if past else "told present"
    return "+", "told past" if past else _present(layer)


def _present(layer: Layer) -> str:
    """What kind of present a clause tells: a state of affairs, a deed named by its "-ing", a time still to come."""
    c = layer.clause
    if layer.named:
        return "named"
    if c.mark in NOT_YET:
        return "not yet"
    if c.gerund:
        return "deed behind a preposition" if c.mark else "deed"
    return "told of you" if layer.to_you else "told present"


def _embedded(outer: Layer, inner: Layer, sign: Sign, reason: str) -> tuple[Sign, str]:
    """The sign of a clause within another, whose own sign and reason are given."""
    if inner.link == "nominal":
        return _of_a_noun(outer, inner, sign, reason)
    if inner.link == "purpose":
        return "o", "purpose"
    if inner.link == "noun":
        return "o", "governed by a noun"
    own_sign, own = _mood(inner)
    if inner.link == "aside" and own_sign == "-":
        return own_sign, own
    if inner.link == "aside":
        plain = inner.clause.gerund or not inner.clause.finite
        return (_and(own_sign, sign), f"aside, {reason}") if plain else (own_sign, own)
    if inner.link == "infinitive" and outer.word == "go" and outer.clause.progressive:
        return "o", "to come"
    takes: Literal["infinitive", "clause"] = "infinitive" if inner.link == "infinitive" else "clause"
    known = signatures(takes)
    found = known.get(f"{outer.word} {inner.clause.mark}") or known.get(outer.word)  # "kept her from meeting"
    if found is None:
        return (own_sign, f"reported, {own}") if takes == "clause" else ("o", "governed")
    given: Sign = found[0] if sign == "+" else found[1] if sign == "-" else "o"
    if given == "o":
        return "o", f"left open by {found[0]}{found[1]}"
    return _turn(given, own_sign), ("implied" if sign == "+" else "implied by a denial")


def _of_a_noun(outer: Layer, inner: Layer, sign: Sign, reason: str) -> tuple[Sign, str]:
    """An event told by a noun: what the verb does with it ("held", "called off", "planned a meeting")."""
    effects = {e.effect for e in status.verbs().get(outer.word, ()) if e.takes in {"object", "subject", "any"}}
    if effects & UNDONE:
        return ("-" if sign == "+" else "o"), "undone"
    if effects & AHEAD:
        return "o", "planned or wished"
    if effects & {"happens"}:
        return sign, f"held: {reason}"
    return "+", "named"


def _and(own: Sign, outer: Sign) -> Sign:
    """A participle shares the fate of its main clause unless that is denied."""
    return own if outer != "o" else "o"


def _turn(given: Sign, own: Sign) -> Sign:
    """The sign of a clause that is implied to hold, or not to hold, by its own polarity."""
    if own == "o" or given == "o":
        return "o"
    return "+" if given == own else "-"


def layers_of(a: Analysis, i: int) -> tuple[Layer, ...]:
    """The layers of the predicate at token ``i``, its own first; coordinated verbs stand on one level."""
    out: list[Layer] = []
    token: Token | None = a.tokens[i]
    while token is not None and len(out) < LONGEST:
        link, above = _link(a, token)
        out.append(_layer(a, token, link))
        token = above
    if out[-1].link:
        out[-1] = _layer(a, a.tokens[out[-1].clause.head], "")
    return tuple(out)


def _layer(a: Analysis, token: Token, link: Link) -> Layer:
    record = clause(a, token.i)
    last = a.tokens[a.sentences[token.sent].last - 1]
    subjects = [t.text.lower() for t in a.children(token.i, "nsubj", "nsubj:pass")]
    return Layer(
        record,
        record.lemma,
        link,
        asked=not link and "?" in last.text,
        ordered=not link and token.xpos == "VB" and not record.modal and not subjects,
        to_you=bool(YOU & set(subjects)),
        nothing=record.negated and not _verb_denied(a, token.i),
        named=token.upos in {"NOUN", "PROPN"} and not a.children(token.i, "cop"),
    )


def _verb_denied(a: Analysis, i: int) -> bool:
    """Whether the negator stands with the verb, not on a nominal."""
    negators = status.word_set("negators")
    return any(t.text.lower() in negators or t.lemma.lower() == "not" for t in group(a, i))


def _link(a: Analysis, token: Token) -> tuple[Link, Token | None]:
    """How a predicate hangs on the one above, and that one; "" and None at the top."""
    steps = 0
    while token.rel == "conj" and token.head >= 0 and steps < LONGEST:
        token, steps = a.tokens[token.head], steps + 1
    if token.head < 0:
        return "", None
    above = a.tokens[token.head]
    if token.upos == "NOUN" and token.rel in {"obj", "nsubj"}:
        return ("nominal", above) if above.upos == "VERB" else ("", None)
    infinitive = any(m.text.lower() == "to" for m in a.children(token.i, "mark", "aux"))
    if token.rel == "xcomp":
        return "infinitive", above
    if token.rel in {"ccomp", "csubj"}:
        return ("infinitive" if infinitive else "clause"), above
    if token.rel == "acl" and token.deprel != "acl:relcl" and infinitive:
        return "noun", above
    if token.rel == "advcl":
        if infinitive:
            return ("infinitive" if above.upos == "ADJ" else "purpose"), above
        governed = clause(a, token.i).mark in {"from", "in", "of"} and lemma_of(a, above.i) in signatures("infinitive")
        return ("infinitive" if governed else "aside"), above
    return "", None


def did_it_happen(a: Analysis, i: int) -> Verdict:
    """The verdict on the event that token ``i`` of an analysis names."""
    return factuality(layers_of(a, i))
