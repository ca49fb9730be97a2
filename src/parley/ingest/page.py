"""HTML pages: the article without its furniture, and what the page says of itself."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any

from parley.errors import InputError
from parley.ingest.cards import is_list, leading_away
from parley.ingest.clutter import find_clutter
from parley.ingest.decode import declared_in, decode
from parley.ingest.headline import fold
from parley.ingest.metadata import About, about
from parley.ingest.outcome import NO_ARTICLE, Failed, Skipped
from parley.ingest.paragraphs import captions, paragraphs, prose
from parley.ingest.prune import prune
from parley.ingest.raw import Raw
from parley.ingest.stream import Stream

XML = re.compile(r"^\s*<\?xml[^>]{0,200}\?>")
PAID = "the page says that not all of it is free: the rest may be missing"
SHORTEST = 12  # letters of a paragraph that is known again
FEWEST = 10  # words in sentences: less is no article


def read_page(
    stream: Stream, source: str, *, url: str | None = None, charset: str | None = None
) -> Iterator[Raw | Skipped | Failed]:
    """The one article of a page; ``url`` and ``charset`` are what its server said."""
    try:
        data = stream.whole()
        decoded = decode(data, charset or declared_in(data))
    except InputError as error:
        yield Failed.of(source, error)
        return
    tree = parse(decoded.text)
    known = about(tree) if tree is not None else About()
    found, why = _article(tree, known) if tree is not None else ([], "")
    if not found:
        yield Skipped(source, NO_ARTICLE + why)
        return
    yield Raw(
        source,
        "\n\n".join(found),
        url=url or known.url,
        title=known.title,
        outlet=known.outlet,
        published=known.published,
        warnings=(*decoded.warnings, *((PAID,) if known.paid else ())),
    )


def parse(html: str) -> Any:
    """The tree of a page, None where there is not one element in it."""
    from lxml import etree
    from lxml.html import HTMLParser, document_fromstring

    try:
        return document_fromstring(XML.sub("", html).replace("\0", ""), parser=HTMLParser(remove_comments=True))
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return None


def _article(tree: Any, known: About) -> tuple[list[str], str]:
    """The paragraphs of the article, by the best way that finds one, or why there are none.

    The ways are trafilatura, our own, the page's JSON-LD. Lines that are links and cards of other
    articles are left out; where those are most of the page, it is a list of articles.
    """
    pictures = {fold(c) for c in captions(tree)}
    titles = (known.title, *(e.text_content() for e in tree.xpath("//head/title")))
    prune(tree)
    away = leading_away(tree, titles, known.url)
    ways: tuple[Callable[[], list[str]], ...] = (
        lambda: _extracted(tree),
        lambda: paragraphs(tree),
        lambda: (known.body or "").split("\n"),
    )
    why, spare = "", list[str]()
    for way in ways:
        lines = [line for p in way() if (line := " ".join(p.split())) and fold(line) not in pictures]
        found = [line for line in lines if fold(line) not in away]
        if is_list(lines, away):
            why = ": a list of articles; give the address of one"
        elif sum(len(p.split()) for p in found if prose(p) and not find_clutter(p)) < FEWEST:
            continue
        elif _merged(found, tree, known.body or ""):
            spare = spare or found
        else:
            return found, ""
    return spare, why


def _merged(lines: list[str], tree: Any, body: str) -> bool:
    """Whether a line holds several paragraphs of the page, as what trafilatura makes of a short page does."""
    blocks = {fold(e.text_content()) for e in tree.iter("p", "h1", "h2", "h3", "figcaption")}
    blocks |= {fold(line) for line in body.split("\n")}
    long = [b for b in blocks if len(b) >= SHORTEST]
    folded = [f for line in lines if (f := fold(line)) not in blocks]
    return any(sum(b in line for b in long) > 1 for line in folded)


def _extracted(tree: Any) -> list[str]:
    """The paragraphs that trafilatura finds; none where it is not whole (an optional part of it may be missing)."""
    try:
        from trafilatura import bare_extraction
    except ImportError:
        return []
    from lxml import etree

    html: str = etree.tostring(tree, encoding="unicode", method="html")
    found = bare_extraction(html, include_comments=False, include_tables=False, deduplicate=False)
    body = getattr(found, "body", None)
    if body is None:
        return []
    blocks = body.xpath(".//p | .//head | .//item | .//quote[not(.//p)] | .//lb/..")
    inner = {e for b in blocks for e in b.iterdescendants()}
    return [line for b in blocks if b not in inner for line in _lines(b)]


def _lines(block: Any) -> list[str]:
    """The words of an element, a line for each of its line breaks."""
    from lxml import etree

    for br in block.iter("lb"):
        br.tail = "\n" + (br.tail or "")
    text: str = etree.tostring(block, method="text", encoding="unicode", with_tail=False)
    return text.split("\n")
