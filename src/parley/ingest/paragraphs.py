"""Paragraphs of a page by its plainest marks, for pages from which nothing else gets an article."""

from __future__ import annotations

import re
from typing import Any

FURNITURE = "nav | footer | aside | form | header | figure | script | style | noscript | button | template"
OUTSIDE = " and ".join(f"not(ancestor::{tag.strip()})" for tag in FURNITURE.split("|"))
BLOCKS = "self::p or self::h1 or self::h2 or self::h3 or self::blockquote[not(p)]"
MOST_LINKED = 0.5  # of a paragraph's words; more is a list of links
SENTENCE = re.compile(r"[.!?…][\"'”’»)\]]*(?:\s|$)")
FEWEST = 5  # words of a paragraph with a sentence in it


def paragraphs(tree: Any) -> list[str]:
    """Headings and paragraphs of the article element, else of the whole page, without furniture and lists of links."""
    for root in ("//article", "//main", "//body"):
        found = tree.xpath(f"{root}//*[{BLOCKS}][{OUTSIDE}]")
        out = [text for e in found if (text := _words(e)) and not _linked(e, text)]
        if any(prose(p) for p in out):
            return out
    return []


def captions(tree: Any) -> list[str]:
    """What stands below pictures."""
    return [text for e in tree.xpath("//figcaption") if (text := _words(e))]


def prose(paragraph: str) -> bool:
    """Whether a paragraph holds a sentence, as articles do and menus do not."""
    return SENTENCE.search(paragraph) is not None and len(paragraph.split()) >= FEWEST


def _words(element: Any) -> str:
    return " ".join(element.text_content().split())


def _linked(element: Any, text: str) -> bool:
    inside = sum(len(_words(a)) for a in element.iter("a"))
    return inside > MOST_LINKED * len(text)
