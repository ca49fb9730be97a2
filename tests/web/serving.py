"""A ledger served to real clients, in a thread of this process, at a port that the system gives."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

import uvicorn

from parley.keeping import Ledger
from parley.web.app import Settings, create_app

PATIENCE = 20  # seconds


@contextmanager
def served(ledger: Ledger, token: str | None = None) -> Iterator[str]:
    """The address under which the ledger is served."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        config = uvicorn.Config(create_app(ledger, Settings(token)), log_level="warning", lifespan="off")
        server = uvicorn.Server(config)
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True)
        thread.start()
        begun = time.monotonic()
        while not server.started and time.monotonic() - begun < PATIENCE:
            time.sleep(0.01)
        try:
            yield f"http://127.0.0.1:{listening.getsockname()[1]}"
        finally:
            server.should_exit = True
            thread.join(PATIENCE)
