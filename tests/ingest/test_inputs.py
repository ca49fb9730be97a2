"""What is read, in what order, and what counts as the same article."""

from __future__ import annotations

import io
import json
import subprocess
import sys
from pathlib import Path

import pytest

from parley.errors import InputError
from parley.ingest import READERS, Skipped, Taken, document_of_line, open_inputs
from parley.ingest.sniff import SUFFIXES, TYPES, reader_for
from parley.model.document import Document

TEXT = "The envoys met in Porto, a spokeswoman said."


def documents(*inputs: str, stdin: bytes = b"", **more: str) -> list[Document]:
    found = list(open_inputs(inputs, stdin=io.BytesIO(stdin), **more))  # type: ignore[arg-type]
    return [o.document for o in found if isinstance(o, Taken)]


def lines(*records: dict[str, object]) -> bytes:
    return b"".join(json.dumps(r).encode() + b"\n" for r in records)


def test_folders_are_read_below_and_in_order(tmp_path: Path) -> None:
    for name in ("b.txt", "a/2.md", "a/10.txt", ".hidden.txt", "c.png", "d.JSONL"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(json.dumps({"text": TEXT + name}) if "JSONL" in name else TEXT + name)
    found = [d.source.removeprefix(f"{tmp_path}/") for d in documents(str(tmp_path))]
    assert found == ["b.txt", "d.JSONL#1", "a/10.txt", "a/2.md"]


def test_nothing_is_opened_before_it_is_asked_for(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT)
    found = open_inputs([str(tmp_path / "a.txt"), str(tmp_path / "b.txt")])
    assert isinstance(next(found), Taken)
    (tmp_path / "b.txt").write_text(TEXT + " They parted.")
    assert isinstance(next(found), Taken)


@pytest.mark.parametrize(
    ("data", "reader"),
    [
        (b"Envoys meet in Porto", "text"),
        (b'"We never met," she said.', "text"),
        (b"{The envoys} met", "text"),
        (b'\xef\xbb\xbf{"id": "a", "text": "x"}\n{"id": "b"', "lines"),
        (b'{"text": "a line that goes on and on', "lines"),
        (b'{\n  "text": "x"\n}', "json"),
        (b'[{"text": "x"}]', "json"),
        (b"\n<!DOCTYPE html><p>x", "page"),
        (b"<?xml version='1.0'?>\n<html xmlns='x'>", "page"),
        (b"<?xml version='1.0'?><feed xmlns='x'>", "feed"),
    ],
)
def test_standard_input_is_told_by_its_first_bytes(data: bytes, reader: str) -> None:
    assert reader_for("", data) == reader
    assert reader in READERS


def test_every_name_and_type_has_a_reader() -> None:
    assert {*SUFFIXES.values(), *TYPES.values()} <= READERS.keys()


def test_a_page_saved_as_text_is_a_page() -> None:
    assert reader_for("a.txt", b"<html><body>") == "page"


def test_an_article_line_keeps_its_fields() -> None:
    record = {"id": 7, "url": "https://x.example/a", "title": "Envoys meet", "text": TEXT, "published": "2031-06-09"}
    (document,) = documents("-", stdin=lines(record | {"outlet": "The Quay Gazette", "language": "en-GB"}))
    assert (document.source, document.url, document.title) == ("7", "https://x.example/a", "Envoys meet")
    assert (document.published, document.outlet, document.language) == ("2031-06-09", "The Quay Gazette", "en")
    assert document.text == f"Envoys meet\n\n{TEXT}"


def test_a_line_without_id_is_named_by_its_place(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_bytes(lines({"text": TEXT}))
    (document,) = documents(str(tmp_path / "a.jsonl"))
    assert document.source == f"{tmp_path / 'a.jsonl'}#1"


def test_a_list_in_one_json_file_is_read() -> None:
    found = documents("-", stdin=json.dumps([{"text": TEXT}, {"text": TEXT + " They parted."}], indent=1).encode())
    assert [d.source for d in found] == ["-#1", "-#2"]


FIELDS: dict[str, tuple[dict[str, object], dict[str, object]]] = {
    "HTML in the text": ({"text": f"<p>{TEXT}</p><p>They &amp; others parted.<br/>Nobody wept.</p>"}, {"text": f"{TEXT}\n\nThey & others parted.\nNobody wept."}),  # noqa: E501
    "HTML in the title": ({"text": TEXT, "title": "<b>Envoys</b> meet &amp; part"}, {"title": "Envoys meet & part"}),
    "a block quote": ({"text": f"<p>{TEXT}</p><blockquote>We won.</blockquote>"}, {"text": f"{TEXT}\n\n“We won.”"}),
    "less than is no tag": ({"text": "The envoys want < 5 % and > 3 %."}, {"text": "The envoys want < 5 % and > 3 %."}),
    "a site behind the title": ({"text": TEXT, "title": "Envoys meet in Porto - Reuters"}, {"title": "Envoys meet in Porto", "outlet": "Reuters"}),  # noqa: E501
    "seconds": ({"text": TEXT, "published": 1938758400}, {"published": "2031-06-09T08:00:00+00:00"}),
    "a control code": ({"text": "The envoys\tmet\u0000 in Porto."}, {"text": "The envoys met in Porto."}),
    "no text in a field": ({"text": TEXT, "title": ["x"]}, {"title": None, "warnings": ('"title" is not a string and is left out',)}),  # noqa: E501
}  # fmt: skip


@pytest.mark.parametrize(("record", "told"), FIELDS.values(), ids=FIELDS)
def test_the_fields_of_a_line_come_out_clean(record: dict[str, object], told: dict[str, object]) -> None:
    (document,) = documents("-", stdin=lines(record))
    assert {key: getattr(document, key) for key in told} == told


def test_line_ends_marks_and_raw_codes_do_not_spoil_lines() -> None:
    data = b"\xef\xbb\xbf" + lines({"text": TEXT}).replace(b"\n", b"\r\n") + b'{"text": "They\tparted\x00 in Porto."}'
    assert [d.text for d in documents("-", stdin=data)] == [TEXT, "They parted in Porto."]


def test_options_count_only_where_the_article_tells_nothing() -> None:
    told = {"id": "a", "text": TEXT, "published": "2031-06-09", "outlet": "The Quay Gazette"}
    found = documents("-", stdin=lines(told, {"id": "b", "text": TEXT}), published="2030-01-01", outlet="Northline")
    assert [(d.published, d.outlet) for d in found] == [("2031-06-09", "The Quay Gazette"), ("2030-01-01", "Northline")]


def test_a_date_that_says_no_day_is_noted_and_left_out() -> None:
    (document,) = documents("-", stdin=lines({"text": TEXT, "published": "03/04/2031"}))
    assert document.published is None
    assert document.warnings == ("its date '03/04/2031' says no day for certain",)


DUPLICATES = [
    ("the same line twice", {"id": "a", "text": TEXT}, {"id": "a", "text": TEXT}, True),
    ("equal words without a name", {"text": TEXT}, {"text": TEXT}, True),
    ("equal words, other spaces", {"text": TEXT}, {"text": TEXT.replace(" ", "  ")}, True),
    ("the same address", {"url": "https://x.example/a", "text": TEXT}, {"url": "https://x.example/a#b", "text": TEXT}, True),  # noqa: E501
    ("a wire copy at another address", {"url": "https://x.example/a", "text": TEXT}, {"url": "https://y.example/a", "text": TEXT}, False),  # noqa: E501
    ("a wire copy in another outlet", {"outlet": "A", "text": TEXT}, {"outlet": "B", "text": TEXT}, False),
    ("another id", {"id": "a", "text": TEXT}, {"id": "b", "text": TEXT}, False),
    ("a new version", {"url": "https://x.example/a", "text": TEXT}, {"url": "https://x.example/a", "text": TEXT + " Now."}, False),  # noqa: E501
]  # fmt: skip


@pytest.mark.parametrize(("one", "two", "same"), [c[1:] for c in DUPLICATES], ids=[c[0] for c in DUPLICATES])
def test_duplicates_are_skipped_and_wire_copies_kept(
    one: dict[str, object], two: dict[str, object], same: bool
) -> None:
    _, second = open_inputs(["-"], stdin=io.BytesIO(lines(one, two)))
    assert isinstance(second, Skipped) == same
    if isinstance(second, Skipped):
        twin = "a duplicate of -#1" if "id" not in one else "a duplicate: the same article came before under this name"
        assert second.why == twin


def test_one_line_at_hand_becomes_a_document() -> None:
    assert document_of_line({"text": TEXT, "published": "2031-06-09", "outlet": None}).published == "2031-06-09"
    with pytest.raises(InputError, match="no article in it"):
        document_of_line({"text": " "})


def test_the_id_is_the_hash_of_the_text_alone() -> None:
    one, two = document_of_line({"text": TEXT}), document_of_line({"id": "b", "text": TEXT, "outlet": "Northline"})
    assert one.id == two.id
    assert one.id != document_of_line({"text": TEXT + " They parted."}).id


def test_importing_loads_nothing_heavy() -> None:
    code = "import sys, parley.ingest; print(*{m.split('.')[0] for m in sys.modules})"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()
    assert not {"trafilatura", "lxml", "httpx2", "httpcore2", "py3langid", "numpy", "yaml"} & set(loaded)
