"""The wording of the account: titles, dates, sources, doubts. Plain strings, no layout."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from parley.model.attribution import Attribution
from parley.model.encounter import Claim, Encounter, Party
from parley.views.phrases import AUTHOR, CERTAINTIES, HIDDEN, STANCES
from parley.views.told import named, one_line, where

MANY = 5


def status_word(status: str) -> str:
    """A state as people write it: ``on_hold`` → "on hold"."""
    return status.replace("_", " ")


def shorten(text: str, width: int, ellipsis: str) -> str:
    """The words on one line, cut at a word so that at most ``width`` characters remain, ellipsis included."""
    line = one_line(text)
    if len(line) <= width:
        return line
    cut = line[: max(1, width - len(ellipsis))]
    head, space, _ = cut.rpartition(" ")
    return (head if space and len(head) > width // 2 else cut).rstrip(" ,;:") + ellipsis


def squeeze(text: str, width: int, ellipsis: str) -> str:
    """The words on one line; of too many the beginning and the end remain, where the verb of a report often stands."""
    line = one_line(text)
    if len(line) <= width:
        return line
    room = width - len(ellipsis) - 2
    head = line[: room * 2 // 5 + 1].rpartition(" ")[0]
    tail = line[len(line) - room + len(head) - 1 :].partition(" ")[2]
    if not head or not tail:
        return shorten(line, width, ellipsis)
    return f"{head.rstrip(' ,;:–—-')} {ellipsis} {tail}"


def chain(attribution: Attribution | None, actors: Mapping[str, str], arrow: str) -> str:
    """Who says so, from the source nearest the words outwards; the article itself where nobody is quoted."""
    if attribution is None:
        return AUTHOR
    return arrow.join(named(s.text, actors.get(s.actor or "")) for s in attribution.chain) or HIDDEN


def stance(claim: Claim) -> list[str]:
    """What the source does with the encounter, where it does more than speak of it."""
    return [STANCES[claim.stance]] if claim.stance in STANCES else []


def doubts(claim: Claim) -> list[str]:
    """What limits the claim or the weight that the reader gives it."""
    notes = [CERTAINTIES[claim.certainty]] if claim.certainty in CERTAINTIES else ["hedged"] if claim.hedged else []
    if claim.headline:
        notes.append("in the headline")
    if claim.earlier:
        notes.append("how it stood earlier")
    if claim.weak:
        notes.append("a side remark")
    return notes


def dates(claim: Claim, dash: str, known: str = "") -> list[str]:
    """For when, unless that is ``known``, and when it was said, as far as the claim tells."""
    notes = []
    if claim.when:
        day = interval(claim.when.earliest, claim.when.latest, dash) or one_line(claim.when.text)
        notes += [f"for {day}"] if day != known else []
    if claim.said:
        notes.append(f"said {interval(claim.said, claim.said, dash)}")
    return notes


def party(p: Party) -> str:
    """A party, with a note where it stays away."""
    return f"{one_line(p.name)} (stays away)" if p.attends is False else one_line(p.name)


def parties(encounter: Encounter, dash: str) -> str:
    """All parties, or the first few and how many more."""
    names = [party(p) for p in encounter.parties]
    more = len(names) - MANY
    if more > 1:
        names[MANY:] = [f"{more} more"]
    return f" {dash} ".join(names) or "parties not told"


def name(encounter: Encounter, dot: str, dash: str) -> str:
    """Kind and parties."""
    return f"{encounter.kind.capitalize()}{dot}{parties(encounter, dash)}"


def title(encounter: Encounter, dot: str, dash: str) -> str:
    """One line that tells an encounter from others: kind, parties, place, time."""
    bits = [name(encounter, dot, dash), place(encounter), day(encounter, dash)]
    return dot.join(b for b in bits if b)


def place(encounter: Encounter) -> str:
    """Where, without the capitals of a dateline; empty where the text does not tell."""
    return where(encounter.place.name if encounter.place else "", [p.name for p in encounter.parties])


def day(encounter: Encounter, dash: str) -> str:
    """When, as a date where it is known, else in the words of the text; empty where it does not tell."""
    if encounter.when is None:
        return ""
    return interval(encounter.when.earliest, encounter.when.latest, dash) or one_line(encounter.when.text)


def own_words(encounter: Encounter, dash: str) -> str:
    """The words behind the date, where they say it otherwise ("last week"); empty where they do not."""
    words = one_line(encounter.when.text) if encounter.when else ""
    bare = words.removeprefix("on ").removeprefix("the ")
    return "" if bare.casefold() in day(encounter, dash).casefold() else words


def interval(earliest: str | None, latest: str | None, dash: str) -> str:
    """Both ends as one date or range: "24 March 2026", "9–15 March 2026"; empty where nothing is known."""
    first, last = _day(earliest), _day(latest)
    if first and last and first != last:
        if (first.year, first.month) == (last.year, last.month):
            return f"{first.day}{dash}{_written(last)}"
        start = f"{first.day} {first:%B}" if first.year == last.year else _written(first)
        return f"{start} {dash} {_written(last)}"
    if first and last:
        return _written(first)
    if first:
        return f"from {_written(first)}"
    return f"until {_written(last)}" if last else ""


def _day(iso: str | None) -> date | None:
    try:
        return date.fromisoformat(iso[:10]) if iso else None
    except ValueError:
        return None


def _written(day: date) -> str:
    return f"{day.day} {day:%B} {day.year}"


def counted(number: int, word: str) -> str:
    """A number with its noun: "1 claim", "3 claims"."""
    return f"{number} {word}{'' if number == 1 else 's'}"
