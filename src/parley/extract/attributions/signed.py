"""A quotation that its paragraph ends by naming the speaker behind a dash: “We will come.” — Rosa Quintana."""

from __future__ import annotations

from dataclasses import replace

from parley.extract.attributions.draft import Draft
from parley.extract.attributions.frame import DASHES, Frame, is_mark
from parley.extract.attributions.phrases import can_speak, phrase_after
from parley.extract.quotes import Quote

LONGEST = 16  # words of a name with its office, its handle and its date


def signed_drafts(f: Frame) -> list[Draft]:
    """One draft for each quotation that is signed so, as block quotes and embedded posts are."""
    return [d for quote in f.quotes if (d := _signed(f, quote))]


def _signed(f: Frame, quote: Quote) -> Draft | None:
    dash = quote.last + 1
    if quote.open_end or not is_mark(f.a.tokens[quote.last]) or f.text(dash) not in DASHES - {"-"}:
        return None
    end = next((k for k in range(dash, len(f.a.tokens)) if f.paragraph[k] != f.paragraph[dash]), len(f.a.tokens))
    begins = quote.first < 2 or f.paragraph[quote.first - 2] != f.paragraph[quote.first]
    if not begins or not 1 < end - dash <= LONGEST:
        return None
    if any(f.a.tokens[k].upos in {"VERB", "AUX"} for k in range(dash + 1, end)):
        return None
    source = phrase_after(f, dash + 1)
    if source is None or not can_speak(f, source.head) or source.last > end:
        return None
    name_end = next((k for k in range(source.head + 1, source.last) if f.text(k)[:1] in {"(", "@"}), source.last)
    source = replace(source, last=name_end)
    return Draft("signed quotation", dash, None, (source,), ((quote.first, quote.last),))
