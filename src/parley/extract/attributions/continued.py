"""Quotations that no cue stands beside: a second quotation, the next paragraph, the words between two quotations."""

from __future__ import annotations

import itertools

from parley.extract.attributions.draft import Draft, Phrase, Run
from parley.extract.attributions.frame import ENDS, MARKS, SHORT, Frame
from parley.extract.attributions.phrases import can_speak, phrase
from parley.extract.quotes import Quote
from parley.lexicon import cues

PARAGRAPHS = 1  # how far back the last speaker is looked for


def continued_drafts(f: Frame, drafts: list[Draft]) -> list[Draft]:
    """Drafts for full-sentence quotations without a cue, given those with one (in text order)."""
    out: list[Draft] = []
    taken = [False] * len(f.a.tokens)
    for d in drafts:
        for first, last in d.content:
            taken[first:last] = [True] * (last - first)
    said = {_words(f, q) for q in f.quotes if taken[q.first]}
    speaker = _Speakers(f, drafts)
    going: Phrase | None = None
    for k, quote in enumerate(f.quotes):
        if taken[quote.first] or not stands_alone(f, quote) or f.in_headline(quote.first):
            continue
        if _words(f, quote) in said and _own_paragraph(f, quote):
            continue  # a display quotation, lifted from the text below it
        source = speaker.of(quote, f.quotes[k + 1] if k + 1 < len(f.quotes) else None)
        if source is None and k and _runs_on(f, f.quotes[k - 1], quote):
            source = going
        going = source
        if source is not None:
            out.append(Draft("quotation without cue", quote.first, None, (source,), ((quote.first, quote.last),)))
    return out


def _runs_on(f: Frame, before: Quote, quote: Quote) -> bool:
    """Whether a quotation goes on from the paragraph before, where no mark closed it."""
    return before.open_end and f.paragraph[quote.first] == f.paragraph[before.first] + 1


def stands_alone(f: Frame, quote: Quote) -> bool:
    """Whether a quotation is a sentence or more of its own, not some words within another sentence."""
    if quote.last - quote.first <= SHORT:
        return False
    lo, _ = f.bounds(quote.first)
    before = quote.first - 2
    if f.text(before) in {",", ":"} and f.text(quote.first)[:1].isupper() and quote.last - quote.first > 2 * SHORT:
        return True  # a sentence of its own, led in by words that are no verb of saying
    begins = (
        quote.first - 1 <= lo
        or f.text(before) in ENDS | MARKS | {":"}
        or f.paragraph[before] != f.paragraph[quote.first]
    )
    after = quote.last + (0 if quote.open_end else 1)
    ends = (
        after >= len(f.a.tokens)
        or f.paragraph[after] != f.paragraph[quote.first]
        or f.text(quote.last - 1) in ENDS
        or f.text(after) in ENDS
    )
    return begins and ends


def _words(f: Frame, quote: Quote) -> str:
    return " ".join(t.text.lower() for t in f.a.tokens[quote.first : quote.last] if t.text[0].isalnum())


def _own_paragraph(f: Frame, quote: Quote) -> bool:
    own = f.paragraph[quote.first]
    before, after = quote.first - 2, quote.last + 1
    return (before < 0 or f.paragraph[before] != own) and (after >= len(f.a.tokens) or f.paragraph[after] != own)


class _Speakers:
    """Finds whose words a quotation without cue is."""

    def __init__(self, f: Frame, drafts: list[Draft]) -> None:
        self.f = f
        self.by_end = sorted((d for d in drafts if d.sources), key=lambda d: max(d.end, d.at))
        self.by_start = {d.start: d for d in drafts if d.sources}
        self.pos = 0

    def of(self, quote: Quote, following: Quote | None) -> Phrase | None:
        """The source where it goes on in the next paragraph, else the last speaker, else the subject before."""
        f = self.f
        if quote.open_end and following and f.paragraph[following.first] <= f.paragraph[quote.first] + 1:
            later = self.by_start.get(following.first)
            if later:
                return later.sources[0]
        while self.pos < len(self.by_end) and max(self.by_end[self.pos].end, self.by_end[self.pos].at) <= quote.first:
            self.pos += 1
        last = self.by_end[self.pos - 1] if self.pos else None
        subject = _subject_before(f, quote.first)
        own = f.paragraph[quote.first]
        if last is not None and f.paragraph[max(last.end - 1, last.at)] == own:
            between = f.bounds(quote.first - 2)[0] if quote.first > 1 else 0
            newer = (
                subject is not None
                and subject.head > max(last.end, last.at, last.sources[0].head)
                and between > last.at
            )
            return subject if newer and subject is not None and _person(f, subject) else last.sources[0]
        if subject is not None and f.paragraph[subject.head] == own and _person(f, subject):
            return subject
        if last is not None and f.paragraph[max(last.end - 1, last.at)] >= own - PARAGRAPHS:
            return last.sources[0]
        return None


def _subject_before(f: Frame, i: int) -> Phrase | None:
    """The subject of the sentence before a quotation, or of the words that introduce it."""
    k = i - 2
    if k < 0:
        return None
    lo, _ = f.bounds(k)
    for t in f.a.tokens[lo : k + 1]:
        if t.rel == "nsubj" and can_speak(f, t.i) and not f.spoken(t.i):
            return phrase(f, t.i)
    return None


def _person(f: Frame, p: Phrase) -> bool:
    t = f.a.tokens[p.head]
    return (
        f.name_of[p.head] in {"PER", "ORG"}
        or t.text.lower() in {"he", "she", "they"}
        or (t.lemma.lower() in cues.words("unnamed") | cues.words("titles"))
    )


def free_drafts(f: Frame, drafts: list[Draft]) -> list[Draft]:
    """Sentences between two quotations of one speaker that go on with his words ("The date could not move either").

    Only a sentence right before a quotation with a pronoun as its source, right after the same speaker's
    words, whose verb is shifted into the past of reported speech ("could", "would", "had").
    """
    out = []
    ordered = sorted(drafts, key=lambda d: d.start)
    covered = [False] * len(f.a.tokens)
    for d in drafts:
        covered[d.start : max(d.end, d.at + 1)] = [True] * (max(d.end, d.at + 1) - d.start)
    for before, after in itertools.pairwise(ordered):
        run = _between(f, before, after)
        if run and not any(covered[run[0] : run[1]]) and _backshifted(f, run) and _goes_on(f, before, after):
            out.append(Draft("free indirect speech", run[0], None, (before.sources[0],), (run,)))
    return out


def _between(f: Frame, before: Draft, after: Draft) -> Run | None:
    """The one sentence that stands between two attributions."""
    start = f.bounds(max(before.end - 1, before.at))[1]
    if start >= len(f.a.tokens) or start >= after.start:
        return None
    end = f.bounds(start)[1]
    return (start, end) if end in {after.start, after.start - 1} else None


def _backshifted(f: Frame, run: Run) -> bool:
    return any(t.text.lower() in cues.words("backshift") and t.upos == "AUX" for t in f.a.tokens[run[0] : run[1]])


def _goes_on(f: Frame, before: Draft, after: Draft) -> bool:
    if not before.sources or not after.sources or f.quote_at(before.start) is None or f.quote_at(after.start) is None:
        return False
    return f.low(after.sources[0].head) in {"he", "she", "they"} and f.low(after.sources[0].first) == f.low(
        after.sources[0].head
    )
