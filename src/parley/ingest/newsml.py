"""NewsML-G2, the XML that agencies send: news items, messages and packages."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from parley.errors import BrokenError, InputError
from parley.ingest.lines import raw_of
from parley.ingest.outcome import NO_ARTICLE, Failed, Skipped
from parley.ingest.raw import Raw
from parley.ingest.stream import Stream

SHAPE = "give a NewsML-G2 file with a newsItem and its text"


def read_newsml(stream: Stream, source: str, **_: Any) -> Iterator[Raw | Skipped | Failed]:
    """The news items of a NewsML-G2 file, messages and packages included."""
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False, recover=False)
    try:
        tree = etree.fromstring(stream.whole(), parser)
    except etree.XMLSyntaxError as error:
        yield Failed.of(source, BrokenError(f"broken XML ({' '.join(str(error).split())[:100]})", hint=SHAPE))
        return
    items = [tree] if _name(tree) == "newsItem" else [e for e in tree.iter() if _name(e) == "newsItem"]
    if not items:
        yield Skipped(source, f"{NO_ARTICLE}: no newsItem in it")
    for number, item in enumerate(items, start=1):
        here = item.get("guid") or (source if len(items) == 1 else f"{source}#{number}")
        try:
            yield raw_of(_fields(item), here, SHAPE)
        except InputError as error:
            yield Failed.of(here, error)


def _name(element: Any) -> str:
    """The name of an element without its namespace."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def _fields(item: Any) -> dict[str, Any]:
    """A newsItem as the fields of an article line."""
    found: dict[str, Any] = {"id": item.get("guid")}
    for element in item.iter():
        name = _name(element)
        if name == "versionCreated":
            found["published"] = (element.text or "").strip()
        elif name == "headline" and "title" not in found:
            found["title"] = _words(element)
        elif name == "language" and element.get("tag"):
            found.setdefault("language", element.get("tag"))
        elif name in {"infoSource", "provider"}:
            found.setdefault("outlet", element.get("literal") or _words(element) or None)
        elif name in {"inlineXML", "inlineData"} and "text" not in found:
            found["text"] = "\n\n".join(_paragraphs(element))
    return found


def _paragraphs(element: Any) -> Iterator[str]:
    """The paragraphs of a text; those of plain data are its blocks."""
    inside = [e for e in element.iter() if _name(e) in {"p", "h1", "h2", "h3", "li", "block"} and not _holds(e)]
    if not inside:
        yield from (part.strip() for part in "".join(element.itertext()).split("\n\n") if part.strip())
    for e in inside:
        if words := _words(e):
            yield words


def _holds(element: Any) -> bool:
    return any(_name(e) in {"p", "li"} for e in element.iter() if e is not element)


def _words(element: Any) -> str:
    return " ".join("".join(element.itertext()).split())
