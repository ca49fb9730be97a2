"""Attributions by "according to" and its like."""

from __future__ import annotations

from parley.extract.attributions.aside import content_start
from parley.extract.attributions.draft import Draft, Phrase, Run
from parley.extract.attributions.frame import ENDS, Frame, is_mark
from parley.extract.attributions.phrases import can_speak, phrase_after
from parley.lexicon import cues

OWNER = 8  # words of whoever owns the account
OWN_VOICE = frozenset({"my", "our", "your", "its"})


def preposition_drafts(f: Frame) -> list[Draft]:
    """One draft for each "according to SOURCE"."""
    out = []
    starts = {p.split()[0] for p in cues.words("prepositions")}
    owned = {p.split()[0] for p in cues.words("owned")}
    for t in f.a.tokens:
        if t.text.lower() in starts and not f.spoken(t.i) and (last := _preposition(f, t.i)):
            draft = read_preposition(f, t.i, last)
            if draft:
                out.append(draft)
        elif t.text.lower() in owned and not f.spoken(t.i) and (draft := read_owned(f, t.i)):
            out.append(draft)
    return out


def read_owned(f: Frame, i: int) -> Draft | None:
    """The attribution of "in the envoy's words", "by her own account": whoever owns them is the source."""
    if i and f.a.tokens[i - 1].xpos == "VBN":
        return None  # "paid by the ministry's account"
    k = next((k for k in range(i + 1, min(i + OWNER, f.bounds(i)[1] - 1)) if not _leads_up(f, k)), i)
    t = f.a.tokens[k]
    noun = k + 1 + (f.low(k + 1) == "own")
    if f"{f.low(i)} {f.low(noun)}" not in cues.words("owned"):
        return None
    if t.xpos == "POS" and can_speak(f, k - 1):
        source = Phrase(k - 1, i + 1, k)
    elif t.xpos == "PRP$" and k == i + 1 and t.text.lower() not in OWN_VOICE:
        source = Phrase(k, k, k + 1)
    else:
        return None
    content = _content(f, i, noun + 1)
    return Draft("according to", i, (i, noun + 1), (source,), content) if content else None


def _leads_up(f: Frame, k: int) -> bool:
    return f.a.tokens[k].upos in {"DET", "ADJ", "NOUN", "PROPN"} and f.a.tokens[k].xpos != "PRP$"


def _preposition(f: Frame, i: int) -> int:
    """The end of the preposition that begins at a token, 0 where none does."""
    for entry in cues.words("prepositions"):
        parts = entry.split()
        if [f.low(i + k) for k in range(len(parts))] == parts and i + len(parts) < f.bounds(i)[1]:
            return i + len(parts)
    return 0


def read_preposition(f: Frame, i: int, last: int) -> Draft | None:
    """The attribution of one preposition: its noun phrase is the source, the clause around it the content."""
    source = phrase_after(f, last)
    if source is None or f.low(last) in {"which", "whom", "how", "what"} or _measure(f, source):
        return None
    content = _content(f, i, max(source.last, last + 1))
    return Draft("according to", i, (i, last), (source,), content) if content else None


def _measure(f: Frame, source: Phrase) -> bool:
    """Whether it is a yardstick and no source: a bare noun that cannot speak ("ranked according to size")."""
    bare = source.last - source.first == 1 and f.a.tokens[source.head].xpos == "NN"
    return bare and not can_speak(f, source.head)


def _content(f: Frame, i: int, end: int) -> tuple[Run, ...]:
    lo, _hi = f.bounds(i)
    body = f.body_end(i)
    before = i - 1
    comma = f.text(before) == ","
    left_end = before if comma or is_mark(f.a.tokens[max(before, 0)]) else i
    words_before = [k for k in range(lo, i) if f.a.tokens[k].upos not in {"PUNCT", "CCONJ", "ADV"}]
    if len(words_before) < 2 or (comma and f.a.tokens[before - 1].upos in {"CCONJ", "SCONJ"}):
        return _after(f, end, body)
    quote = f.quote_at(before - 1 if not comma else before - 2) if before > 1 else None
    if quote and quote.last >= left_end - 1 and quote.last <= i:
        start = quote.first if f.text(quote.first - 2) in ENDS or quote.first - 1 <= lo else _clause_start(f, i, lo)
        return ((min(start, quote.first), quote.last),)
    start = _clause_start(f, i, lo)
    left = (start, left_end)
    if left_end <= start:
        return _after(f, end, body)
    rest = _rest(f, end, body)
    return (left, *rest)


def _rest(f: Frame, end: int, body: int) -> tuple[Run, ...]:
    """What goes on after ", according to X," where the sentence is not over."""
    if f.text(end) != "," or end + 2 >= body or f.a.tokens[end + 1].upos in {"CCONJ", "SCONJ", "PRON"}:
        return ()
    return ((end + 1, body),) if f.a.tokens[end + 1].xpos not in {"VBG", "WDT", "WP"} else ()


def _after(f: Frame, end: int, body: int) -> tuple[Run, ...]:
    comma = next((k for k in range(end, min(body, end + 14)) if f.text(k) == ","), None)
    if comma is not None and f.low(comma + 1) == "as" and f.a.tokens[comma + 2].xpos == "VBN":
        comma = next((k for k in range(comma + 1, min(body, comma + 10)) if f.text(k) == ","), comma)
    start = end if comma is None else comma + 1
    if (
        is_mark(f.a.tokens[min(start, len(f.a.tokens) - 1)])
        and (quote := f.quote_at(start + 1))
        and quote.last >= body - 2
    ):
        return ((quote.first, quote.last),)
    return ((start, body),) if start < body else ()


def _clause_start(f: Frame, i: int, lo: int) -> int:
    """The start of the clause that the phrase closes: after "and"/"but" with a clause of its own, or a semicolon."""
    start = lo
    for k in range(lo, i):
        if f.text(k) == ";" and k + 3 < i:
            start = k + 1
    return min(content_start(f, start), i)
