"""Pages: the article without what stands around it, and what readers see beside the letters (quotation marks)."""

from __future__ import annotations

import io
import json

import pytest

from parley.ingest import Skipped, Taken, open_inputs
from parley.ingest.clutter import without_clutter
from parley.model.document import Document

ONE = "The foreign ministers of Peru and Chile will meet in Arica on Thursday, the Chilean ministry said."
TWO = "Rosa Quispe had called off an earlier meeting in May after a row over a border post."
THREE = "About two hundred truck drivers have blocked the road to the border post since the morning."
P1, P2 = f"<p>{ONE}</p>", f"<p>{TWO}</p>"
CARD = (
    "<h3><a href='/1'>Leaders of Mali cancel summit</a></h3><p>The two leaders called off their summit on Monday.</p>"
)


def outcome(body: str, head: str = "", encoding: str = "utf-8") -> Taken | Skipped:
    page = f"<!DOCTYPE html><html><head><title>Ministers meet</title>{head}</head><body>{body}</body></html>"
    (found,) = open_inputs(["-"], stdin=io.BytesIO(page.encode(encoding)))
    assert isinstance(found, Taken | Skipped)
    return found


def document(body: str, head: str = "", encoding: str = "utf-8") -> Document:
    found = outcome(body, head, encoding)
    assert isinstance(found, Taken)
    return found.document


def read(body: str) -> list[str]:
    """The lines of the article that are read: no title, no clutter."""
    return [line for line in map(str.strip, without_clutter(document(body)).split("\n")) if line][1:]


LEFT_OUT = {
    "a menu": f"<nav><a href='/'>Home</a> <a href='/w'>World</a></nav><article>{P1}{P2}</article>",
    "a consent banner": f"<div><p>We and our 84 partners use cookies on your device.</p></div><article>{P1}{P2}</article>",  # noqa: E501
    "a caption": f"<article><figure><img><figcaption>The two in Lima.</figcaption></figure>{P1}{P2}</article>",
    "a caption by its class": f"<article><div class='wp-caption-text'>The two in Lima in May.</div>{P1}{P2}</article>",
    "a gallery": f"<article><p>1/3 Rosa Quispe arrives for talks in La Paz.</p>{P1}{P2}</article>",
    "read also": f"<article>{P1}<p>Read also: <a href='/a'>Vial refuses to meet Quispe</a></p>{P2}</article>",
    "a line that is a link": f"<article>{P1}<p><a href='/a'>Vial refuses to meet Quispe in Lima</a></p>{P2}</article>",
    "links below each other": f"<article>{P1}<p>READ ALSO<br><a href='/a'>Vial refuses to meet her</a><br>"
    f"<a href='/b'>Kings meet in Oslo</a></p>{P2}</article>",
    "a button behind a sentence": f"<article><p>{ONE} <span>Show more</span></p>{P2}</article>",
    "an advertisement": f"<article>{P1}<div><p>Advertisement</p></div>{P2}</article>",
    "the card of another article": f"<article>{P1}{P2}<div>{CARD}</div></article>",
    "a card inside the article": f"<article>{P1}<article>{CARD}</article>{P2}</article>",
    "another article below": f"<main><article>{P1}{P2}</article><article>{CARD}</article></main>",
    "what is hidden": f"<article>{P1}<p hidden>The meeting is off, it was said in Lima.</p>{P2}</article>",
    "what is not displayed": f"<article>{P1}<p style='display: none'>The meeting is off, she said.</p>{P2}</article>",
    "what only screen readers see": f"<article>{P1}<p class='sr-only'>The meeting is off, she said.</p>{P2}</article>",
    "comments": f"<article>{P1}{P2}</article><section id='comments'><p>It will be called off, you will see.</p></section>",  # noqa: E501
    "a player": f"<article><p>Now playing</p><p>00:00 / 01:32</p>{P1}{P2}</article>",
    "rights": f"<article>{P1}{P2}</article><footer><p>© 2031 The Andes Post. All rights reserved.</p></footer>",
    "the title again": f"<h1>Ministers meet</h1><h2>Ministers meet</h2>{P1}{P2}",
}  # fmt: skip

KEPT = {
    "words cut by tags": ("<p>The <b>Pe</b>ru&shy;vian min<wbr>ister will meet her colleague in Lima.</p>", ["The Peruvian minister will meet her colleague in Lima."]),  # noqa: E501
    "lines of one block": ("<p>Quispe came by train to the talks.<br><br>Vial came by boat to the talks.</p>", ["Quispe came by train to the talks.", "Vial came by boat to the talks."]),  # noqa: E501
    "marks of q": ("<p>She called it <q>a small step</q> and he said nothing at all.</p>", ["She called it “a small step” and he said nothing at all."]),  # noqa: E501
    "a block quote": ("<blockquote><p>We shall not sit at one table.</p><cite>Andrés Vial</cite></blockquote>", ["“We shall not sit at one table.” — Andrés Vial"]),  # noqa: E501
    "a block quote with marks": ("<blockquote><p>“We shall not sit at one table.”</p></blockquote>", ["“We shall not sit at one table.”"]),  # noqa: E501
    "a block quote of two paragraphs": ("<blockquote><p>We shall not sit down.</p><p>We never did.</p></blockquote>", ["“We shall not sit down.", "“We never did.”"]),  # noqa: E501
    "a post": ("<blockquote class='twitter-tweet'><p>See you in Arica. <a href='x'>pic.twitter.com/abc</a></p>&mdash; Rosa Quispe (@rquispe) <a href='x'>June 9, 2031</a></blockquote>", ["“See you in Arica.” — Rosa Quispe (@rquispe) June 9, 2031"]),  # noqa: E501
    "a mark of a note": ("<p>They met in May.<sup><a href='#n1'>[1]</a></sup> Nothing came of that.</p>", ["They met in May. Nothing came of that."]),  # noqa: E501
    "a square": ("<p>The post covers 2 km<sup>2</sup> of land near the coast.</p>", ["The post covers 2 km2 of land near the coast."]),  # noqa: E501
}  # fmt: skip

NONE = {
    "a wall": "<article><h1>Deal near</h1><p>This article is for subscribers only. Log in to read on, please.</p></article>",  # noqa: E501
    "a page for scripts": "<noscript>You need to enable JavaScript to run this app, in your settings.</noscript><div></div>",  # noqa: E501
    "a consent page": "<h1>Before you continue</h1><p>We use cookies to deliver our services and to protect them from "
    "spam.</p><p>If you choose to accept all, we will also use cookies to build new services.</p>",
    "a front page": "<main>" + "".join(f"<div>{CARD.replace('Monday', d)}</div>" for d in ("Monday", "Friday", "Sunday")) + "</main>",  # noqa: E501
}  # fmt: skip


@pytest.mark.parametrize("body", LEFT_OUT.values(), ids=LEFT_OUT)
def test_what_stands_around_an_article_is_not_read(body: str) -> None:
    assert read(body) == [ONE, TWO]


@pytest.mark.parametrize(("body", "lines"), KEPT.values(), ids=KEPT)
def test_what_readers_see_is_kept(body: str, lines: list[str]) -> None:
    assert read(f"<article>{P1}{body}{P2}</article>") == [ONE, *lines, TWO]


@pytest.mark.parametrize("body", NONE.values(), ids=NONE)
def test_a_page_without_an_article_is_skipped(body: str) -> None:
    found = outcome(body)
    assert isinstance(found, Skipped)
    assert found.why.startswith("no article in it")


def test_a_list_of_articles_is_told_as_such() -> None:
    found = outcome(NONE["a front page"])
    assert isinstance(found, Skipped)
    assert found.why == "no article in it: a list of articles; give the address of one"


def test_an_article_whose_heading_links_to_itself_is_no_list() -> None:
    assert read(f"<article><h2><a href='/self'>Ministers meet</a></h2>{P1}{P2}</article>") == [ONE, TWO]


@pytest.mark.parametrize("link", ["#p1", "?post=1", "https://x.example/live?post=1"])
def test_posts_of_a_live_blog_are_no_cards(link: str) -> None:
    posts = "".join(f"<article><h2><a href='{link}'>Now this</a></h2><p>{p}</p></article>" for p in (ONE, TWO, THREE))
    found = document(f"<main><h1>Talks live</h1>{posts}</main>", "<link rel='canonical' href='https://x.example/live'>")
    assert all(p in found.text for p in (ONE, TWO, THREE))


def test_an_article_that_only_the_data_of_a_page_holds_keeps_its_paragraphs() -> None:
    held = json.dumps({"@type": "NewsArticle", "articleBody": f"{ONE}\n\n{TWO}"})
    found = document("<div></div>", f'<script type="application/ld+json">{held}</script>')
    assert found.text.endswith(f"{ONE}\n\n{TWO}")


def test_a_brief_of_one_sentence_is_an_article() -> None:
    assert read(f"<article><h1>Ministers meet</h1>{P1}</article>") == [ONE]


def test_a_first_sentence_that_begins_as_the_title_does_is_no_title() -> None:
    begins = "Ministers meet in Arica on Thursday after two quarrels, the Chilean ministry said."
    assert read(f"<article><h1>Ministers meet</h1><p>{begins}</p>{P2}</article>") == [begins, TWO]


ENCODINGS = [
    ("windows-1252", "utf-8", ("not UTF-8: read as Windows-1252",)),
    ("windows-1252", "windows-1252", ()),
    ("windows-1252", "klingon", ("not UTF-8: read as Windows-1252",)),
    ("utf-8", "iso-8859-1", ()),
    ("utf-16", "utf-16", ()),
    ("utf-16-le", "utf-16", ()),
]


@pytest.mark.parametrize(("encoding", "declared", "warnings"), ENCODINGS)
def test_letters_come_out_right_whatever_a_page_declares(
    encoding: str, declared: str, warnings: tuple[str, ...]
) -> None:
    said = "<p>“São Tomé first,” Andrés Vial told reporters in Santiago on Monday.</p>"
    found = document(f"<article>{P1}{said}</article>", f"<meta charset='{declared}'>", encoding)
    assert "“São Tomé first,” Andrés Vial" in found.text
    assert found.warnings == warnings


def test_a_page_that_costs_money_is_noted() -> None:
    paid = '<script type="application/ld+json">{"@type": "NewsArticle", "isAccessibleForFree": "False"}</script>'
    assert document(f"<article>{P1}</article>", paid).warnings[0].startswith("the page says that not all of it is free")
