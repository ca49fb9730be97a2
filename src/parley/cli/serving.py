"""Pages served until somebody interrupts, the address told, a browser opened on it where that is wanted."""

from __future__ import annotations

import socket
import threading
import time
import webbrowser
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import click

from parley.errors import OutputError

if TYPE_CHECKING:
    from uvicorn import Server

Application = Callable[..., Any]
PATIENCE = 10.0  # seconds until the server answers


def serve(app: Application, host: str, port: int, browser: bool = False) -> None:
    """Serve ``app``; port 0 takes a free one. Raises ``OutputError`` where nothing can listen there."""
    import uvicorn

    listening = _listening(host, port)
    place = f"[{host}]" if ":" in host else host
    address = f"http://{place}:{listening.getsockname()[1]}/"
    server = uvicorn.Server(uvicorn.Config(app, log_level="warning"))
    click.echo(f"parley: {address} (interrupt to end)", err=True)
    if browser:
        threading.Thread(target=_opened, args=(server, address), daemon=True).start()
    server.run(sockets=[listening])


def _listening(host: str, port: int) -> socket.socket:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        return socket.create_server((host, port), family=family)
    except OSError as error:
        fault = f"cannot listen there ({(error.strerror or str(error)).lower()})"
        raise OutputError(fault, where=f"{host}:{port}", hint="try another --port, or 0 for a free one") from None


def _opened(server: Server, address: str) -> None:
    """A browser on the pages, once they are there; a machine without one is no fault."""
    until = time.monotonic() + PATIENCE
    while not server.started and time.monotonic() < until:
        time.sleep(0.05)
    if server.started:
        webbrowser.open(address)
