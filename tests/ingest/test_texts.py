"""Plain texts: what their first lines tell (title, outlet, date), and what is no part of the report."""

from __future__ import annotations

import io

import pytest

from parley.ingest import Taken, open_inputs
from parley.ingest.clutter import without_clutter
from parley.ingest.finish import breaks_off
from parley.model.document import Document

ONE = "The foreign ministers of Peru and Chile will meet in Arica on Thursday, the Chilean ministry said."
TWO = "Rosa Quispe had called off an earlier meeting in May after a row over a border post."
BODY = f"{ONE}\n\n{TWO}"
TITLE = "Ministers to meet in Arica"
DAY = "2031-06-10"


def document(text: str | bytes) -> Document:
    (found,) = open_inputs(["-"], stdin=io.BytesIO(text if isinstance(text, bytes) else text.encode()))
    assert isinstance(found, Taken)
    return found.document


def lines(text: str) -> list[str]:
    """What is read of a text, line by line."""
    return [line for line in map(str.strip, without_clutter(document(text)).split("\n")) if line]


HEADS: dict[str, tuple[str, str | None, str | None, str | None]] = {
    "nothing": (f"{BODY}", None, None, None),
    "a title": (f"{TITLE}\n\n{BODY}", TITLE, None, None),
    "a title without a blank line": (f"{TITLE}\n{BODY}", TITLE, None, None),
    "no title: a sentence broken to a width": ("The foreign ministers of Peru\nand Chile will meet in Arica.", None, None, None),  # noqa: E501
    "no title: a name broken to a width": (f"The foreign ministers of Peru and\n{BODY}", None, None, None),
    "a question": (f"Will they meet in Arica?\n\n{BODY}", "Will they meet in Arica?", None, None),
    "title, standfirst, byline, outlet, date": (f"{TITLE}\nThey try again\n\nBy Jane Roe, Andes correspondent\nThe Andes Post\n10 June 2031\n\n{BODY}", TITLE, "The Andes Post", DAY),  # noqa: E501
    "outlet first": (f"The Andes Post\n\n{TITLE}\n\nJune 10, 2031\n\n{BODY}", TITLE, "The Andes Post", DAY),
    "outlet in capitals": (f"THE ANDES POST\n\n{TITLE}\n\n{BODY}", TITLE, "The Andes Post", None),
    "section first": (f"WORLD NEWS\n{TITLE}\nBy Jane Roe and John Doe\nJune 10, 2031\n{BODY}", TITLE, None, DAY),
    "outlet behind the title": (f"{TITLE} - The Andes Post\n\n{BODY}", TITLE, "The Andes Post", None),
    "agency behind the title": (f"{TITLE} | Reuters\n\n{BODY}", TITLE, "Reuters", None),
    "outlet and date": (f"{TITLE}\n\nThe Andes Post, 10 June 2031\n\n{BODY}", TITLE, "The Andes Post", DAY),
    "byline and date": (f"{TITLE}\n\nJane Roe in Lima, 10 June 2031\n\n{BODY}", TITLE, None, DAY),
    "byline, date, minutes": (f"{TITLE}\n\nBy Jane Roe | June 10, 2031 · 3 min read\n\n{BODY}", TITLE, None, DAY),
    "changed and published": (f"{TITLE}\n\nUpdated 12 June 2031 | Published 10 June 2031\n\n{BODY}", TITLE, None, DAY),
    "a date that may be two days": (f"{TITLE}\n\n10/06/2031 08:15\n\n{BODY}", TITLE, None, None),
    "a date with slashes that is one": (f"{TITLE}\n\n25/06/2031\n\n{BODY}", TITLE, None, "2031-06-25"),
    "dateline with a year": (f"{TITLE}\n\nLIMA, June 10, 2031 /Northline/ -- {BODY}", TITLE, None, DAY),
    "dateline of an agency": (f"{TITLE}\n\nLIMA, June 10 (Reuters) - {BODY}", TITLE, "Reuters", None),
    "dateline of an agency, no date": (f"LIMA, Peru (AP) — {BODY}", None, "AP", None),
    "dateline with a country in brackets": (f"LIMA (Peru) — {BODY}", None, None, None),
    "fields in front": (f"---\ntitle: {TITLE}\ndate: {DAY}\nsource: The Andes Post\n---\n\n{BODY}", TITLE, "The Andes Post", DAY),  # noqa: E501
    "mail": (f"From: desk@x.example\nSubject: {TITLE}\nDate: Tue, 10 Jun 2031 08:00:00 +0000\n\n{BODY}", TITLE, None, "2031-06-10T08:00:00+00:00"),  # noqa: E501
    "Markdown": (f"# {TITLE}\n\n**{ONE}** [{TWO}](https://x.example/a)", TITLE, None, None),
    "the title twice": (f"{TITLE}\n\n{TITLE}\n\n{BODY}", TITLE, None, None),
}  # fmt: skip


@pytest.mark.parametrize(("text", "title", "outlet", "published"), HEADS.values(), ids=HEADS)
def test_what_the_first_lines_tell(text: str, title: str | None, outlet: str | None, published: str | None) -> None:
    found = document(text)
    assert (found.title, found.outlet, found.published) == (title, outlet, published)
    if title:
        assert found.headline is not None
        assert found.text[found.headline.start : found.headline.end] == title
        assert found.text.count(title) == 1


@pytest.mark.parametrize("name", [k for k, case in HEADS.items() if case[1] == TITLE and "dateline" not in k])
def test_of_the_first_lines_only_title_and_standfirst_are_read(name: str) -> None:
    body = [x for x in lines(HEADS[name][0]) if x not in {TITLE, "They try again"}]
    assert " ".join(body) == f"{ONE} {TWO}"


def test_the_agency_of_a_dateline_gives_way_to_the_option() -> None:
    given = {"stdin": io.BytesIO(HEADS["dateline of an agency"][0].encode()), "outlet": "The Andes Post"}
    (found,) = open_inputs(["-"], **given)  # type: ignore[arg-type]
    assert isinstance(found, Taken)
    assert found.document.outlet == "The Andes Post"


NOT_READ = {
    "a list of links": f"{BODY}\n\nRelated articles\nVial refuses to meet\nKings meet in Oslo\n\nStorm closes port",
    "a numbered list": f"{BODY}\n\nMost read:\n1. Vial refuses to meet.\n2. Kings meet in Oslo.",
    "buttons between sentences": f"{ONE} Show more {TWO}",
    "a pointer in brackets": f"{ONE} (Read also: Ten questions about the post) {TWO}",
    "a pointer behind a sentence": f"{ONE} {TWO} Read more: Vial refuses to meet Quispe",
    "the mark of a feed": f"{ONE} {TWO} [+812 chars]",
}
TORN = {
    "by an advertisement": (
        "They said on Monday that the two of them would\n\nAdvertisement\n\nmeet in Arica on Friday."
    ),
    "by a pointer": "They said on Monday that two of them will,\n\nRead also: Who?\n\nif all is well, meet in Porto.",
    "by a blank line": "They said on Monday that the two of them would\n\nmeet in Arica on Friday.",
}


@pytest.mark.parametrize("text", NOT_READ.values(), ids=NOT_READ)
def test_clutter_is_not_read(text: str) -> None:
    assert " ".join(" ".join(lines(text)).split()) == f"{ONE} {TWO}"


@pytest.mark.parametrize("text", TORN.values(), ids=TORN)
def test_no_sentence_ends_where_it_is_torn(text: str) -> None:
    found = document(text)
    assert len(lines(text)) == 1
    assert len(without_clutter(found)) == len(found.text)


def test_headings_and_lists_stay_lines_of_their_own() -> None:
    text = f"{ONE}\n\nWhat they want\n\nthe post to be moved\n\nmoney for the town"
    assert lines(text) == [ONE, "What they want", "the post to be moved", "money for the town"]


BROKEN_OFF = [
    ("The talks will not begin before…", True),
    ("The talks will not beg...", True),
    ("The talks will not begin [+812 chars]", True),
    ("The talks will not begin […]", True),
    ("The talks are off.", False),
    ("The talks are off", False),
    ("“We shall see…”", False),
]


@pytest.mark.parametrize(("text", "broken"), BROKEN_OFF)
def test_a_text_that_says_that_it_breaks_off_is_noted(text: str, broken: bool) -> None:
    assert breaks_off(text) == broken
    assert (document(f"{ONE}\n\n{text}").warnings == ("it breaks off in its last sentence",)) == broken


GARBLED = [
    ("AndrÃ©s Vial saidâ€”twiceâ€”that itâ€™s off.", "Andrés Vial said—twice—that it’s off."),
    ("â€œNot in SÃ£o TomÃ©,â€\x9d he said.", "“Not in São Tomé,” he said."),
    ("PlenkoviÄ‡ and ÅžimÅŸek pay â‚¬5.", "Plenković and Şimşek pay €5."),
    ("AndrÃƒÂ©s Vial left.", "Andrés Vial left."),
]
SOUND = ["In “São Tomé”, naïve—“Élan”…", "Åland’s Ünal in Malmö’s “Å”", "CAFÉ “É”", "2 × 3 °C, £5"]


@pytest.mark.parametrize(("garbled", "meant"), GARBLED)
def test_garbled_letters_are_put_right_and_noted(garbled: str, meant: str) -> None:
    found = document(garbled)
    assert found.text == meant
    assert found.warnings == ("its letters were garbled (UTF-8 read as Windows-1252) and are put right",)


@pytest.mark.parametrize("text", SOUND)
def test_sound_letters_are_left_alone(text: str) -> None:
    assert document(text).text == text
    assert document(text).warnings == ()


ENCODED = ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"]


@pytest.mark.parametrize("encoding", ENCODED)
def test_every_usual_encoding_gives_the_same_text(encoding: str) -> None:
    text = f"{TITLE}\n\n{BODY} “Não,” said Zoë Brüne."
    assert document(text.encode(encoding)).text == text


def test_a_few_zero_bytes_are_dropped() -> None:
    assert document(f"{TITLE}\n\n{BODY}".replace("Peru", "Pe\0ru").encode()).text == f"{TITLE}\n\n{BODY}"
