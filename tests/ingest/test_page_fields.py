"""What a page says of itself: title, outlet, the moment of publication with its zone."""

from __future__ import annotations

import io
import json
from typing import Any

import pytest

from parley.ingest import Taken, open_inputs
from parley.model.document import Document

BODY = "<p>The foreign ministers of Peru and Chile will meet in Arica on Thursday, the ministry said.</p>"
TITLE = "Ministers to meet in Arica"


def document(head: str, body: str = BODY) -> Document:
    page = f"<html><head>{head}</head><body><article>{body}</article></body></html>"
    (found,) = open_inputs(["-"], stdin=io.BytesIO(page.encode()))
    assert isinstance(found, Taken)
    return found.document


def linked(value: Any) -> str:
    return f'<script type="application/ld+json">{json.dumps(value)}</script>'


def meta(name: str, value: str) -> str:
    return f'<meta property="{name}" content="{value}">'


ARTICLE = {"@type": "NewsArticle", "datePublished": "2031-06-11T03:30:00Z"}
DATES = {
    "JSON-LD": (linked(ARTICLE), "", "2031-06-11T03:30:00+00:00"),
    "in a list": (linked([{"@type": "BreadcrumbList"}, ARTICLE]), "", "2031-06-11T03:30:00+00:00"),
    "in a graph, of several types": (linked({"@graph": [{"@type": "WebSite"}, ARTICLE | {"@type": ["Thing", "ReportageNewsArticle"]}]}), "", "2031-06-11T03:30:00+00:00"),  # noqa: E501
    "of a live blog, not of its last post": (linked(ARTICLE | {"@type": "LiveBlogPosting", "liveBlogUpdate": [{"@type": "BlogPosting", "datePublished": "2031-06-12"}]}), "", "2031-06-11T03:30:00+00:00"),  # noqa: E501
    "broken JSON-LD is passed over": ('<script type="application/ld+json">{"@type": </script>' + meta("article:published_time", "2031-06-10"), "", "2031-06-10"),  # noqa: E501
    "a property": (meta("article:published_time", "2031-06-10T23:30:00-04:00"), "", "2031-06-10T23:30:00-04:00"),
    "the hour of the place before that of Greenwich": (linked(ARTICLE) + meta("article:published_time", "2031-06-10T23:30:00-04:00"), "", "2031-06-10T23:30:00-04:00"),  # noqa: E501
    "a day completed by its time": (meta("date", "2031-06-10"), "<time datetime='2031-06-10T08:00:00+02:00'>x</time>", "2031-06-10T08:00:00+02:00"),  # noqa: E501
    "never the time of a change": (meta("article:modified_time", "2031-07-01"), "<time class='updated' datetime='2031-07-01'>x</time>", None),  # noqa: E501
    "microdata": ("", "<span itemprop='datePublished' content='2031-06-10T08:00:00-05:00'>10/06/2031</span>", "2031-06-10T08:00:00-05:00"),  # noqa: E501
    "seconds since 1970": (meta("article:published_time", "1938758400"), "", "2031-06-09T08:00:00+00:00"),
    "no date at all is none": (meta("article:published_time", "0001-01-01T00:00:00Z"), "", None),
    "the words of the page": ("", "<p>June 10, 2031 · 3 min read</p>", "2031-06-10"),
    "both dates in one line": ("", "<p>Updated: June 12, 2031 9:00 a.m. EDT | Published June 10, 2031 5:30 p.m. EDT</p>", "2031-06-10T17:30:00-04:00"),  # noqa: E501
}  # fmt: skip


@pytest.mark.parametrize(("head", "body", "date"), DATES.values(), ids=DATES)
def test_the_moment_of_publication(head: str, body: str, date: str | None) -> None:
    assert document(head, f"<h1>{TITLE}</h1>{body}{BODY}").published == date


OUTLETS = {
    "publisher": (linked(ARTICLE | {"publisher": {"name": "Andes Post"}}), ""),
    "a list of publishers": (linked(ARTICLE | {"publisher": [{"name": "Andes Post"}]}), ""),
    "by reference": (linked({"@graph": [ARTICLE | {"publisher": {"@id": "#o"}}, {"@id": "#o", "name": "Andes Post"}]}), ""),  # noqa: E501
    "a property": (meta("og:site_name", "Andes Post"), ""),
    "microdata": ("", "<div itemprop='publisher'><meta itemprop='name' content='Andes Post'></div>"),
    "behind the title": (f"<title>{TITLE} | Andes Post</title>", ""),
    "a line of its own": ("", "<p>By Jane Roe, Andes correspondent</p><p>The Andes Post</p>"),
}  # fmt: skip


@pytest.mark.parametrize(("head", "body"), OUTLETS.values(), ids=OUTLETS)
def test_the_outlet(head: str, body: str) -> None:
    assert (document(head, f"{body}{BODY}").outlet or "").removeprefix("The ") == "Andes Post"


TITLES = {
    "headline": linked(ARTICLE | {"headline": TITLE}),
    "a property": meta("og:title", TITLE),
    "of the page, without its site": f"<title>{TITLE} - Andes Post</title>" + meta("og:site_name", "Andes Post"),
    "with letters as numbers": linked(ARTICLE | {"headline": "Ministers to&#32;meet in Arica"}),
}


@pytest.mark.parametrize("head", TITLES.values(), ids=TITLES)
def test_the_title(head: str) -> None:
    found = document(head)
    assert found.title == TITLE
    assert found.headline is not None
    assert found.text[found.headline.start : found.headline.end] == TITLE
