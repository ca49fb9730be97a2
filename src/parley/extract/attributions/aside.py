"""What is said around its cue: "the talks are off, he said", "as an envoy explained"."""

from __future__ import annotations

from parley.extract.attributions.draft import Run
from parley.extract.attributions.ends import lemma_of_cue
from parley.extract.attributions.frame import DASHES, ENDS, Frame, is_mark
from parley.extract.quotes import Quote
from parley.lexicon import cues

LONG = 25  # words of a quotation that is content by itself, whatever stands before it
DATELINE = 14  # words within which the dash of a dateline must come


def quote_before(f: Frame, lo: int) -> Quote | None:
    """The quotation that ends right before token ``lo`` and has not ended its sentence."""
    k = lo - 1
    comma = f.text(k) in {","} | DASHES
    k -= comma
    if k < 1 or not is_mark(f.a.tokens[k]):
        return None
    quote = f.quote_at(k - 1)
    if quote is None or quote.last != k:
        return None
    ending = f.text(k - 1)
    if comma or ending == "," or f.same_stretch(k, lo):
        return quote if ending != "." or comma or f.text(lo)[:1].islower() else None
    return quote if ending in {"?", "!", "…", "..."} and f.text(lo)[:1].islower() else None


def around(f: Frame, i: int, lo_cue: int, hi_cue: int) -> tuple[Run, ...]:
    """The content of a cue that stands as an aside: the words before its comma, and after a second comma the rest.

    ``lo_cue`` and ``hi_cue`` are the ends of cue and source together (and of "as" before them).
    """
    lo, hi = f.bounds(i)
    quote = quote_before(f, lo_cue)
    if quote is not None:
        left: Run | None = _quoted_left(f, quote)
    else:
        k = lo_cue - 1
        if k < lo or f.text(k) not in {","} | DASHES | ENDS:
            return ()
        left = _plain_left(f, lo, k)
    rest = _second_part(f, i, hi_cue, hi, direct=False) if left is None and quote is None else ()
    if left is None and rest and f.a.tokens[rest[0][0]].xpos in {"VBD", "VBZ", "VBP", "MD"}:
        return (content_start(f, lo), lo_cue - 1), *rest  # "The vote, he said, comes too late"
    if left is None:
        return ()
    direct = quote is not None and left == (quote.first, quote.last)
    return (left, *_second_part(f, i, hi_cue, hi, direct=direct))


def _quoted_left(f: Frame, quote: Quote) -> Run:
    """A quotation before its cue: alone, or with the words before it ("the gap is "large", he said")."""
    lo = content_start(f, f.bounds(quote.first)[0])
    before = [k for k in range(lo, quote.first - 1) if f.a.tokens[k].upos != "PUNCT"]
    if not before or f.text(quote.first - 2) in ENDS | {":"} or quote.last - quote.first > LONG:
        return quote.first, quote.last
    if any(lemma_of_cue(t) and t.upos == "VERB" for t in f.a.tokens[max(lo, quote.first - 5) : quote.first]):
        return quote.first, quote.last
    return before[0], quote.last


def content_start(f: Frame, lo: int) -> int:
    """The first word of a sentence's message: behind a dateline, a dash, "but"."""
    lo = after_dateline(f, lo)
    while lo < len(f.a.tokens) - 1 and (f.a.tokens[lo].upos == "PUNCT" or f.low(lo) in {"but", "and", "however"}):
        lo += 1
    return lo


def after_dateline(f: Frame, lo: int) -> int:
    """Behind "OSLO, 3 May (ABC) -" at the start of a paragraph."""
    if lo and f.paragraph[lo - 1] == f.paragraph[lo]:
        return lo
    if not (len(f.text(lo)) > 2 and f.text(lo).isupper()):
        return lo
    for k in range(lo + 1, min(lo + DATELINE, len(f.a.tokens))):
        if f.text(k) in DASHES - {"-"} | {":"} or (f.text(k) == "-" and f.a.text[f.a.tokens[k].start - 1].isspace()):
            return k + 1
        if f.a.tokens[k].upos in {"VERB", "AUX", "PRON"}:
            return lo
    return lo


def _plain_left(f: Frame, lo: int, end: int) -> Run | None:
    lo = content_start(f, lo)
    has_verb = any(t.upos in {"VERB", "AUX"} for t in f.a.tokens[lo:end])
    if f.a.tokens[lo].upos in {"ADP", "SCONJ"} and not any(
        t.xpos in {"VBD", "VBZ", "VBP", "MD"} for t in f.a.tokens[lo:end]
    ):
        return None  # "In the May treaty, Norland says"
    return (lo, end) if end - lo >= 2 and (has_verb or f.in_headline(lo) or end - lo >= 4) else None


def _second_part(f: Frame, i: int, hi_cue: int, hi: int, *, direct: bool) -> tuple[Run, ...]:
    """What follows ", he said," in the same sentence."""
    comma = next((k for k in range(hi_cue, min(hi, hi_cue + 8)) if f.text(k) in {",", ":"}), None)
    if comma is None or comma + 2 >= hi:
        return ()
    if is_mark(f.a.tokens[comma + 1]) and (quote := f.quote_at(comma + 2)):
        goes_on = direct or f.text(quote.first)[:1].islower()
        return ((quote.first, quote.last),) if goes_on else ()
    t = f.a.tokens[comma + 1]
    if direct or t.xpos in {"VBG", "WDT", "WP", "IN", "VBN"} or t.upos in {"CCONJ", "SCONJ", "ADP", "DET"}:
        return ()
    body = f.body_end(i)
    return ((comma + 1, body),) if body > comma + 1 else ()


def main_clause_after(f: Frame, i: int) -> tuple[Run, ...]:
    """For "As the agency reported, citing …, S": the main clause S after the comma."""
    hi = f.body_end(i)
    commas = [k for k in range(i, hi) if f.text(k) == ","]
    if not commas:
        return ()
    head, start = f.a.tokens[i].head, hi
    if head > i and f.same_stretch(head, i):
        inside = set(f.a.subtree(i))
        own = (k for k in f.a.subtree(head) if k > i and k not in inside and f.a.tokens[k].upos != "PUNCT")
        start = min(own, default=hi)
    if start <= commas[0] or start >= hi or (f.text(start - 1) not in {","} and not is_mark(f.a.tokens[start - 1])):
        start = commas[0] + 1
    if f.a.tokens[start].xpos == "VBG" and f.a.tokens[start].lemma.lower() in cues.words("citing"):
        later = [k for k in commas if k > start]
        start = later[0] + 1 if later else hi
    if start < hi and is_mark(f.a.tokens[start]) and (quote := f.quote_at(start + 1)):
        return ((quote.first, quote.last),)
    return ((start, hi),) if start < hi else ()
