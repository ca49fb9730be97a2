"""Marked-up words as plain text: HTML inside an article line, Markdown in a text file."""

from __future__ import annotations

import re
from typing import Any

from parley.ingest.quoted import with_quotes

TAG = re.compile(
    r"</(?:p|div|span|a|b|i|em|strong|li|ul|ol|h[1-6]|blockquote|figure|td|tr|table|section|article)>|<br ?/?>|<p[ >]",
    re.IGNORECASE,
)
BLOCK = re.compile(
    "p|div|li|ul|ol|h[1-6]|blockquote|table|tr|section|article|header|main|dl|dt|dd|pre|hr|address|center"
)
DROPPED = re.compile(
    "script|style|noscript|template|figure|figcaption|iframe|nav|footer|aside|form|button|svg|select|head"
)
PICTURE = re.compile(r"!\[[^\]\n]*\]\([^)\s]+(?: \"[^\"\n]*\")?\)")
LINK = re.compile(r"\[([^\]\n]+)\]\((?:https?:|/|#|mailto:)[^)\s]*(?: \"[^\"\n]*\")?\)")
STRONG = re.compile(r"(\*\*|__)(?=\S)(.+?)(?<=\S)\1")
EMPHASIS = re.compile(r"(?<![\w*])\*(?=[^\s*])([^*\n]+?)(?<=\S)\*(?![\w*])")
HEADING = re.compile(r"^#{1,6}[ \t]+(.+?)[ \t]*#*$", re.MULTILINE)
QUOTED = re.compile(r"^(?:>[ \t]?)+", re.MULTILINE)


def is_html(text: str) -> bool:
    """Whether a text holds tags of HTML, as feeds and databases store it."""
    return TAG.search(text) is not None


def of_html(text: str) -> str:
    """The words of a piece of HTML, each block a paragraph of its own."""
    from lxml.html import fragment_fromstring

    try:
        tree = fragment_fromstring(text.replace("\0", ""), create_parent="div")
    except (ValueError, TypeError):
        return text
    with_quotes(tree)
    return _words(tree)


def of_markdown(text: str) -> str:
    """The words of Markdown; a text that is none comes back as it is."""
    text = LINK.sub(r"\1", PICTURE.sub("", HEADING.sub(r"\1", text)))
    return QUOTED.sub("", EMPHASIS.sub(r"\1", STRONG.sub(r"\2", text)))


def _words(element: Any) -> str:
    if not isinstance(element.tag, str) or DROPPED.fullmatch(element.tag):
        return ""
    parts = [_flat(element.text)]
    for child in element:
        parts += [_words(child), _flat(child.tail)]
    inside = "".join(parts)
    if element.tag == "br":
        return "\n"
    return f"\n\n{inside}\n\n" if BLOCK.fullmatch(element.tag) else inside


def _flat(text: str | None) -> str:
    """Source line breaks are spaces; those of the text come from its tags."""
    return re.sub(r"\s+", " ", text) if text else ""
