"""When something was said: the day that stands with the cue ("said on Monday")."""

from __future__ import annotations

from collections.abc import Sequence

from parley.extract.encounters.timing import TimeAt, owner_of
from parley.model.analysis import Analysis
from parley.model.attribution import Attribution


def days_said(a: Analysis, times: Sequence[TimeAt], attributions: Sequence[Attribution]) -> dict[str, str]:
    """The day (ISO) on which each attribution was said, by its id; those of which the text tells no day are left out.

    The day must stand with the cue itself ("said on Monday that …") and outside what was said.
    """
    days = [t for t in times if t.time.earliest and t.time.earliest == t.time.latest]
    owners = {a.tokens[owner_of(a, t)].start: t for t in days}
    out: dict[str, str] = {}
    for x in attributions:
        cue = x.cue
        if cue is None:
            continue
        told = next((t for start, t in owners.items() if cue.start <= start < cue.end), None)
        inside = told is not None and any(s.start <= told.time.start < s.end for s in x.content)
        if told is not None and not inside and told.time.earliest:
            out[x.id] = told.time.earliest
    return out
