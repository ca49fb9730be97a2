"""What is on a page and not on the screen, and what stands below its pictures."""

from __future__ import annotations

import re
from typing import Any

from parley.ingest.quoted import with_quotes
from parley.lexicon.store import table

UNSEEN = "self::noscript or self::template or @hidden or contains(translate(@style, ' ', ''), 'display:none')"
LONGEST = 60  # words of a caption
PARTS = re.compile(r"[\s_-]+|(?<=[a-z])(?=[A-Z])")


def prune(tree: Any) -> None:
    """Take out what readers do not see and what stands below pictures; put in the quotation marks that they see."""
    classes = table("languages/en/clutter")["classes"]
    hidden, caption = frozenset(classes["hidden"]), frozenset(classes["caption"])
    for element in tree.xpath(f"//body//*[{UNSEEN}]"):
        _drop(element)
    for element in tree.xpath("//body//*[@class or @id]"):
        names = f"{element.get('class', '')} {element.get('id', '')}"
        parts = {p.lower() for p in PARTS.split(names)}
        short = parts & caption and len(element.text_content().split()) <= LONGEST
        if short or not hidden.isdisjoint(names.lower().split()):
            _drop(element)
    with_quotes(tree)


def _drop(element: Any) -> None:
    if element.getparent() is not None:
        element.drop_tree()
