"""Web addresses: only public ones are opened, and no server can make a reader wait, swell or stumble."""

from __future__ import annotations

import gzip
import threading
import time
import zlib
from collections.abc import Iterator
from contextlib import suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import ClassVar

import pytest

from parley.errors import FetchError, InputError, RefusedError
from parley.ingest import Failed, Taken, fetch, guard, open_inputs, transport
from parley.ingest.fetch import Page

PAGE = (
    "<html><head><title>Ministers meet</title></head><body><article><p>The ministers of Peru and Chile will meet in"
    " Arica on Thursday, a spokesman for Andrés Vial said.</p></article></body></html>"
)
HTML = "text/html; charset=utf-8"


class Server(BaseHTTPRequestHandler):
    """Answers as the path asks: well, badly, slowly, without end."""

    protocol_version = "HTTP/1.1"
    answers: ClassVar[dict[str, tuple[int, dict[str, str], bytes]]] = {
        "/page": (200, {"Content-Type": HTML}, PAGE.encode()),
        "/western": (200, {"Content-Type": "text/html; charset=windows-1252"}, PAGE.encode("cp1252")),
        "/belied": (200, {"Content-Type": HTML}, PAGE.encode("cp1252")),
        "/untyped": (200, {}, PAGE.encode()),
        "/packed": (200, {"Content-Type": HTML, "Content-Encoding": "gzip"}, gzip.compress(PAGE.encode())),
        "/deflated": (200, {"Content-Type": HTML, "Content-Encoding": "deflate"}, zlib.compress(PAGE.encode())),
        "/bare-deflated": (200, {"Content-Encoding": "deflate"}, zlib.compress(PAGE.encode())[2:-4]),
        "/moved": (302, {"Location": "/page"}, b""),
        "/loop": (302, {"Location": "/loop"}, b""),
        "/to-a-file": (302, {"Location": "file:///etc/passwd"}, b""),
        "/to-metadata": (302, {"Location": "http://169.254.169.254/latest"}, b""),
        "/to-nothing": (302, {"Location": "http://[::1"}, b""),
        "/gone": (404, {}, b""),
        "/closed": (403, {}, b""),
        "/ill": (500, {}, b""),
        "/picture": (200, {"Content-Type": "image/png"}, b"\x89PNG"),
        "/badly-packed": (200, {"Content-Encoding": "gzip"}, b"no gzip at all"),
        "/cut-packed": (200, {"Content-Encoding": "gzip"}, gzip.compress(PAGE.encode())[:-20]),
        "/odd-packed": (200, {"Content-Encoding": "gzip, gzip"}, gzip.compress(gzip.compress(b"0" * 99))),
        "/bomb": (200, {"Content-Encoding": "gzip"}, gzip.compress(bytes(30_000_000))),
        "/short": (200, {"Content-Length": "9999"}, b"<html>"),
    }

    def do_GET(self) -> None:
        if self.path in {"/slow", "/slow-head", "/endless", "/hang", "/garbage"}:
            with suppress(OSError):
                self._misbehave()
            self.close_connection = True
            return
        code, headers, body = self.answers[self.path]
        self.send_response(code)
        headers = {"Content-Length": str(len(body)), "Connection": "close"} | headers
        for name in headers:
            self.send_header(name, headers[name])
        self.end_headers()
        self.wfile.write(body)

    def _misbehave(self) -> None:
        if self.path == "/garbage":
            self.wfile.write(b"\0\1no http\r\n\r\n")
        elif self.path == "/hang":
            time.sleep(2)
        else:
            self.wfile.write(b"HTTP/1.1 200 OK\r\n" + b"\r\n" * (self.path != "/slow-head"))
            part = b"<p>word" * 20_000 if self.path == "/endless" else b"X: y\r\n"
            for _ in range(200):
                self.wfile.write(part)
                time.sleep(0 if self.path == "/endless" else 0.05)

    def log_message(self, *_: object) -> None:
        """Nothing: tests are quiet."""


class Quiet(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, *_: object) -> None:
        """Clients that hang up are what is tested."""


@pytest.fixture(scope="module")
def port() -> Iterator[int]:
    server = Quiet(("127.0.0.1", 0), Server)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield server.server_port
    server.shutdown()


@pytest.fixture
def here(port: int, monkeypatch: pytest.MonkeyPatch) -> str:
    """The server's address, with this machine let through for once, and little patience."""
    public = guard.is_public
    monkeypatch.setattr(guard, "is_public", lambda a: a == "127.0.0.1" or public(a))
    monkeypatch.setattr(transport, "PORTS", (80, port))
    monkeypatch.setattr(fetch, "MOST_SECONDS", 0.6)
    return f"http://127.0.0.1:{port}"


READ = ["/page", "/western", "/belied", "/untyped", "/packed", "/deflated", "/bare-deflated", "/moved"]


@pytest.mark.parametrize("path", READ)
def test_a_page_is_read(path: str, here: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fetch, "MOST_SECONDS", 20.0)
    (found,) = open_inputs([here + path])
    assert isinstance(found, Taken)
    assert "a spokesman for Andrés Vial said." in found.document.text
    assert found.document.source == here + path
    assert found.document.url == here + path.replace("moved", "page")


FAULTS = {
    "/loop": "more than 5 redirects",
    "/to-a-file": "it leads to a file address, which is not opened",
    "/to-metadata": "169.254.169.254 is inside this machine or its network",
    "/to-nothing": "it leads to what is no web address",
    "/gone": "the server answered 404 Not Found; check the address",
    "/closed": "the server answered 403 Forbidden; save the page and give the file",
    "/ill": "the server answered 500 Internal Server Error; try again later",
    "/picture": "it is image/png, no page or text; give the address of an article",
    "/badly-packed": "the server packed the page badly",
    "/cut-packed": "the page did not arrive whole",
    "/odd-packed": "packed the page as gzip, gzip, which was not asked for",
    "/bomb": "a page of more than 8 MB",
    "/endless": "a page of more than 8 MB",
    "/slow": "no answer within 1 seconds; try again",
    "/slow-head": "no answer within 1 seconds; try again",
    "/hang": "no answer within 1 seconds; try again",
    "/garbage": "cannot be fetched",
    "/short": "cannot be fetched",
}
QUICK = {"/slow", "/slow-head", "/hang"}


@pytest.mark.parametrize(("path", "why"), FAULTS.items())
def test_a_bad_answer_is_one_clear_line(path: str, why: str, here: str, monkeypatch: pytest.MonkeyPatch) -> None:
    if path not in QUICK:
        monkeypatch.setattr(fetch, "MOST_SECONDS", 20.0)
    (found,) = open_inputs([here + path])
    assert isinstance(found, Failed)
    assert why in found.why
    assert "\n" not in found.why


INSIDE = [
    "127.0.0.1", "localhost", "[::1]", "0.0.0.0", "10.0.0.1", "192.168.1.1", "172.16.0.1", "169.254.169.254",
    "100.64.0.1", "[::ffff:127.0.0.1]", "[fd00::1]", "[64:ff9b::7f00:1]", "2130706433", "0x7f.1", "127.1",
]  # fmt: skip


@pytest.mark.parametrize("host", INSIDE)
def test_nothing_inside_this_machine_or_its_network_is_opened(host: str) -> None:
    with pytest.raises(RefusedError, match="is inside this machine or its network"):
        fetch.fetch(f"http://{host}/a")


def test_the_server_of_these_tests_is_refused_as_well(port: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(transport, "PORTS", (port,))
    with pytest.raises(RefusedError):
        fetch.fetch(f"http://127.0.0.1:{port}/page")


def test_one_private_address_among_public_ones_is_enough_to_refuse() -> None:
    with pytest.raises(RefusedError):
        fetch.fetch("http://x.example/a", lookup=lambda *_: ["93.184.216.34", "10.0.0.1"])


ADDRESSES = {
    "http://": "is no web address",
    "http:///a": "is no web address",
    "http://x.example:99999/": "is no web address",
    "http://x.example:22/": "port 22 is not one of the web",
    "http://user:secret@x.example/": "an address with a name or password in it is not opened",
    "http://nowhere.invalid/": "no such host as nowhere.invalid, or no network",
}


@pytest.mark.parametrize(("address", "why"), ADDRESSES.items())
def test_an_address_that_leads_nowhere_is_told(address: str, why: str) -> None:
    with pytest.raises(FetchError, match=why):
        fetch.fetch(address)


def test_a_name_is_looked_up_once_and_that_address_is_connected_to(here: str) -> None:
    asked: list[str] = []

    def lookup(host: str, _: int) -> list[str]:
        asked.append(host)
        return ["127.0.0.1"] if len(asked) == 1 else ["10.0.0.1"]

    page = fetch.fetch(here.replace("127.0.0.1", "x.example") + "/page", lookup=lookup)
    assert isinstance(page, Page)
    assert asked == ["x.example"]


def test_passwords_of_an_address_stand_in_no_message() -> None:
    with pytest.raises(InputError) as fault:
        fetch.fetch("http://user:secret@x.example/")
    assert "secret" not in str(fault.value)
