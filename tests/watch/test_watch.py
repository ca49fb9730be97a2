"""Watching feeds, against a server of the tests' own: nothing is lost, repeated or hung on."""

from __future__ import annotations

import gzip
import json
import threading
import time
from collections.abc import Callable, Iterator
from functools import partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from parley.cli.watch import addresses, seconds
from parley.errors import BrokenError, OptionError
from parley.ingest import fetch as fetching
from parley.ingest.posting import post
from parley.keeping import Ledger
from parley.watch import atom, hook, news
from parley.watch.feeds import entries, listed
from parley.watch.news import News
from parley.watch.rounds import Said, Watcher
from parley.watch.state import Note, State, load
from tests.ledger.conftest import unread

pytest.importorskip("feedparser", reason="no feedparser: watching feeds is not tested")
pytest.importorskip("protego", reason="no protego: watching feeds is not tested")
pytestmark = pytest.mark.usefixtures("engine")
Answer = tuple[int, dict[str, str], bytes]
Site = dict[str, "Answer | Callable[[Any], Answer | None]"]
PLAN = "Peru's president, Luis Soto, and Kenya's president, Peter Mboya, will meet in Riga on May 30, his office said."
OFF = "The meeting of Peru's president, Luis Soto, and Kenya's president, Peter Mboya, in Riga is cancelled, Lima said."


def page(text: str, day: str = "2031-05-14") -> Answer:
    more = "<p>Nobody else was to take part, the office added, and no papers were ready to be signed.</p>"
    head = f"<title>Riga</title><meta property='article:published_time' content='{day}T08:00:00Z'>"
    html = f"<html><head>{head}</head><body><article><h1>Riga</h1><p>{text}</p>{more}</article></body></html>"
    return 200, {"Content-Type": "text/html; charset=utf-8"}, html.encode()


def feed(*names: str, updated: str = "1") -> Answer:
    items = "".join(f"<item><link>/{n}</link><guid>{n}</guid><pubDate>{updated}</pubDate></item>" for n in names)
    body = f"<rss version='2.0'><channel><title>t</title>{items}</channel></rss>"
    return 200, {"Content-Type": "application/rss+xml", "ETag": f'"{"-".join(names)}{updated}"'}, body.encode()


@pytest.fixture
def site() -> Iterator[tuple[str, Site, list[str]]]:
    """A server: its address, what it answers by path, and what it was asked."""
    answers: Site = {}
    asked: list[str] = []

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(self.path)
            found = answers.get(self.path, (404, {}, b""))
            if callable(found):
                found = found(self)
                if found is None:
                    return
            status, headers, body = found
            if headers.get("ETag") and self.headers.get("If-None-Match") == headers["ETag"]:
                status, body = 304, b""
            self.send_response(status)
            for name, value in headers.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def do_POST(self) -> None:
            asked.append(self.rfile.read(int(self.headers["Content-Length"])).decode())
            self.send_response(200 if self.headers.get("X-Parley-Signature") else 401)
            self.end_headers()

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}", answers, asked
    server.shutdown()


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with Ledger(str(tmp_path / "l.db"), unread) as made:
        yield made


@pytest.fixture
def watcher(ledger: Ledger, site: tuple[str, Site, list[str]], tmp_path: Path) -> Callable[..., Watcher]:
    from parley import api

    def made(**more: Any) -> Watcher:
        known: dict[str, Any] = {"private": True, "every": 0.0, "sleep": lambda _: None, **more}
        feeds = known.pop("feeds", [f"{site[0]}/feed"])
        return Watcher(ledger, feeds, tmp_path / "state.json", api.engine().analyse, **known)

    return made


def told(found: list[Said | News]) -> list[str]:
    return [one.what for one in found if isinstance(one, News)]


def test_new_articles_are_added_and_what_changes_is_told(
    site: tuple[str, Site, list[str]], watcher: Callable[..., Watcher], ledger: Ledger
) -> None:
    site[1].update({"/feed": feed("plan"), "/plan": page(PLAN), "/off": page(OFF, "2031-05-16")})
    (first,) = told(list(watcher().round()))
    assert first.startswith("meeting: Luis Soto, Peter Mboya: new, scheduled 2031-05-30")
    site[1]["/feed"] = feed("off", "plan")
    (second,) = told(list(watcher().round()))
    assert "scheduled → cancelled" in second
    assert len(list(ledger.documents())) == 2


def test_nothing_is_repeated_after_a_stop(site: tuple[str, Site, list[str]], watcher: Callable[..., Watcher]) -> None:
    site[1].update({"/feed": feed("plan"), "/plan": page(PLAN)})
    assert told(list(watcher().round()))
    site[2].clear()
    assert list(watcher().round()) == []
    assert "/plan" not in site[2]


def test_what_a_stop_left_untold_is_told_next_time(
    site: tuple[str, Site, list[str]], watcher: Callable[..., Watcher]
) -> None:
    site[1].update({"/feed": feed("plan"), "/plan": page(PLAN)})
    for one in watcher().round():
        assert isinstance(one, Said)  # added, and then killed before the change was told
        break
    assert len(told(list(watcher().round()))) == 1


def test_an_article_that_could_not_be_fetched_is_asked_for_again(
    site: tuple[str, Site, list[str]], watcher: Callable[..., Watcher]
) -> None:
    site[1].update({"/feed": feed("plan"), "/plan": (503, {}, b"")})
    (said,) = list(watcher().round())
    assert isinstance(said, Said)
    assert said.again
    site[1]["/plan"] = page(PLAN)
    assert len(told(list(watcher().round()))) == 1


def test_a_changed_page_is_a_new_version(
    site: tuple[str, Site, list[str]], watcher: Callable[..., Watcher], ledger: Ledger
) -> None:
    site[1].update({"/feed": feed("plan"), "/plan": page(PLAN)})
    list(watcher().round())
    site[1].update({"/feed": feed("plan", updated="2"), "/plan": page(OFF)})
    assert [s.what for s in watcher().round() if isinstance(s, Said)] == ["added (version)"]


def endless(handler: Any) -> None:
    handler.send_response(200)
    handler.send_header("Content-Type", "application/rss+xml")
    handler.end_headers()
    try:
        while True:
            handler.wfile.write(b"<item>" * 1000)
    except OSError:
        pass


def slow(handler: Any) -> None:
    handler.send_response(200)
    handler.end_headers()
    try:
        for _ in range(600):
            handler.wfile.write(b"<")
            handler.wfile.flush()
            time.sleep(0.1)
    except OSError:
        pass


BOMB = gzip.compress(b"<" * 50_000_000)
BAD: dict[str, tuple[Any, str]] = {
    "broken": ((200, {"Content-Type": "application/rss+xml"}, b"no feed at all"), "no feed"),
    "a picture": ((200, {"Content-Type": "image/png"}, b"\x89PNG"), "image/png"),
    "gone": ((404, {}, b""), "404"),
    "too many requests": ((429, {"Retry-After": "7200"}, b""), "429"),
    "endless": (endless, "8 MB|seconds"),
    "slow": (slow, "seconds"),
    "a bomb": ((200, {"Content-Type": "text/xml", "Content-Encoding": "gzip"}, BOMB), "8 MB"),
    "a loop": ((302, {"Location": "/feed"}, b""), "redirects"),
    "an odd redirect": ((302, {"Location": "file:///etc/passwd"}, b""), "file address"),
}


@pytest.mark.parametrize("name", BAD)
def test_whatever_a_server_does_it_is_one_line(
    site: tuple[str, Site, list[str]], watcher: Callable[..., Watcher], monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    answer, words = BAD[name]
    monkeypatch.setattr(fetching, "MOST_SECONDS", 2.0)
    site[1]["/feed"] = answer
    (said,) = list(watcher().round())
    assert isinstance(said, Said)
    assert not said.good
    assert any(w in said.what for w in words.split("|"))


def test_a_server_that_asks_for_a_pause_gets_it(
    site: tuple[str, Site, list[str]], watcher: Callable[..., Watcher]
) -> None:
    site[1]["/feed"] = BAD["too many requests"][0]
    made = watcher()
    list(made.round())
    assert 7000 < made.due() <= 7200
    assert list(watcher().round()) == []


def test_nothing_private_is_reached(site: tuple[str, Site, list[str]], watcher: Callable[..., Watcher]) -> None:
    site[1]["/feed"] = feed("plan")
    (said,) = list(watcher(private=False).round())
    assert isinstance(said, Said)
    assert not said.good
    assert site[2] == []


def test_robots_are_obeyed_and_hosts_are_not_hurried(
    site: tuple[str, Site, list[str]], watcher: Callable[..., Watcher]
) -> None:
    robots = b"User-agent: *\nDisallow: /secret\nCrawl-delay: 7\n"
    site[1].update({"/feed": feed("secret"), "/secret": page(PLAN), "/robots.txt": (200, {}, robots)})
    waits: list[float] = []
    (said,) = list(watcher(sleep=waits.append, clock=lambda: 1e9).round())
    assert isinstance(said, Said)
    assert "robots.txt" in said.what
    assert "/secret" not in site[2]
    assert all(w <= 7 for w in waits)


@pytest.mark.parametrize(("status", "read"), [(404, True), (403, True), (429, False), (500, False), (503, False)])
def test_a_host_whose_robots_txt_cannot_be_had_is_asked_later(
    status: int, read: bool, site: tuple[str, Site, list[str]], watcher: Callable[..., Watcher]
) -> None:
    site[1].update({"/feed": feed("plan"), "/plan": page(PLAN), "/robots.txt": (status, {}, b"")})
    list(watcher().round())
    assert ("/feed" in site[2], "/plan" in site[2]) == (read, read)


def test_robots_txt_is_asked_no_faster_than_pages(
    site: tuple[str, Site, list[str]], watcher: Callable[..., Watcher]
) -> None:
    site[1].update({"/feed": feed("plan"), "/plan": page(PLAN)})
    waits: list[float] = []
    list(watcher(sleep=waits.append, clock=lambda: 1e9).round())
    assert site[2] == ["/robots.txt", "/feed", "/plan"]
    assert len(waits) == 2


@pytest.mark.parametrize("damage", ["", "{", "[]", '{"feeds": 3}', '{"feeds": {}}'])
def test_a_damaged_state_is_told_in_words(damage: str, tmp_path: Path) -> None:
    (tmp_path / "s.json").write_text(damage)
    with pytest.raises(BrokenError, match="damaged") as told:
        load(tmp_path / "s.json")
    assert "move it away" in (told.value.hint or "")


def test_only_news_of_watched_actors_are_told(
    site: tuple[str, Site, list[str]], watcher: Callable[..., Watcher]
) -> None:
    site[1].update({"/feed": feed("plan"), "/plan": page(PLAN)})
    assert told(list(watcher(actors=("Norway",)).round())) == []


# webhooks


def test_a_webhook_gets_each_note_once_and_signed(site: tuple[str, Site, list[str]]) -> None:
    state = State(outbox=[Note("n1", {"what": "new"})])
    for _ in range(2):
        assert hook.deliver(state, f"{site[0]}/hook", "secret", partial(post, private=True)) == []
    assert (state.outbox, [json.loads(body) for body in site[2]]) == ([], [{"id": "n1", "what": "new"}])


def test_what_was_not_taken_is_tried_again_with_growing_pauses() -> None:
    state = State(outbox=[Note("n1", {"what": "new"})])
    tried = [0.0]
    while state.outbox:
        hook.deliver(state, "https://x.test", "", lambda *_: 500, tried[-1])
        tried += [note.due for note in state.outbox]
    pauses = [b - a for a, b in pairwise(tried)]
    assert pauses == sorted(pauses)
    assert (len(tried), max(pauses)) == (hook.MOST_TRIES, hook.LONGEST_PAUSE)


# small things


def test_an_atom_feed_of_changes(tmp_path: Path) -> None:
    row = {"kind": "summit", "parties": [{"name": "Peru \x08"}, {"name": "Kenya"}]}
    for n in range(atom.MOST + 5):
        atom.write(tmp_path / "a.xml", [News(f"n{n}", f"change {n}", row)])
    found = entries((tmp_path / "a.xml").read_bytes(), "https://x.test/")
    assert found == []  # changes have no address of their own
    assert (tmp_path / "a.xml").read_text(encoding="utf-8").count("<entry>") == atom.MOST


def test_feeds_from_files(tmp_path: Path) -> None:
    (tmp_path / "f.opml").write_text("<opml><body><outline xmlUrl='https://a.test/f'/></body></opml>", encoding="utf-8")
    (tmp_path / "p.toml").write_text('[watch]\nfeeds = ["https://b.test/f"]\n', encoding="utf-8")
    given = (str(tmp_path / "f.opml"), str(tmp_path / "p.toml"), "https://a.test/f")
    assert addresses(given) == ["https://a.test/f", "https://b.test/f"]
    with pytest.raises(OptionError, match="cannot be read"):
        addresses(("nothing.opml",))
    assert listed(b"<opml/>", "x") == []


@pytest.mark.parametrize(("words", "value"), [("90", 90), ("90s", 90), ("15m", 900), ("2h", 7200)])
def test_times(words: str, value: int) -> None:
    assert seconds(words) == value


def test_the_way_back_to_an_old_status_is_news_again() -> None:
    def row(status: str, since: str) -> dict[str, Any]:
        parties = [{"name": "Peru", "country": "PER"}]
        known = {"id": "e", "kind": "summit", "parties": parties, "when": None, "place": None, "contradictions": 0}
        return {**known, "status": status, "since": since, "last_change": [], "on_whose_word": []}

    steps = [row("scheduled", "1"), row("on_hold", "2"), row("scheduled", "3"), row("on_hold", "4")]
    found = [news.between({"e": a}, {"e": b})[0] for a, b in pairwise(steps)]
    assert len({n.id for n in found}) == 3
