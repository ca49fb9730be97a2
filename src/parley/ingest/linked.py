"""What a page says of itself in JSON-LD."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from html import unescape
from typing import Any

ARTICLE = re.compile(r"(?:.*Article|BlogPosting|LiveBlogPosting|Report|.*PressRelease)$")
WRAPPED = re.compile(r"^\s*(?:<!--|/\*<!\[CDATA\[\*/|<!\[CDATA\[)|(?:-->|/\*\]\]>\*/|\]\]>)\s*$")
DEEPEST = 20


def article_data(tree: Any) -> dict[str, Any]:
    """The first article among the page's JSON-LD objects, or nothing."""
    for one in all_data(tree):
        kinds = one.get("@type")
        if any(isinstance(k, str) and ARTICLE.match(k) for k in (kinds if isinstance(kinds, list) else [kinds])):
            return one
    return {}


def all_data(tree: Any) -> Iterator[dict[str, Any]]:
    """Every object of the page's JSON-LD; scripts that are broken are passed over."""
    for script in tree.xpath("//script[@type='application/ld+json']"):
        try:
            value = json.loads(WRAPPED.sub("", script.text_content()), strict=False)
        except (ValueError, RecursionError):
            continue
        yield from _objects(value)


def _objects(value: Any, depth: int = 0) -> Iterator[dict[str, Any]]:
    """All objects of a JSON value, outer ones first."""
    if depth > DEEPEST:
        return
    if isinstance(value, dict):
        yield value
    for inner in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        if isinstance(inner, dict | list):
            yield from _objects(inner, depth + 1)


def name_of(value: Any) -> str | None:
    """The name of an organisation, however JSON-LD wraps it."""
    if isinstance(value, list):
        value = value[0] if value else None
    return text_of(value.get("name") if isinstance(value, dict) else value)


def text_of(value: Any) -> str | None:
    """A value as words, the first of several; None where it is none."""
    if isinstance(value, list) and value:
        value = value[0]
    return unescape(value).strip() or None if isinstance(value, str) else None
