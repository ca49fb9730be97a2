"""Conditions: "will not sign until ...", "only if ...", "unless ..."."""

from __future__ import annotations

from parley.extract.clauses import clause, group
from parley.extract.positions.predicates import keys, mood_of
from parley.extract.positions.scene import FIRST_PERSON, Candidate, Scene
from parley.extract.positions.subjects import subjects
from parley.extract.positions.tree import LONGEST, phrase, words_of
from parley.extract.positions.words import entries, word_set
from parley.model.analysis import Analysis, Token

LONGEST_CONDITION = 28  # words of a condition with what it binds


def conditions(scene: Scene, token: Token) -> Candidate | None:
    """The condition that an adverbial clause sets for what its main clause says somebody will or will not do."""
    a = scene.a
    if token.rel != "advcl" or token.head < 0:
        return None
    mark, main = _mark(a, token), _main(a, token)
    if a.tokens[main].deprel == "acl:relcl" or _foretells(a, main):
        return None
    own = a.children(token.i, "nsubj")
    polite = bool(own) and own[0].text.lower() in FIRST_PERSON and not clause(a, token.i).negated
    if polite or not (own or token.upos == "VERB"):
        return None
    if mark is None or not _binds(a, token, main, mark[1], scene.speaker(token.i) is not None):
        return None
    holders = subjects(a, main)
    first, last = phrase(a, token.i, frozenset({"parataxis"}))
    first, last = _with_what_it_binds(a, main, holders, min(first, mark[0]), last)
    return Candidate(token.i, "condition", None, holders, token.i, first, last, spoken=True)


def _main(a: Analysis, token: Token) -> int:
    """What a clause is the condition of ("as long as" may stand between as a word of its own)."""
    above = a.tokens[token.head]
    return above.head if above.upos in {"ADV", "SCONJ", "ADP"} and above.head >= 0 else above.i


def _foretells(a: Analysis, i: int) -> bool:
    """Whether the main clause tells what will come about by itself ("the union will fall apart if")."""
    record = clause(a, i)
    return (
        record.modal == "future" and not record.negated and a.tokens[i].lemma.lower() in word_set("conditions", "fate")
    )


def _with_what_it_binds(a: Analysis, main: int, holders: tuple[int, ...], first: int, last: int) -> tuple[int, int]:
    """The words of a condition together with those of what it is the condition of, where both are short enough."""
    above = main
    while a.tokens[above].rel == "xcomp" and a.tokens[above].head >= 0:
        above = a.tokens[above].head
    start, end = words_of(a, above, None, holders[0] if holders else None)
    whole = min(first, start), max(last, end if first < start else last)
    short = min(first, *(t.i for t in group(a, above)), above), whole[1]
    fit = next((w for w in (whole, short) if w[1] - w[0] <= LONGEST_CONDITION), None)
    return fit or (first, min(last, first + LONGEST))


def _holds_back(a: Analysis, i: int) -> bool:
    """Whether what stands above is denied or refused ("will not meet until", "suspended the talks until")."""
    for at in (i, *(t.i for t in a.ancestors(i))):
        if a.tokens[at].upos not in {"VERB", "AUX", "ADJ", "NOUN"} or mood_of(a, at).denied:
            return mood_of(a, at).denied
        words = [w for k in keys(a, a.tokens[at]) for w in entries("verbs").get(k, ())]
        if words and words[0].stance == "refusal":
            return True
        if a.tokens[at].rel not in {"xcomp", "ccomp", "obj", "acl", "advcl"}:
            return False
    return False


def _mark(a: Analysis, token: Token) -> tuple[int, str] | None:
    """Where the subordinator begins, and its words, the longest that fit ("on condition that", "as long as").

    It is looked for among what hangs on the clause, and right before the words of the clause.
    """
    before = min(a.subtree(token.i))
    if a.tokens[before].text.lower() == "should":
        return before, "if"  # "should the drilling stop, ..."
    ends = [m.i for m in a.children(token.i, "mark", "advmod", "case") if m.i < token.i]
    for end in [*ends, before - 1]:
        for length in (4, 3, 2, 1):
            start = end - length + 1
            if start < a.sentences[token.sent].first:
                continue
            form = " ".join(t.text.lower() for t in a.tokens[start : end + 1])
            if any(form in word_set("conditions", kind) for kind in ("always", "denied", "willed", "lasting")):
                return start, form
    return None


def _binds(a: Analysis, token: Token, main: int, mark: str, own: bool) -> bool:
    """Whether the clause limits what a party does by its own will, rather than telling when something happened."""
    if mark in word_set("conditions", "always"):
        return True
    if mark in word_set("conditions", "lasting"):
        stays = own and a.tokens[main].lemma.lower() in word_set("conditions", "staying")
        if stays or clause(a, main).modal in {"future", "conditional"}:
            return True
    if mark in word_set("conditions", "denied"):
        record = clause(a, main)
        if mark == "before" and (record.modal == "necessary" or a.tokens[main].lemma.lower() == "need"):
            return own
        return _holds_back(a, main) and (mark in {"until", "till"} or clause(a, main).tense != "past")
    if mark == "when":
        return own and clause(a, main).modal == "future"
    if token.i < main:
        record = clause(a, main)
        return record.modal in {"future", "conditional"} or record.negated or (own and record.tense == "present")
    return _commits(a, main)


def _commits(a: Analysis, i: int) -> bool:
    """Whether what stands above says what somebody will or is ready to do."""
    for at in (i, *(t.i for t in a.ancestors(i))):
        token, record = a.tokens[at], clause(a, at)
        if record.modal in {"future", "conditional"} or token.text.lower() in entries("adjectives"):
            return True
        words = [w for k in keys(a, token) for w in entries("verbs").get(k, ())] if token.upos == "VERB" else []
        if words and words[0].stance in {"offer", "support", "concession"}:
            return True
        if token.lemma.lower() in word_set("conditions", "committing"):
            return True
        if token.rel not in {"xcomp", "advcl"}:
            return False
    return False
