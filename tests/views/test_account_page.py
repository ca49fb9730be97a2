"""The page of a reading: text and facts, tied both ways, in one file that loads and runs nothing."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Mapping
from typing import Any

import pytest

from parley.views.account import account
from parley.views.alone import readings_page
from tests.cli.story import READING, TEXT
from tests.views.test_marks import Page

ROW = READING.to_dict()
HOSTILE = "<script>alert(1)</script>\u202e" + "x" * 400


def hostile(value: Any, key: str = "") -> Any:
    """The same reading with hostile words in everything that an article can fill in."""
    if isinstance(value, Mapping):
        return {k: hostile(v, k) for k, v in value.items()}
    if isinstance(value, list):
        return [hostile(v, key) for v in value]
    return HOSTILE if key in {"title", "outlet", "name", "issue", "why", "role", "source", "warnings"} else value


@pytest.fixture(scope="module")
def page() -> Page:
    return Page(readings_page([ROW], lambda rule: f"what {rule} says"))


def test_the_text_stands_there_as_it_is() -> None:
    assert Page(str(account(ROW)["text"])).text == TEXT


def test_every_fact_can_be_reached_from_its_words_and_its_words_from_it(page: Page) -> None:
    anchors = {v["id"] for _, v in page.tags if v.get("id")}
    links = {(v["href"] or "")[1:] for tag, v in page.tags if tag == "a" and (v.get("href") or "").startswith("#")}
    assert links - anchors == set()
    claims = {f"c-{c['id']}" for e in ROW["encounters"] for c in e["claims"]}
    stands = {f"p-{n}" for n in range(1, len(ROW["positions"]) + 1)}
    for fact in claims | stands:
        assert {fact, f"w-{fact}"} <= anchors, fact
        assert f"w-{fact}" in links, fact


def test_an_anchor_stands_for_one_thing() -> None:
    for rows in ([ROW], [ROW, ROW]):
        ids = [v["id"] for _, v in Page(readings_page(rows)).tags if v.get("id")]
        assert len(ids) == len(set(ids))


def test_each_encounter_tells_its_status_its_rule_and_who_says_otherwise(page: Page) -> None:
    for e in ROW["encounters"]:
        assert f"what {e['rule']} says" in page.text
        assert e["status"].replace("_", " ") in page.text
    assert "Accounts differ over how it stands" in page.text


def test_what_was_not_grounded_stands_apart() -> None:
    row = {**ROW, "ungrounded": [{"words": {"start": 0, "end": 4, "text": TEXT[:4]}, "why": "nobody is named"}]}
    html = readings_page([row])
    assert all(told in html for told in ("Left open", "nobody is named", 'id="u-1"'))


def test_the_page_allows_its_own_style_and_nothing_else() -> None:
    html = readings_page([ROW])
    style = re.search(r"<style>(.*?)</style>", html, re.S)
    policy = re.search(r'http-equiv="Content-Security-Policy" content="([^"]*)"', html)
    assert style
    assert policy
    digest = base64.b64encode(hashlib.sha256(style[1].encode()).digest()).decode()
    told = policy[1].replace("&#39;", "'").replace("&#43;", "+")
    assert told == f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    assert not re.search(r"<script|<link|<img|url\(|@import|\son\w+=|style=\"", html)


def test_hostile_words_are_only_words() -> None:
    page = Page(readings_page([hostile(ROW)]))
    assert {"script", "img", "iframe"} & {tag for tag, _ in page.tags} == set()


def test_an_address_that_runs_is_no_link() -> None:
    row = {**ROW, "document": {**ROW["document"], "url": "javascript:alert(1)"}}
    assert "javascript:" not in readings_page([row])


def test_an_article_without_an_encounter_says_so() -> None:
    assert "No encounter found" in readings_page([{**ROW, "encounters": [], "contradictions": [], "relations": []}])


def test_words_that_were_taken_out_leave_the_facts() -> None:
    html = readings_page([{**ROW, "document": {**ROW["document"], "text": ""}}])
    assert "were taken out of the ledger" in html
