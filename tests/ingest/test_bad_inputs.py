"""Each input ends as taken, skipped or failed; a bad one gets one clear line and never ends a run."""

from __future__ import annotations

import io
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from parley.errors import OptionError
from parley.ingest import Failed, Outcome, Skipped, Taken, open_inputs, run

GOOD = "Envoys to meet in Porto\n\nTwo envoys will meet in Porto on Friday, a spokeswoman for the ministry said."
GERMAN = "Die beiden Außenminister werden sich am Freitag in Porto treffen, sagte eine Sprecherin des Ministeriums."
MENU = "<html><body><nav><a href='/'>Home</a> <a href='/w'>World</a></nav><footer>Imprint</footer></body></html>"
Make = Callable[[Path], str]


def file(name: str, data: bytes | str) -> Make:
    def make(folder: Path) -> str:
        path = folder / name
        path.write_bytes(data.encode() if isinstance(data, str) else data)
        return str(path)

    return make


def folder_without_articles(folder: Path) -> str:
    (folder / "notes").mkdir()
    (folder / "notes" / "photo.png").write_bytes(b"\x89PNG")
    return str(folder / "notes")


BAD: list[tuple[str, Make, type, str]] = [
    ("an empty file", file("a.txt", ""), Skipped, "no article in it (it is empty)"),
    ("blank lines", file("a.txt", " \n\n\t\n"), Skipped, "no article in it"),
    ("nothing but signs", file("a.txt", "--- 12 ---"), Skipped, "no article in it"),
    ("binary data", file("a.txt", bytes(range(32)) * 40), Failed, "binary data, not text; give a text"),
    ("a PDF", file("a.txt", b"%PDF-1.7 ..."), Failed, "a PDF, not text; save its text"),
    ("another alphabet's code page", file("a.txt", "Встреча в Порту отложена".encode("cp1251")), Failed, "not UTF-8"),
    ("a page without an article", file("a.html", MENU), Skipped, "no article in it"),
    ("a page without an element", file("a.html", "<!-- -->"), Skipped, "no article in it"),
    ("an empty page", file("a.html", ""), Skipped, "no article in it"),
    ("a German article", file("a.txt", GERMAN), Skipped, "not English (looks like German)"),
    ("a Russian article", file("a.txt", "Министры встретятся в пятницу в Порту."), Skipped, "looks like Russian"),
    ("a language field", file("a.jsonl", '{"text": "Envoys meet.", "language": "fr"}'), Skipped, "given as fr"),
    ("a missing file", lambda folder: str(folder / "no.txt"), Failed, "no such file; check the path"),
    ("a web address without scheme", lambda _: "www.quay-gazette.example/a", Failed, "write https://www."),
    ("another scheme", lambda _: "ftp://quay-gazette.example/a", Failed, "ftp addresses are not read"),
    ("a path that no system takes", lambda folder: str(folder / ("a" * 5000)), Failed, "cannot be read"),
    ("a folder without articles", folder_without_articles, Skipped, "no article in it (looked for .txt"),
    ("a feed", file("a.xml", "<?xml version='1.0'?><rss><channel/></rss>"), Skipped, "a feed"),
    ("a broken JSON line", file("a.jsonl", '{"text": "Envoys'), Failed, "broken JSON at character 10; each line"),
    ("a line without text", file("a.jsonl", '{"title": "Envoys meet"}'), Failed, 'no "text" in it; each line'),
    ("a line with another text", file("a.jsonl", '{"text": 7}'), Failed, '"text" is not a string'),
    ("a line that is no object", file("a.jsonl", "[1]"), Failed, "not a JSON object"),
    ("a line nested without end", file("a.jsonl", "[" * 200_000), Failed, "JSON"),
    ("lines in UTF-16", file("a.jsonl", '{"text": "Envoys meet."}'.encode("utf-16")), Failed, "save it as UTF-8"),
    ("JSON of another kind", file("a.json", '{"name": "x"}'), Failed, 'give an object with a "text", or a list'),
    ("broken JSON", file("a.json", '{\n "text": x}'), Failed, "broken JSON at line 2, character 10"),
    ("a line with empty text", file("a.jsonl", '{"text": " "}'), Skipped, "no article in it"),
    ("an address of this machine", lambda _: "http://127.0.0.1:8080/a", Failed, "inside this machine"),
    ("a host that does not exist", lambda _: "http://nowhere.invalid/a", Failed, "no such host"),
    ("an address that is none", lambda _: "http://", Failed, "is no web address"),
    ("a zero byte in a path", lambda _: "a\0b", Failed, "cannot be read"),
]


def broken_link(folder: Path) -> str:
    (folder / "links").mkdir()
    (folder / "links" / "a.txt").symlink_to(folder / "nowhere.txt")
    return str(folder / "links")


BAD.append(("a link to nothing in a folder", broken_link, Failed, "a link to a file that is not there"))


def outcomes(*inputs: str, **more: object) -> list[Outcome]:
    return list(open_inputs(inputs, **more))  # type: ignore[arg-type]


@pytest.mark.parametrize(("make", "kind", "why"), [c[1:] for c in BAD], ids=[c[0] for c in BAD])
def test_a_bad_input_gets_one_clear_line_and_the_next_is_read(make: Make, kind: type, why: str, tmp_path: Path) -> None:
    bad = make(tmp_path)
    good = file("good.txt", GOOD)(tmp_path)
    first, second = outcomes(bad, good)
    assert type(first) is kind
    assert not isinstance(first, Taken)
    assert why in first.why
    assert "\n" not in first.why
    assert isinstance(second, Taken)


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read_fails(tmp_path: Path) -> None:
    path = file("a.txt", GOOD)(tmp_path)
    os.chmod(path, 0)
    assert outcomes(path) == [Failed(path, "cannot be opened: permission denied; check who may read it")]


def test_permission_is_told_in_words(monkeypatch: pytest.MonkeyPatch) -> None:
    def closed(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("builtins.open", closed)
    assert outcomes("a.txt") == [Failed("a.txt", "cannot be opened: permission denied; check who may read it")]


@pytest.mark.parametrize("name", ["a.txt", "a.html"])
def test_fifty_megabytes_are_no_article(name: str, tmp_path: Path) -> None:
    (outcome,) = outcomes(file(name, b"word " * 10_000_000)(tmp_path))
    assert isinstance(outcome, Failed)
    assert outcome.why == "more than 10 MB: no single article; give one article a line in .jsonl"


def test_a_line_of_fifty_megabytes_fails_alone(tmp_path: Path) -> None:
    good = b'{"id": "b", "text": "The envoys met in Porto."}\n'
    path = file("a.jsonl", b'{"text": "' + b"word " * 10_000_000 + b'"}\n' + good)(tmp_path)
    first, second = outcomes(path)
    assert isinstance(first, Failed)
    assert (first.source, first.why) == (
        f"{path}#1",
        "more than 10 MB: no single article; one article a line is what is read",
    )
    assert isinstance(second, Taken)
    assert second.document.source == "b"


def test_broken_lines_are_named_by_their_number(tmp_path: Path) -> None:
    path = file("a.jsonl", '{"text": "The envoys met."}\n\n{oops\n{"text": "They parted."}\n')(tmp_path)
    assert [o.document.source if isinstance(o, Taken) else o.source for o in outcomes(path)] == [
        f"{path}#1",
        f"{path}#3",
        f"{path}#4",
    ]


def test_a_wrong_encoding_is_read_and_noted(tmp_path: Path) -> None:
    path = file("a.txt", "The envoy said: “Not in São Paulo.”".encode("cp1252"))(tmp_path)
    (outcome,) = outcomes(path)
    assert isinstance(outcome, Taken)
    assert outcome.document.text == "The envoy said: “Not in São Paulo.”"
    assert outcome.document.warnings == ("not UTF-8: read as Windows-1252",)


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_marks_of_encoding_are_followed_and_dropped(encoding: str, tmp_path: Path) -> None:
    (outcome,) = outcomes(file("a.txt", GOOD.encode(encoding))(tmp_path))
    assert isinstance(outcome, Taken)
    assert outcome.document.text == GOOD
    assert outcome.document.warnings == ()


def test_one_damaged_byte_does_not_spoil_the_rest(tmp_path: Path) -> None:
    (outcome,) = outcomes(file("a.txt", "Zoë and Ülo met in Tromsø.".encode() + b"\xe2\x80")(tmp_path))
    assert isinstance(outcome, Taken)
    assert outcome.document.text.startswith("Zoë and Ülo met in Tromsø.")
    assert "damaged" in outcome.document.warnings[0]


@pytest.mark.parametrize("date", ["2026-02-30", "yesterday", "2026-03", "03/04/2026"])
def test_the_option_for_the_date_takes_one_day_for_certain_and_says_so_at_once(date: str) -> None:
    with pytest.raises(OptionError, match="; write 2026-03-14 or") as fault:
        open_inputs(["a.txt"], published=date)
    assert str(fault.value).startswith(f"--published: {date!r} ")


def test_loops_of_links_and_pipes_in_a_folder_are_passed_over(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "b.txt").write_text(GOOD)
    (tmp_path / "a" / "loop").symlink_to(tmp_path)
    os.mkfifo(tmp_path / "pipe.txt")
    (only,) = outcomes(str(tmp_path))
    assert isinstance(only, Taken)


def test_a_fault_that_nobody_foresaw_ends_one_input(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    bad, good = file("bad.txt", GOOD + " Odd.")(tmp_path), file("good.txt", GOOD)(tmp_path)
    real = run.finish
    monkeypatch.setattr(run, "finish", lambda raw, d: real(raw, d) if "Odd" not in raw.text else [][1])
    first, second = outcomes(bad, good)
    assert first == Failed(bad, "cannot be read (IndexError: list index out of range); please report it")
    assert isinstance(second, Taken)


def test_a_closed_standard_input_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", None)
    assert outcomes("-") == [Failed("-", "standard input is closed; give a file, or pipe an article in")]


def test_standard_input_is_read(tmp_path: Path) -> None:
    (outcome,) = outcomes("-", stdin=io.BytesIO(GOOD.encode()))
    assert isinstance(outcome, Taken)
    assert outcome.document.source == "-"


@pytest.mark.parametrize("text", ["Brexit negotiations begin in Brussels.", "Solheim, Vasconcelos meet in Bergen"])
def test_short_english_full_of_names_is_never_refused(text: str) -> None:
    (outcome,) = outcomes("-", stdin=io.BytesIO(text.encode()))
    assert isinstance(outcome, Taken)
