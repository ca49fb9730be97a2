"""What a page says of itself in fields: title, outlet, time of publication with its zone, address."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from parley.ingest import dates
from parley.ingest.linked import all_data, article_data, name_of, text_of

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


@dataclass(frozen=True, slots=True)
class About:
    """What a page says of itself; ``body`` is the article as its JSON-LD repeats it, ``paid`` that it costs money."""

    title: str | None = None
    outlet: str | None = None
    published: str | None = None
    url: str | None = None
    body: str | None = None
    paid: bool = False


def about(tree: Any) -> About:
    """The fields of a page (an lxml tree)."""
    linked = article_data(tree)
    metas = _metas(tree)
    return About(
        title=text_of(linked.get("headline")) or _heading(tree) or _first(metas, TITLES) or _page_title(tree),
        outlet=name_of(linked.get("publisher")) or _first(metas, OUTLETS) or _publisher(tree, linked),
        published=_published([text_of(linked.get("datePublished")), *(metas.get(k) for k in DATES), *_times(tree)]),
        url=_address([*tree.xpath("//link[@rel='canonical']/@href"), metas.get("og:url"), text_of(linked.get("url"))]),
        body=text_of(linked.get("articleBody")),
        paid=str(linked.get("isAccessibleForFree")).lower() == "false",
    )


def _published(candidates: list[str | None]) -> str | None:
    """The first date that is one; another that tells more of the same moment completes it.

    More is a time where there is only a day, a zone where there is none, and the hour of the place (which
    decides what "today" means) where there is only that of Greenwich.
    """
    found = [iso for c in candidates if c and (iso := dates.written(c))]
    best = found[0] if found else None
    for iso in found[1:]:
        if best and (_completes(iso, best) or _places(iso, best)):
            best = iso
    return best


def _completes(iso: str, known: str) -> bool:
    return len(iso) > len(known) and iso[:10] == known[:10]


def _places(iso: str, known: str) -> bool:
    if not known.endswith("+00:00") or iso.endswith("+00:00") or len(iso) != len(known):
        return False
    return datetime.fromisoformat(iso) == datetime.fromisoformat(known)


def _publisher(tree: Any, linked: dict[str, Any]) -> str | None:
    """The outlet where a page names it elsewhere: by reference, in microdata, as the organisation behind a source."""
    publisher = linked.get("publisher")
    key = publisher.get("@id") if isinstance(publisher, dict) else None
    for one in all_data(tree) if key else ():
        if one.get("@id") == key and name_of(one):
            return name_of(one)
    named = tree.xpath("//*[@itemprop='publisher']//*[@itemprop='name']")
    inside = (e.get("content") or e.text_content() for e in named)
    return next((w.strip() for w in inside if w.strip()), None) or name_of(linked.get("sourceOrganization"))


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
    own = "//*[@itemprop='datePublished']"
    yield from tree.xpath(f"{own}/@datetime | {own}/@content | //time[{marked}]/@datetime")
    yield from (e.text_content() for e in tree.xpath(f"{own}[not(@datetime)][not(@content)]"))
    plain = "not(ancestor::aside) and not(ancestor::footer) and not(ancestor::nav) and not(ancestor::li)"
    changed = "contains(translate(concat(@itemprop, ' ', @class), 'MU', 'mu'), 'modif') or contains(@class, 'pdate')"
    yield from tree.xpath(f"//time[@datetime][{plain}][not({changed})]/@datetime")[:1]


def _heading(tree: Any) -> str | None:
    """The only main heading of the article, or of the page."""
    for path in ("//article//h1", "//main//h1", "//h1"):
        found = [words for e in tree.xpath(path) if (words := text_of(e.text_content()))]
        if found:
            return found[0] if len(found) == 1 else None
    return None


def _page_title(tree: Any) -> str | None:
    return next((t for e in tree.xpath("//head/title") if (t := text_of(e.text_content()))), None)


def _first(metas: dict[str, str], names: tuple[str, ...]) -> str | None:
    return next((text_of(metas[n]) for n in names if n in metas), None)


def _address(candidates: list[Any]) -> str | None:
    words = (c.strip() for c in candidates if isinstance(c, str))
    return next((w for w in words if w.startswith(("https://", "http://"))), None)
