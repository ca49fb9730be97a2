"""Words marked in their text: the text comes back exactly, every span is covered, hostile text is harmless."""

from __future__ import annotations

import time
from html.parser import HTMLParser

from hypothesis import given
from hypothesis import strategies as st

from parley.views.lit import highlighting
from parley.views.marks import Mark, marked, quoted, segments


class Page(HTMLParser):
    """What a browser makes of markup: its text, what each element is, and which characters each fact covers."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.text, self.tags, self.anchors = "", list[tuple[str, dict[str, str | None]]](), list[str]()
        self.covered: dict[str, set[int]] = {}
        self._open: list[str] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        self.tags.append((tag, values))
        if tag == "mark":
            self._open = (values.get("data-f") or "").split()
        if values.get("class") == "at":
            self.anchors.append(values["id"] or "")

    def handle_endtag(self, tag: str) -> None:
        if tag == "mark":
            self._open = []

    def handle_data(self, data: str) -> None:
        for fact in self._open:
            self.covered.setdefault(fact, set()).update(range(len(self.text), len(self.text) + len(data)))
        self.text += data


HTML_KNOWS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=80)
TEXTS = HTML_KNOWS | st.text(st.sampled_from("ab \n\r\t<&>\"'\u202e\u2067é漢"), max_size=80)


@st.composite
def marks_in(draw: st.DrawFn) -> tuple[str, list[Mark]]:
    text = draw(TEXTS)
    ends = st.integers(-3, len(text) + 3)
    spans = draw(st.lists(st.tuples(ends, ends, st.sampled_from(["c-e1.c1", "p-1", "e-e1"])), max_size=8))
    return text, [Mark(min(a, b), max(a, b), fact, "evidence") for a, b, fact in spans]


@given(marks_in())
def test_the_text_comes_back_exactly(told: tuple[str, list[Mark]]) -> None:
    text, marks = told
    assert Page(str(marked(text, marks, ["c-e1.c1"]))).text == text


@given(marks_in())
def test_every_span_is_covered_and_nothing_else(told: tuple[str, list[Mark]]) -> None:
    text, marks = told
    wanted: dict[str, set[int]] = {}
    for m in marks:
        wanted.setdefault(m.fact, set()).update(range(max(0, m.start), min(m.end, len(text))))
    assert Page(str(marked(text, marks))).covered == {f: w for f, w in wanted.items() if w}


@given(marks_in())
def test_segments_follow_each_other_without_gaps(told: tuple[str, list[Mark]]) -> None:
    text, marks = told
    found = list(segments(len(text), marks))
    assert "".join(text[s.start : s.end] for s in found) == text
    assert all(m.start <= s.start and s.end <= m.end for s in found for m in s.marks)


@given(marks_in())
def test_each_fact_has_one_anchor_where_its_words_begin(told: tuple[str, list[Mark]]) -> None:
    page = Page(str(marked(*told)))
    assert sorted(page.anchors) == sorted(f"w-{fact}" for fact in page.covered)


@given(HTML_KNOWS)
def test_no_text_makes_an_element(text: str) -> None:
    page = Page(str(marked(text + "<script>alert(1)</script><img src=x onerror=alert(1)>", [])))
    assert {tag for tag, _ in page.tags} <= {"p", "br", "bdi"}


def test_paragraphs_and_line_breaks() -> None:
    html = str(marked("One\ntwo\n\nthree", []))
    assert html == "<p>One<br>\ntwo\n\n</p><p>three</p>"


def test_words_of_two_facts_carry_both() -> None:
    html = str(marked("a talks b", [Mark(0, 7, "c-1", "evidence"), Mark(2, 9, "c-2", "source")]))
    assert 'class="k-evidence k-source" data-f="c-1 c-2"' in html


def test_words_link_to_their_fact_and_the_keyboard_stops_there_once() -> None:
    marks = [Mark(0, 4, "c-1", "evidence"), Mark(2, 6, "e-1", "mention"), Mark(8, 9, "c-1", "cue")]
    links = [v for tag, v in Page(str(marked("abcdefghi", marks, ["c-1", "e-1"]))).tags if tag == "a"]
    assert [(v["href"], v.get("tabindex")) for v in links] == [
        ("#c-1", None),
        ("#c-1", "-1"),
        ("#e-1", None),
        ("#c-1", "-1"),
    ]


def test_marks_that_turn_the_order_of_words_turn_nothing() -> None:
    assert '<bdi class="turn" title="U+202E">\u202e</bdi>gpj' in str(marked("a\u202egpj", []))


def test_what_no_page_can_hold_is_shown_as_missing() -> None:
    assert str(quoted("a\0b\ud800c")) == "a\ufffdb\ufffdc"


def test_a_long_text_with_many_marks_takes_no_time() -> None:
    text = "word " * 1_000_000
    marks = [Mark(i, i + 400, f"c-{i % 50}", "evidence") for i in range(0, len(text), 1000)]
    began = time.monotonic()
    assert len(marked(text, marks)) > len(text)
    assert time.monotonic() - began < 5


def test_highlighting_needs_no_script() -> None:
    rules = highlighting(["c-e1.c1"], "#r1")
    assert '#r1:has([id="c-e1.c1"]:is(:hover,:focus-within,:target)) [data-f~="c-e1.c1"]' in rules
