"""What on a page leads to other articles: lines that are links, and the cards of a list of articles."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from parley.ingest.headline import fold
from parley.ingest.paragraphs import prose

HEADINGS = "self::h2 or self::h3 or self::h4 or self::h5"
ANY_HEADING = f"self::h1 or {HEADINGS}"
FEWEST = 3  # words of a link that is a title
LONGEST = 90  # words of a card
MANY = 3  # sentences of a list
NAMED = 8  # letters of a heading that names its page


def links(tree: Any) -> set[str]:
    """The words of links that are a title or a sentence, folded: a line that holds nothing else leads away."""
    words = (a.text_content() for a in tree.iter("a") if a.get("href"))
    return {fold(w) for w in words if len(w.split()) >= FEWEST}


def teasers(tree: Any, titles: Iterable[str | None]) -> set[str]:
    """Paragraphs of cards, folded: the heading above each is a link to the article that it speaks of.

    A heading that ``titles`` of the page hold is its own, even where it is a link to itself.
    """
    own = [fold(t) for t in titles if t]
    found = set()
    for p in tree.iter("p"):
        heading = _heading(p)
        if heading is not None and _is_link(heading):
            name = fold(heading.text_content())
            if not any(len(name) >= NAMED and (name in t or t in name) for t in own if t):
                found.add(fold(p.text_content()))
    return found


def is_list(paragraphs: list[str], away: set[str]) -> bool:
    """Whether most sentences of a page stand on cards: a front page, not an article."""
    told = [p for p in paragraphs if prose(p)]
    return len(told) >= MANY and sum(fold(p) in away for p in told) * 2 > len(told)


def _heading(element: Any) -> Any:
    """The heading of the card that ``element`` stands on: of the nearest element around it that has any.

    None where that is too long for a card, or where its heading belongs to something inside it.
    """
    for around in element.iterancestors():
        found = around.xpath(f".//*[{ANY_HEADING}]")
        if found:
            top = next(e for e in (found[0], *found[0].iterancestors()) if e.getparent() is around)
            small = len(around.text_content().split()) <= LONGEST
            return found[0] if small and top.find(".//p") is None else None
    return None


def _is_link(heading: Any) -> bool:
    if heading.tag == "h1":
        return False
    words = fold(heading.text_content())
    inside = [*heading.iter("a"), *heading.iterancestors("a")]
    return bool(words) and any(a.get("href") and words in fold(a.text_content()) for a in inside)
