"""What a page says of itself in fields: title, outlet, time of publication with its zone, address."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from typing import Any

from parley.ingest import dates

# Names of fields as pages use them, the most telling first.
DATES = (
    "article:published_time",
    "og:article:published_time",
    "og:published_time",
    "datepublished",
    "article.published",
    "parsely-pub-date",
    "publish-date",
    "publishdate",
    "pubdate",
    "publication_date",
    "citation_publication_date",
    "dc.date.issued",
    "dcterms.issued",
    "dcterms.created",
    "dc.date",
    "sailthru.date",
    "date",
)
OUTLETS = ("og:site_name", "application-name", "citation_journal_title", "dc.publisher", "dcterms.publisher")
TITLES = ("og:title", "twitter:title", "dc.title", "citation_title")
ARTICLE = re.compile(r"(?:.*Article|BlogPosting|LiveBlogPosting|Report|.*PressRelease)$")
WRAPPED = re.compile(r"^\s*(?:<!--|/\*<!\[CDATA\[\*/|<!\[CDATA\[)|(?:-->|/\*\]\]>\*/|\]\]>)\s*$")
DEEPEST = 20


@dataclass(frozen=True, slots=True)
class About:
    """What a page says of itself; ``body`` is the article as its JSON-LD repeats it."""

    title: str | None = None
    outlet: str | None = None
    published: str | None = None
    url: str | None = None
    body: str | None = None


def about(tree: Any) -> About:
    """The fields of a page (an lxml tree)."""
    linked = _linked_data(tree)
    metas = _metas(tree)
    return About(
        title=_text(linked.get("headline")) or _heading(tree) or _first(metas, TITLES) or _page_title(tree),
        outlet=_name(linked.get("publisher")) or _first(metas, OUTLETS) or _name(linked.get("sourceOrganization")),
        published=_published([_text(linked.get("datePublished")), *(metas.get(k) for k in DATES), *_times(tree)]),
        url=_address([*tree.xpath("//link[@rel='canonical']/@href"), metas.get("og:url"), _text(linked.get("url"))]),
        body=_text(linked.get("articleBody")),
    )


def _published(candidates: list[str | None]) -> str | None:
    """The first date that is one; another of the same day that tells time or zone completes it."""
    found = [iso for c in candidates if c and (iso := dates.written(c))]
    same_day = [iso for iso in found if iso[:10] == found[0][:10]]
    return max(same_day, key=len, default=None)


def _linked_data(tree: Any) -> dict[str, Any]:
    """The first article among the page's JSON-LD objects, or nothing."""
    for script in tree.xpath("//script[@type='application/ld+json']"):
        try:
            value = json.loads(WRAPPED.sub("", script.text_content()), strict=False)
        except (ValueError, RecursionError):
            continue
        for one in _objects(value):
            kinds = one.get("@type")
            if any(isinstance(k, str) and ARTICLE.match(k) for k in (kinds if isinstance(kinds, list) else [kinds])):
                return one
    return {}


def _objects(value: Any, depth: int = 0) -> Iterator[dict[str, Any]]:
    """All objects of a JSON value, outer ones first."""
    if depth > DEEPEST:
        return
    if isinstance(value, dict):
        yield value
    for inner in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        if isinstance(inner, dict | list):
            yield from _objects(inner, depth + 1)


def _metas(tree: Any) -> dict[str, str]:
    out: dict[str, str] = {}
    for meta in tree.xpath("//meta[@content]"):
        for key in ("property", "name", "itemprop"):
            name = (meta.get(key) or "").strip().lower()
            if name and meta.get("content").strip():
                out.setdefault(name, meta.get("content").strip())
    return out


def _times(tree: Any) -> Iterator[str]:
    """What <time> elements say, those of the publication first; never the time of a change or of another article."""
    marked = "contains(concat(@itemprop, ' ', @class, ' ', @pubdate), 'pub')"
    yield from tree.xpath(f"//*[@itemprop='datePublished']/@datetime | //time[{marked}]/@datetime")
    yield from (e.text_content() for e in tree.xpath("//*[@itemprop='datePublished'][not(@datetime)][not(@content)]"))
    plain = "not(ancestor::aside) and not(ancestor::footer) and not(ancestor::nav) and not(ancestor::li)"
    changed = "contains(translate(concat(@itemprop, ' ', @class), 'MU', 'mu'), 'modif') or contains(@class, 'pdate')"
    yield from tree.xpath(f"//time[@datetime][{plain}][not({changed})]/@datetime")[:1]


def _heading(tree: Any) -> str | None:
    """The only main heading of the article, or of the page."""
    for path in ("//article//h1", "//main//h1", "//h1"):
        found = [words for e in tree.xpath(path) if (words := _text(e.text_content()))]
        if found:
            return found[0] if len(found) == 1 else None
    return None


def _page_title(tree: Any) -> str | None:
    return next((t for e in tree.xpath("//head/title") if (t := _text(e.text_content()))), None)


def _first(metas: dict[str, str], names: tuple[str, ...]) -> str | None:
    return next((_text(metas[n]) for n in names if n in metas), None)


def _address(candidates: list[Any]) -> str | None:
    words = (c.strip() for c in candidates if isinstance(c, str))
    return next((w for w in words if w.startswith(("https://", "http://"))), None)


def _name(value: Any) -> str | None:
    """The name of an organisation, however JSON-LD wraps it."""
    if isinstance(value, list):
        value = value[0] if value else None
    return _text(value.get("name") if isinstance(value, dict) else value)


def _text(value: Any) -> str | None:
    if isinstance(value, list) and value:
        value = value[0]
    return unescape(value).strip() or None if isinstance(value, str) else None
