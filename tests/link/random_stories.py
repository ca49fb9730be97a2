"""Random stories: a few pairs, kinds, days and claims, so that articles often speak of the same encounter."""

from __future__ import annotations

from hypothesis import strategies as st

PARTIES = [
    "Norway+Chile",
    "Ann Berg/NOR/leaders+Luis Rojas/CHL/leaders",
    "Ann Berg+Chile",
    "Norway+Peru",
    "Norway+Chile+Peru",
    "Chile",
    "Per Dahl/NOR/ministers+Eva Soto/CHL/ministers",
]
KINDS = ["meeting", "summit", "talks", "call", "visit"]
CLAIMS = [
    "announced",
    "Norway: scheduled",
    "Chile: postponed",
    "Chile: cancelled",
    "held",
    "Norway: no_plans denies",
    "an official/CHL: on_hold",
    "proposed",
    "Norway: rescheduled",
]
DAYS = st.integers(1, 28).map("2031-05-{:02}".format)


@st.composite
def encounters(draw: st.DrawFn) -> str:
    """One encounter with a claim or two."""
    head = f"{draw(st.sampled_from(KINDS))} {draw(st.sampled_from(PARTIES))}"
    when = draw(st.one_of(st.just(""), DAYS.map(" {}".format)))
    place = draw(st.sampled_from(["", " @Oslo", " @Santiago"]))
    claims = draw(st.lists(st.sampled_from(CLAIMS), min_size=1, max_size=2))
    return " | ".join([f"{head}{when}{place}", *claims])


@st.composite
def one_article(draw: st.DrawFn) -> str:
    """One article with up to three encounters."""
    outlet = draw(st.sampled_from(["Herald", "Post", "Wire#1", "Wire#2"]))
    return f"{draw(DAYS)} {outlet}: {' || '.join(draw(st.lists(encounters(), min_size=1, max_size=3)))}"


stories = st.lists(one_article(), min_size=1, max_size=7, unique_by=lambda t: t.partition(": ")[0])
