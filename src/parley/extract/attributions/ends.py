"""Where a content ends, and what is a verb of saying."""

from __future__ import annotations

from parley.extract.attributions.frame import Frame, is_mark
from parley.lexicon import cues
from parley.model.analysis import Token

FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})


def clause_end(f: Frame, i: int, start: int) -> int:
    """The end of a content: before the next verb of the cue's own clause, else the end of the sentence."""
    end = min(f.body_end(i), _aside_end(f, i, start), _more_said(f, i, start))
    for child in f.a.children(i, "advcl", "conj", "parataxis"):
        if child.i <= start + 1 or not _ends_content(f, i, child):
            continue
        cut = min(k for k in f.a.subtree(child.i) if k > start) if child.rel == "parataxis" else child.i
        while cut - 1 > start and _belongs_left(f, cut - 1):
            cut -= 1
        end = min(end, cut)
    return max(end, start + 1)


def _aside_end(f: Frame, i: int, start: int) -> int:
    """Where a cue's relative clause closes: the comma before the verb that its noun is the subject of.

    Of "The minister, who said the talks were over, left" the content ends at "over".
    """
    t = f.a.tokens[i]
    noun = f.a.tokens[t.head] if t.deprel == "acl:relcl" and 0 <= t.head < i else None
    while noun is not None and 0 <= noun.head < noun.i:
        noun = f.a.tokens[noun.head]
    main = f.a.tokens[noun.head] if noun is not None and noun.head > start else None
    if main is None or not f.same_stretch(main.i, i):
        return len(f.a.tokens)
    first = min((c.i for c in f.a.children(main.i, "aux", "aux:pass", "cop", "advmod") if c.i > start), default=main.i)
    commas = (k for k in range(first - 1, start, -1) if f.text(k) == "," and not f.spoken(k))
    return next(commas, len(f.a.tokens))


def _more_said(f: Frame, i: int, start: int) -> int:
    """Where the same speaker goes on (", adding that", "but adding that", ", further saying")."""
    for k in range(max(i, start) + 1, f.body_end(i)):
        if goes_on(f, k):
            while k - 1 > start and _belongs_left(f, k - 1):
                k -= 1
            return k
    return len(f.a.tokens)


def goes_on(f: Frame, k: int) -> bool:
    """Whether a participle goes on with somebody's words: "adding", "further saying"."""
    t = f.a.tokens[k]
    if t.xpos != "VBG" or f.spoken(k) or (lemma := lemma_of_cue(t)) is None:
        return False
    more = f.low(k - 1) in cues.words("more")
    before = k - 1 - more
    behind = f.low(before - is_mark(f.a.tokens[before])) in {",", "but", "and"}
    return behind and (more or lemma in cues.words("going_on"))


def _ends_content(f: Frame, i: int, child: Token) -> bool:
    """Whether a dependant of the cue begins something new: ", adding", "and warned", ", the radio reported"."""
    if child.rel == "conj":
        same = child.xpos == f.a.tokens[i].xpos or child.xpos in FINITE
        return child.upos == "VERB" and same and not f.a.children(child.i, "nsubj")
    if child.rel == "advcl":
        return child.xpos == "VBG" and f.text(child.i - 1) in {",", "and", "but"}
    return lemma_of_cue(child) is not None


def _belongs_left(f: Frame, k: int) -> bool:
    return f.text(k) == "," or f.a.tokens[k].upos in {"CCONJ", "AUX", "ADV", "PART"}


def lemma_of_cue(t: Token) -> str | None:
    """The lemma of a verb of saying, also where the tagger missed it; None for other words."""
    lemma = t.lemma.lower()
    known = cues.first_words()
    return lemma if lemma in known else cues.forms().get(t.text.lower())
