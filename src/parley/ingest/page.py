"""HTML pages: the article without its furniture, and what the page says of itself."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any

from parley.errors import InputError
from parley.ingest.decode import declared_in, decode
from parley.ingest.headline import fold, without_site
from parley.ingest.metadata import About, about
from parley.ingest.outcome import NO_ARTICLE, Failed, Skipped
from parley.ingest.paragraphs import captions, paragraphs, prose
from parley.ingest.raw import Raw
from parley.ingest.stream import Stream

XML = re.compile(r"^\s*<\?xml[^>]{0,200}\?>")
FEWEST = 20  # words in sentences: less is no article


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
    found = _article(decoded.text, tree, known) if tree is not None else []
    if not found:
        yield Skipped(source, NO_ARTICLE)
        return
    yield Raw(
        source,
        "\n\n".join(found),
        url=url or known.url,
        title=without_site(known.title, known.outlet) if known.title else None,
        outlet=known.outlet,
        published=known.published,
        warnings=decoded.warnings,
    )


def parse(html: str) -> Any:
    """The tree of a page, None where there is not one element in it."""
    from lxml import etree
    from lxml.html import HTMLParser, document_fromstring

    try:
        return document_fromstring(XML.sub("", html).replace("\0", ""), parser=HTMLParser(remove_comments=True))
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return None


def _article(html: str, tree: Any, known: About) -> list[str]:
    """The paragraphs of the article, by the best way that finds one: trafilatura, our own, the page's JSON-LD."""
    pictures = {fold(c) for c in captions(tree)}
    ways: tuple[Callable[[], list[str]], ...] = (
        lambda: _extracted(html),
        lambda: paragraphs(tree),
        lambda: (known.body or "").split("\n"),
    )
    for way in ways:
        found = [line for p in way() if (line := " ".join(p.split())) and fold(line) not in pictures]
        if sum(len(p.split()) for p in found if prose(p)) >= FEWEST:
            return found
    return []


def _extracted(html: str) -> list[str]:
    """The paragraphs that trafilatura finds; none where it is not whole (an optional part of it may be missing)."""
    try:
        from trafilatura import bare_extraction
    except ImportError:
        return []
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
