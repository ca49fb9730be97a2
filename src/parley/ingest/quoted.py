"""Quotations that a page shows by its layout alone get the marks that readers see: <q>, block quotes, posts."""

from __future__ import annotations

import re
from typing import Any

LONGEST = 150  # words; a longer block is the article itself, or a document
POSTS = re.compile(r"twitter-tweet|bluesky-embed|mastodon-embed|instagram-media|tiktok-embed|fb-post|threads-post")
PICTURES = re.compile(r"\s*(?:pic\.(?:twitter|x)\.com/\w+|https?://t\.co/\w+)")
MARKS = "\"“«„‘'"
SOURCE = "self::cite or self::footer or self::figcaption"
NOTE = re.compile(r"\[(?:\d{1,3}|[a-z]{1,4} ?\d{0,3}|citation needed)\]")


def with_quotes(tree: Any) -> None:
    """Put quotation marks around what a page sets apart as quoted, with the source behind it; marks of notes go.

    A block becomes ``“We will come.” — Rosa Quintana``; of several paragraphs each opens with a mark and the
    last one closes. A block that has its own marks, or is as long as an article, is left as it stands.
    """
    for q in list(tree.iter("q")):
        q.text = "“" + (q.text or "")
        _append(q, "”")
        q.drop_tag()
    for sup in list(tree.iter("sup")):
        if NOTE.fullmatch(sup.text_content().strip()) or sup.find("a") is not None:
            sup.drop_tree()
    for block in list(tree.iter("blockquote")):
        if block.getparent() is not None and next(block.iterancestors("blockquote"), None) is None:
            _quote(block)


def _quote(block: Any) -> None:
    post = POSTS.search(block.get("class") or "") is not None
    source = _source(block, post)
    words = [w for p in _paragraphs(block) if (w := " ".join(PICTURES.sub("", p).split()))]
    if not words or sum(len(w.split()) for w in words) > LONGEST:
        return
    if not words[0].startswith(tuple(MARKS)) and not words[-1].endswith(("”", '"', "»")):
        words = ["“" + w for w in words]
        words[-1] += "”"
    if source:
        words[-1] += f" — {source}"
    _replace(block, words)


def _source(block: Any, post: bool) -> str | None:
    """Who is quoted, taken out of the block: a cite or footer, or of a post what stands behind its dash."""
    for element in block.xpath(f".//*[{SOURCE}]"):
        words = " ".join(element.text_content().split()).lstrip("—–- ")
        element.drop_tree()
        if words:
            return words
    if not post:
        return None
    behind = " ".join("".join(block.xpath("text() | a//text()")).split())
    found = re.search(r"[—–-]\s*(.+)$", behind)
    return found[1] if found else None


def _paragraphs(block: Any) -> list[str]:
    inside = block.xpath(".//p[not(ancestor::footer)]")
    return [p.text_content() for p in inside] or [block.text_content()]


def _replace(block: Any, paragraphs: list[str]) -> None:
    """The block with plain paragraphs inside instead of all that it held."""
    tail = block.tail
    block.clear()
    block.tag, block.tail = "div", tail
    for words in paragraphs:
        p = block.makeelement("p")
        p.text = words
        block.append(p)


def _append(element: Any, words: str) -> None:
    if len(element):
        element[-1].tail = (element[-1].tail or "") + words
    else:
        element.text = (element.text or "") + words
