"""Small questions to the tree: where does the issue of a predicate stand, and where do the words end."""

from __future__ import annotations

from parley.extract.clauses import clause, group
from parley.model.analysis import Analysis, Token

COMPLEMENTS = ("xcomp", "ccomp", "advcl", "acl", "obl", "nmod", "obj")
# What hangs on a clause without being part of what it says.
ASIDES = frozenset({"parataxis", "punct", "discourse", "list", "dep", "vocative", "orphan"})
LONGEST = 26  # words of evidence
MENDING = 4  # words by which a run that breaks off inside a noun phrase is made longer
LEADING = frozenset({"DET", "ADP", "NUM", "ADJ"})
NOMINAL = frozenset({"DET", "ADJ", "NUM", "NOUN", "PROPN"})
FARTHEST = 14  # tokens from a verb to the infinitive of what it urges


def infinitive(a: Analysis, i: int) -> bool:
    """Whether a token is a "to" infinitive (an adverb may stand between), or the participle of "to be done"."""
    if a.tokens[i].xpos == "VBN":
        helpers = [t.text.lower() for t in group(a, i)]
        return "to" in helpers and "be" in helpers
    if a.tokens[i].xpos not in {"VB", "NN", "JJ", "NNP"}:
        return False
    return any(t.text.lower() == "to" for t in [*a.tokens[max(0, i - 1) : i], *group(a, i)])


def gerund(a: Analysis, i: int) -> bool:
    """Whether a token is a bare "-ing" form."""
    return a.tokens[i].xpos == "VBG" and not any(t.lemma == "be" for t in group(a, i))


def by_frame(a: Analysis, i: int, frame: str) -> int | None:
    """The token that heads the issue of predicate ``i`` in a frame of the table, None where it has none."""
    if frame == "alone":
        return i
    if frame == "object":
        return _object(a, i)
    if frame == "infinitive":
        return next((c.i for c in _after(a, i, "xcomp", "ccomp", "advcl", "acl") if infinitive(a, c.i)), None)
    if frame == "gerund":
        kids = _after(a, i, "xcomp", "ccomp", "obj", "advcl")
        return next((c.i for c in kids if gerund(a, c.i) and c.i - i <= 4), None)
    if frame == "clause":
        return next(
            (c.i for c in _after(a, i, "ccomp", "xcomp", "acl") if c.xpos != "VBG" and not infinitive(a, c.i)), None
        )
    if frame == "subjunctive":
        found = by_frame(a, i, "clause")
        if found is None:
            return None
        return found if clause(a, found).modal == "necessary" or _bare_be(a, found) or _bare_verb(a, found, i) else None
    if frame == "other":
        return _other(a, i)
    if frame.endswith(" other"):
        person = governed(a, i, frame.split()[0])
        if person is None:
            return None
        deeds = [*_after(a, i, "xcomp", "ccomp", "advcl", "acl"), *_after(a, person, "acl", "xcomp", "advcl")]
        return next((c.i for c in deeds if c.i > person and infinitive(a, c.i)), None)
    return governed(a, i, frame)


def _bare_be(a: Analysis, i: int) -> bool:
    """The subjunctive of the passive ("that the port be opened")."""
    helpers = group(a, i)
    return any(t.text.lower() == "be" for t in helpers) and not any(t.xpos in {"MD", "TO"} for t in helpers)


def _bare_verb(a: Analysis, i: int, above: int) -> bool:
    """A base form with one doer ("insists that Peru withdraw", "insisted the budget include money")."""
    if a.tokens[i].xpos not in {"VB", "VBP"} or any(t.upos in {"AUX", "PART"} for t in group(a, i)):
        return False
    doer = next((t for t in reversed(a.tokens[above + 1 : i]) if t.upos in {"NOUN", "PROPN", "PRON"}), None)
    subject = next(iter(a.children(i, "nsubj")), doer)
    joined = subject is not None and bool(a.children(subject.i, "conj"))
    return subject is not None and not joined and subject.xpos in {"NN", "NNP"}


def _after(a: Analysis, i: int, *rels: str) -> list[Token]:
    return [c for c in a.children(i, *rels) if c.i > i]


def _object(a: Analysis, i: int) -> int | None:
    kids = [c for c in a.children(i, "obj") if c.i > i]
    if not kids:
        bare = [c for c in a.children(i, "obl") if c.i > i and c.deprel == "obl" and not a.children(c.i, "case")]
        kids = bare or a.children(i, "nsubj:pass")
    if not kids and a.tokens[i].deprel == "acl:relcl" and a.children(i, "nsubj"):
        return a.tokens[i].head  # "a move that Peru rejects"
    if not kids and a.tokens[i].deprel == "acl" and a.tokens[i].xpos == "VBN":
        return a.tokens[i].head  # "a truce proposed by Peru"
    return kids[0].i if kids else None


def _other(a: Analysis, i: int) -> int | None:
    for c in _after(a, i, "ccomp", "xcomp"):
        subjects = [s for s in a.children(c.i, "nsubj") if i < s.i < c.i]
        if subjects and (infinitive(a, c.i) or c.xpos in {"VBN", "JJ", "RB", "NN"}):
            return c.i
    people = _after(a, i, "obj", "iobj", "nsubj") or a.children(i, "nsubj:pass")
    for person in people:
        deeds = [*_after(a, i, "xcomp", "ccomp", "advcl", "acl", "obl"), *_after(a, person.i, "acl", "xcomp", "advcl")]
        for c in deeds:
            if c.i > person.i and infinitive(a, c.i) and not clause(a, c.i).planned:
                return c.i
    return _other_by_words(a, i)


def _other_by_words(a: Analysis, i: int) -> int | None:
    """ "Urges Peru to sign" by its words: a name or noun, then "to" and a verb, with no other verb between.

    Parsers often hang the one who is urged on the second verb.
    """
    end, nominal = min(a.sentences[a.tokens[i].sent].last, i + FARTHEST), False
    for t in a.tokens[i + 1 : end]:
        if nominal and t.xpos == "VB" and infinitive(a, t.i):
            return None if clause(a, t.i).planned else t.i  # "where the envoy was to land" is nobody's deed to do
        if t.upos in {"VERB", "SCONJ"} or t.text in {".", ";", ":"}:
            return None
        nominal = nominal or t.upos in {"NOUN", "PROPN", "PRON"}
    return None


def governed(a: Analysis, i: int, preposition: str) -> int | None:
    """The head of the phrase or clause that a preposition ties to token ``i``.

    A preposition right behind the word is believed before the tree.
    """
    follows = i + 1
    while follows < min(i + 4, len(a.tokens) - 1) and a.tokens[follows].upos == "ADV":
        follows += 1
    if follows < len(a.tokens) and a.tokens[follows].text.lower() == preposition and preposition != "to":
        nominal = nominal_after(a, follows + 1)
        if nominal is not None:
            return nominal
    for c in _after(a, i, *COMPLEMENTS):
        for mark in a.children(c.i, "case", "mark"):
            if mark.i < c.i and mark.text.lower() == preposition and not (preposition == "to" and infinitive(a, c.i)):
                return c.i
    return None


def nominal_after(a: Analysis, i: int) -> int | None:
    """The head of the noun phrase that begins at token ``i``, by its words alone."""
    last, end = None, a.sentences[a.tokens[i].sent].last if i < len(a.tokens) else i
    while i < end and a.tokens[i].upos in {"DET", "ADJ", "NUM", "NOUN", "PROPN", "PRON", "PART"} | (
        {"PUNCT"} if a.tokens[i].text == "-" else set()
    ):
        if a.tokens[i].text.lower() == "to":
            break
        if a.tokens[i].upos in {"NOUN", "PROPN", "PRON", "NUM"}:
            last = i
        i += 1
    return last


def phrase(a: Analysis, i: int, skip: frozenset[str] = frozenset()) -> tuple[int, int]:
    """The token run of a phrase without relative clauses and asides; ``skip`` names further relations to leave out."""
    first = last = i
    stack = [i]
    while stack:
        for c in a.children(stack.pop()):
            if c.rel in ASIDES or c.deprel == "acl:relcl" or c.deprel in skip or c.rel in skip:
                continue
            if c.rel == "conj" and own_clause(a, c):
                continue  # "an end to the raids, and the minister is to travel"
            if c.rel == "advcl" and not (infinitive(a, c.i) or c.xpos == "VBG"):
                continue
            stack.append(c.i)
            first, last = min(first, c.i), max(last, c.i)
    return first, last + 1


def own_clause(a: Analysis, c: Token) -> bool:
    """Whether what is joined to a noun is in truth the next clause: a finite verb with a subject of its own."""
    nominal = c.head >= 0 and a.tokens[c.head].upos in {"NOUN", "PROPN", "PRON"}
    return nominal and bool(a.children(c.i, "nsubj")) and (c.upos in {"VERB", "AUX"} or bool(a.children(c.i, "cop")))


def words_of(a: Analysis, i: int, issue: int | None, holder: int | None) -> tuple[int, int]:
    """The run of words that shows a stance: its holder if that stands just before, its verb group, what it governs."""
    start = min([i, *(t.i for t in group(a, i) if i - t.i <= 4)])
    if issue is not None and issue < i:
        start = min(start, phrase(a, issue)[0])
    end = max(i + 1, issue + 1 if issue is not None else 0)
    for c in a.children(i):
        if c.i > i and _governed_by(a, c):
            end = max(end, phrase(a, c.i, frozenset({"advcl", "parataxis"}))[1])
    if issue is not None and issue > i:
        end = max(end, phrase(a, issue, frozenset({"parataxis"}))[1])
    if holder is not None and holder < start:
        first = phrase(a, holder)[0]
        if start - first <= 6 and end - first <= LONGEST + 2:
            start = first
    return start, within_quotes(a, i, min(with_relative(a, start, end), start + LONGEST))


def with_relative(a: Analysis, start: int, end: int) -> int:
    """The end of a run of words, behind the relative clause that says which thing is meant ("a law that pays for")."""
    if end >= len(a.tokens) or a.tokens[end].text.lower() not in {"that", "which", "who"}:
        return end
    for c in (c for i in range(start, end) for c in a.children(i, "acl")):
        if c.i > end and min(a.subtree(c.i)) == end:
            return phrase(a, c.i)[1]
    return end


def whole(a: Analysis, first: int, last: int) -> int:
    """The end of a run of words that breaks off inside a noun phrase ("the fines of last | week"), mended."""
    end = a.sentences[a.tokens[last - 1].sent].last
    for _ in range(MENDING):
        t = a.tokens[last - 1]
        leads = t.upos in LEADING or (t.rel in {"compound", "amod", "nummod", "det", "case"} and t.head >= last)
        if last >= end or not (leads or a.tokens[last].rel == "flat") or a.tokens[last].upos not in NOMINAL:
            break
        last += 1
    while last - first > 1 and a.tokens[last - 1].upos in {"DET", "ADP", "CCONJ", "SCONJ"} and _dangles(a, last - 1):
        last -= 1
    return last


def _dangles(a: Analysis, i: int) -> bool:
    """Whether a function word ends a run without what it leads in ("attempts by"); "pull out", "call for" do not."""
    return a.tokens[i].rel in {"case", "det", "cc", "mark"} and a.tokens[i].head > i


def within_quotes(a: Analysis, i: int, end: int) -> int:
    """The end of a run of words, cut where the quotation that token ``i`` stands in closes."""
    inner = 0
    for t in a.tokens[i + 1 : end - 1]:
        if t.xpos == "``" or t.text in {"“", "«"}:
            inner += 1
        elif t.xpos == "''" or t.text in {"”", "»"}:
            if not inner:
                return t.i
            inner -= 1
    return end


def _governed_by(a: Analysis, c: Token) -> bool:
    """Whether a dependant belongs to what its verb says, rather than being an aside or the next clause."""
    if c.rel == "advcl":
        return infinitive(a, c.i) or c.xpos == "VBG"
    return c.rel in {"xcomp", "ccomp", "obj", "iobj", "obl", "advmod", "compound", "nmod", "acl"}


def clause_words(a: Analysis, token: Token) -> tuple[int, int]:
    """The words of a clause, from its subject on, cut to a readable length."""
    first, last = phrase(a, token.i, frozenset({"advcl", "mark", "conj", "cc"}))
    if token.i - first > LONGEST // 2:
        first = max(first, token.i - 6)
    last = with_relative(a, token.i, last)
    return first, within_quotes(a, token.i, min(last, max(first + LONGEST, token.i + 1)))
