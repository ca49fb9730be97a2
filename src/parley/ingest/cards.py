"""What on a page leads to other articles: lines that are links, and the cards of a list of articles."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any
from urllib.parse import urlsplit

from parley.ingest.headline import fold
from parley.ingest.paragraphs import prose

HEADINGS = "self::h2 or self::h3 or self::h4 or self::h5"
ANY_HEADING = f"self::h1 or {HEADINGS}"
FEWEST = 3  # words of a link that is a title
LONGEST = 90  # words of a card
MANY = 3  # sentences of a list
NAMED = 8  # letters of a heading that names its page


def leading_away(tree: Any, titles: Iterable[str | None], url: str | None) -> set[str]:
    """Lines of a page that lead to others, folded: links that are a title or a sentence, and the text of cards.

    The heading above a card is a link to the article that it speaks of. A heading that ``titles`` of the
    page hold is its own, even where it is a link to itself; so is a link to a part of the page at ``url``.
    """
    titles = list(titles)
    here = _path(url or "")
    away = {a for a in tree.iter("a") if _leads_away(a.get("href") or "", here)}
    lines = {fold(a.text_content()) for a in away if len(a.text_content().split()) >= FEWEST}
    return {*lines, *_teasers(tree, titles, away)} - {fold(t) for t in titles if t}


def _leads_away(href: str, here: str) -> bool:
    """Whether a link leads to another page; posts of a live blog have links of their own inside it."""
    return bool(href) and not href.startswith(("#", "?")) and (not here or _path(href) != here)


def _path(url: str) -> str:
    return urlsplit(url).path.rstrip("/")


def _teasers(tree: Any, titles: list[str | None], away: set[Any]) -> set[str]:
    own = [fold(t) for t in titles if t]
    found = set()
    for p in tree.iter("p"):
        heading = _heading(p)
        if heading is not None and _is_link(heading, away):
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


def _is_link(heading: Any, away: set[Any]) -> bool:
    if heading.tag == "h1":
        return False
    words = fold(heading.text_content())
    inside = [*heading.iter("a"), *heading.iterancestors("a")]
    return bool(words) and any(a in away and words in fold(a.text_content()) for a in inside)
