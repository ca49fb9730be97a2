"""Which reader fits: by the name of a file, by what a server says, by the first bytes."""

from __future__ import annotations

import re
from pathlib import PurePath

SUFFIXES = {
    ".txt": "text",
    ".text": "text",
    ".md": "text",
    ".html": "page",
    ".htm": "page",
    ".xhtml": "page",
    ".jsonl": "lines",
    ".ndjson": "lines",
    ".json": "json",
    ".csv": "table",
    ".tsv": "table",
    ".parquet": "parquet",
    ".warc": "warc",
}
TYPES = {
    "text/html": "page",
    "application/xhtml+xml": "page",
    "text/plain": "text",
    "text/markdown": "text",
    "application/json": "json",
    "application/x-ndjson": "lines",
    "application/jsonl": "lines",
}
# What a folder is searched for.
PLAIN = (".txt", ".html", ".htm", ".jsonl", ".md", ".csv", ".tsv", ".json", ".xml")
IN_FOLDERS = (*PLAIN, *(f"{p}{e}" for p in (*PLAIN, ".warc") for e in (".gz", ".zst")), ".parquet", ".warc")

WHOLE = {b"PAR1": "parquet", b"WARC/": "warc"}  # what a file of these kinds begins with
NEWSML = re.compile(r"<(?:\w+:)?(?:newsItem|newsMessage|packageItem)[\s>]")
PAGE = re.compile(r"<!doctype html|<html[\s>]|<head[\s>]|<body[\s>]|<article[\s>]", re.IGNORECASE)
FEED = re.compile(r"<(?:rss|feed|rdf:RDF|urlset|sitemapindex)[\s>]", re.IGNORECASE)
LINE = re.compile(r'\{\s*"[^"\n]*"\s*:')
JSON = re.compile(r'[\[{]\s*(?:\{\s*)?"|[\[{]\s*[\]}]')


def reader_for(name: str, head: bytes, content_type: str | None = None) -> str:
    """The name of the reader: a key of ``parley.ingest.readers.READERS``."""
    if (kind := next((k for start, k in WHOLE.items() if head.startswith(start)), None)) is not None:
        return kind
    named = TYPES.get(content_type or "") or SUFFIXES.get(PurePath(name).suffix.lower())
    if named == "table":
        return named
    if named in {"lines", "page"}:
        return "feed" if named == "page" and _is_feed(head) else named
    looks = _by_look(head)
    if named == "text" and looks in {"lines", "json"}:
        return "text"  # a text file may quote JSON; a page saved under .txt is common
    return looks if looks in {"page", "feed", "newsml"} else named or looks


def _by_look(head: bytes) -> str:
    start = _text(head).lstrip()
    if _is_feed(head):
        return "feed"
    if start.startswith("<") and NEWSML.search(start[:4096]):
        return "newsml"
    if start.startswith("<") and PAGE.search(start[:4096]):
        return "page"
    if LINE.match(start):
        first, newline, _ = start.partition("\n")
        whole = first.rstrip().endswith("}") or not newline
        return "lines" if whole else "json"
    return "json" if JSON.match(start) else "text"


def _is_feed(head: bytes) -> bool:
    start = _text(head).lstrip()[:1024]
    return start.startswith("<") and FEED.search(start) is not None and PAGE.search(start) is None


def _text(head: bytes) -> str:
    """The first bytes as text, good enough to look at."""
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return head.decode("utf-16", "replace")
    return head.decode("utf-8-sig", "replace")
