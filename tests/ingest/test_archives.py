"""Archives: packed files, tables, web archives and what agencies send, with the damage that they come with."""

from __future__ import annotations

import gzip
import io
import json
from collections.abc import Callable
from pathlib import Path

import pytest

from parley.errors import OptionError
from parley.ingest import Failed, Skipped, Taken, open_inputs
from parley.ingest.tables import columns_given

TEXT = "The presidents of Peru and Kenya will meet in Riga on 30 May, Peru's embassy said in a statement on {}."
DAYS = ("Monday", "Tuesday", "Friday")
LINES = "".join(json.dumps({"id": d, "text": TEXT.format(d), "published": "2031-05-14"}) + "\n" for d in DAYS).encode()


def outcomes(path: Path, **options: object) -> list[Taken | Skipped | Failed]:
    return list(open_inputs([str(path)], **options))  # type: ignore[arg-type]


def texts(path: Path, **options: object) -> list[str]:
    return [o.document.text for o in outcomes(path, **options) if isinstance(o, Taken)]


ALL = [TEXT.format(d) for d in DAYS]


def zstd(data: bytes) -> bytes:
    library = pytest.importorskip("zstandard", reason="no zstandard: files packed with it are not tested")
    return bytes(library.ZstdCompressor().compress(data))


@pytest.mark.parametrize(("name", "pack"), [("a.jsonl.gz", gzip.compress), ("a.jsonl.zst", zstd), ("odd", zstd)])
def test_packed_article_lines(tmp_path: Path, name: str, pack: Callable[[bytes], bytes]) -> None:
    (tmp_path / name).write_bytes(pack(LINES))
    assert texts(tmp_path / name) == ALL


@pytest.mark.parametrize("pack", [gzip.compress, zstd])
def test_a_packed_file_that_ends_too_early_gives_what_came_before(
    tmp_path: Path, pack: Callable[[bytes], bytes]
) -> None:
    filler = "".join(f"{n * n * n:x}" for n in range(200_000)).encode()
    whole = pack(LINES + b'{"text": "' + filler)
    (tmp_path / "a.jsonl.gz").write_bytes(whole[: len(whole) * 3 // 4])
    *before, last = outcomes(tmp_path / "a.jsonl.gz")
    assert [o.document.text for o in before if isinstance(o, Taken)] == ALL
    assert isinstance(last, Failed)
    assert "damaged" in last.why or "broken JSON" in last.why  # zstd does not tell that its end is missing


def test_a_small_file_that_unpacks_to_gigabytes_is_one_line(tmp_path: Path) -> None:
    bomb = io.BytesIO()
    with gzip.GzipFile(fileobj=bomb, mode="wb", compresslevel=9) as packed:
        for _ in range(64):
            packed.write(b" " * 2**20)
    (tmp_path / "a.jsonl.gz").write_bytes(bomb.getvalue() + gzip.compress(b"\n" + LINES))
    first, *rest = outcomes(tmp_path / "a.jsonl.gz")
    assert isinstance(first, Failed)
    assert "no single article" in first.why
    assert len(rest) == len(DAYS)


def table(separator: str) -> str:
    rows = ["Headline", "Body", "Date"], *([f"Talks {d}", f'"{TEXT.format(d)}"', "2031-05-14"] for d in DAYS)
    return "\n".join(separator.join(row) for row in rows) + "\n"


@pytest.mark.parametrize(("name", "separator"), [("a.csv", ","), ("a.tsv", "\t"), ("b.csv", ";")])
def test_tables_with_columns_of_usual_names(tmp_path: Path, name: str, separator: str) -> None:
    (tmp_path / name).write_text(table(separator), encoding="utf-8")
    first = outcomes(tmp_path / name)[0]
    assert isinstance(first, Taken)
    d = first.document
    assert (d.title, d.published, d.text) == ("Talks Monday", "2031-05-14", f"Talks Monday\n\n{ALL[0]}")


def test_columns_of_other_names_are_said(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text(table(",").replace("Body", "words"), encoding="utf-8")
    (why,) = outcomes(tmp_path / "a.csv")
    assert isinstance(why, Failed)
    assert "Headline, words, Date" in why.why
    assert "--columns" in why.why
    found = texts(tmp_path / "a.csv", columns=columns_given("text=words"))
    assert [t.partition("\n\n")[2] for t in found] == ALL


@pytest.mark.parametrize("words", ["text", "body=text", "text=", "text=a,,title=b"])
def test_a_map_that_names_nothing_is_refused(words: str) -> None:
    with pytest.raises(OptionError, match="names no column"):
        columns_given(words)


def test_parquet(tmp_path: Path) -> None:
    pa = pytest.importorskip("pyarrow", reason="no pyarrow: Parquet files are not tested")
    import pyarrow.parquet as pq

    pq.write_table(pa.table({"maintext": ALL, "source": ["Herald"] * 3}), tmp_path / "a.parquet")
    assert texts(tmp_path / "a.parquet") == ALL
    (tmp_path / "b.parquet").write_bytes((tmp_path / "a.parquet").read_bytes()[:-20])
    (why,) = outcomes(tmp_path / "b.parquet")
    assert isinstance(why, Failed)
    assert "damaged Parquet" in why.why


PAGE = (
    "<html><head><title>{0}</title><meta property='article:published_time' content='2031-05-14T08:00:00Z'></head>"
    "<body><article><h1>{0}</h1><p>{1}</p><p>Nobody else was to take part, the embassy added, and no papers were ready."
    "</p></article></body></html>"
)


def response(address: str, body: bytes, kind: str = "text/html; charset=utf-8", status: str = "200 OK") -> bytes:
    http = f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {len(body)}\r\n\r\n".encode() + body
    head = (
        f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {address}\r\nWARC-Date: 2031-05-20T00:00:00Z\r\n"
        f"WARC-Record-ID: <urn:uuid:{abs(hash(address)):032x}>\r\nWARC-Payload-Digest: sha1:{abs(hash(body)):040x}\r\n"
        f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(http)}\r\n\r\n"
    )
    return head.encode() + http + b"\r\n\r\n"


def page(day: str) -> bytes:
    return PAGE.format(f"Peru and Kenya to meet, {day}", TEXT.format(day)).encode()


RECORDS = [
    response("https://herald.test/monday", page("Monday")),
    response("https://herald.test/monday", page("Monday")),  # the same page once more
    response("https://herald.test/a.png", b"\x89PNG", "image/png"),
    response("https://herald.test/gone", page("Sunday"), status="404 Not Found"),
    response("https://herald.test/tuesday", page("Tuesday"), kind="text/html; charset=no-such-charset"),
    response("https://herald.test/empty", b""),
]


@pytest.mark.parametrize("packed", [False, True])
def test_a_web_archive(tmp_path: Path, packed: bool) -> None:
    pytest.importorskip("fastwarc", reason="no fastwarc: web archives are not tested")
    name = tmp_path / ("news.warc.gz" if packed else "news.warc")
    name.write_bytes(b"".join(gzip.compress(r) if packed else r for r in RECORDS))
    found = outcomes(name)
    taken = [o.document for o in found if isinstance(o, Taken)]
    assert [d.url for d in taken] == ["https://herald.test/monday", "https://herald.test/tuesday"]
    assert all(d.published == "2031-05-14T08:00:00+00:00" for d in taken)
    assert [type(o) for o in found if not isinstance(o, Taken)] == [Skipped, Skipped]


@pytest.mark.parametrize("cut", [0.3, 0.6, 0.9])
def test_a_web_archive_that_was_cut_off_gives_what_came_before(tmp_path: Path, cut: float) -> None:
    pytest.importorskip("fastwarc", reason="no fastwarc: web archives are not tested")
    days = [response(f"https://herald.test/{n}", page(f"{d} {n}")) for n, d in enumerate(DAYS * 5)]
    whole = b"".join(gzip.compress(r) for r in days)
    (tmp_path / "news.warc.gz").write_bytes(whole[: int(len(whole) * cut)])
    found = texts(tmp_path / "news.warc.gz")
    assert int(len(days) * cut) - 1 <= len(found) <= int(len(days) * cut) + 1


@pytest.mark.parametrize("packed", [False, True])
def test_a_damaged_record_of_a_web_archive_takes_no_other_along(tmp_path: Path, packed: bool) -> None:
    pytest.importorskip("fastwarc", reason="no fastwarc: web archives are not tested")
    good = [response(f"https://herald.test/{d}", page(d)) for d in DAYS]
    wrong = response("https://herald.test/wrong", page("Sunday")).replace(b"WARC-Type", b"W\x00RC-T", 1)
    cut = response("https://herald.test/cut", page("Sunday")).replace(b"HTTP/1.1 200 OK", b"HT\x00P???? 2OO ", 1)
    records = [good[0], wrong, good[1], cut, good[2]]
    (tmp_path / "a.warc").write_bytes(b"".join(gzip.compress(r) if packed else r for r in records))
    found = " ".join(texts(tmp_path / "a.warc"))
    assert all(TEXT.format(d) in found for d in DAYS)


def test_a_broken_row_of_a_table_takes_no_other_along(tmp_path: Path) -> None:
    long = "x" * 11_000_000
    rows = ["text", f'"{ALL[0]}"', long, f'"{ALL[1]}"']
    (tmp_path / "a.csv").write_text("\n".join(rows) + "\n", encoding="utf-8")
    found = outcomes(tmp_path / "a.csv")
    assert [o.document.text for o in found if isinstance(o, Taken)] == ALL[:2]
    assert [o.source for o in found if isinstance(o, Failed)] == [f"{tmp_path / 'a.csv'}, line 3"]


NINJS = [
    {"uri": "urn:x:1", "headline": "Talks", "body_text": ALL[0], "versioncreated": "2031-05-14T08:00:00Z"},
    {"uri": "urn:x:1", "headline": "Talks", "body_html": f"<p>{ALL[0]}</p>", "versioncreated": "2031-05-14T08:00:00Z"},
    {
        "uri": "urn:x:1",
        "headlines": [{"role": "main", "value": "Talks"}],
        "bodies": [
            {"contenttype": "text/html", "value": f"<p>{ALL[0]}</p>"},
            {"contenttype": "text/plain", "value": ALL[0]},
        ],
        "versioncreated": "2031-05-14T08:00:00Z",
    },
]


@pytest.mark.parametrize("record", NINJS, ids=["text", "html", "bodies"])
def test_ninjs(tmp_path: Path, record: dict[str, object]) -> None:
    (tmp_path / "a.json").write_text(json.dumps(record), encoding="utf-8")
    (found,) = outcomes(tmp_path / "a.json")
    assert isinstance(found, Taken)
    d = found.document
    assert (d.title, d.text, d.published) == ("Talks", f"Talks\n\n{ALL[0]}", "2031-05-14T08:00:00+00:00")


NEWSML = """<?xml version="1.0"?>
<newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><itemSet><newsItem guid="urn:x:7">
<itemMeta><provider literal="Northline"/><versionCreated>2031-05-14T08:00:00Z</versionCreated></itemMeta>
<contentMeta><language tag="en"/><headline>Talks</headline></contentMeta>
<contentSet><inlineXML><html xmlns="http://www.w3.org/1999/xhtml"><body><p>{}</p>
<p>No papers were ready.</p></body></html></inlineXML></contentSet></newsItem></itemSet></newsMessage>"""


def test_newsml(tmp_path: Path) -> None:
    (tmp_path / "a.xml").write_text(NEWSML.format(ALL[0]), encoding="utf-8")
    (found,) = outcomes(tmp_path / "a.xml")
    assert isinstance(found, Taken)
    d = found.document
    assert (d.title, d.outlet, d.published) == ("Talks", "Northline", "2031-05-14T08:00:00+00:00")
    assert d.text == f"Talks\n\n{ALL[0]}\n\nNo papers were ready."


def test_newsml_opens_no_entity(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("the pass phrase", encoding="utf-8")
    doctype = f'<!DOCTYPE x [<!ENTITY e SYSTEM "{secret.as_uri()}">]>'
    text = NEWSML.format(f"{ALL[0]} &e;").replace('<?xml version="1.0"?>', f'<?xml version="1.0"?>{doctype}')
    (tmp_path / "a.xml").write_text(text, encoding="utf-8")
    assert all("pass phrase" not in t for t in texts(tmp_path / "a.xml"))


def test_a_folder_of_all_of_them(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl.gz").write_bytes(gzip.compress(LINES))
    (tmp_path / "b.csv").write_text(table(",").replace("Peru", "Chile"), encoding="utf-8")
    (tmp_path / "c.json").write_text(
        json.dumps({**NINJS[0], "body_text": ALL[0].replace("Peru", "Chad")}), encoding="utf-8"
    )
    assert len(texts(tmp_path)) == 7
