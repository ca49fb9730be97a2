"""The way of a request to the network: every connection goes to an address that was checked."""

from __future__ import annotations

import ssl
import time
from collections.abc import Iterable, Iterator
from functools import partial
from typing import Any

import httpcore2
import httpx2

from parley.errors import FetchError
from parley.ingest.guard import Resolve, public_addresses

PORTS = (80, 443, 8080, 8443)


class PinnedTransport(httpx2.BaseTransport):
    """Sends requests over connections of :class:`PinnedBackend`; name and certificate are checked as always."""

    def __init__(self, lookup: Resolve, deadline: float, private: bool = False) -> None:
        self._pool = httpcore2.ConnectionPool(
            ssl_context=httpx2.create_ssl_context(trust_env=False),
            max_keepalive_connections=0,
            network_backend=PinnedBackend(lookup, deadline, private),
        )

    def handle_request(self, request: httpx2.Request) -> httpx2.Response:
        """The answer to one request."""
        url = request.url
        target = httpcore2.URL(scheme=url.raw_scheme, host=url.raw_host, port=url.port, target=url.raw_path)
        inner = httpcore2.Request(
            request.method, target, headers=request.headers.raw, content=request.stream, extensions=request.extensions
        )
        try:
            answer = self._pool.handle_request(inner)
        except httpcore2.TimeoutException as error:
            raise httpx2.ReadTimeout(str(error), request=request) from error
        except (httpcore2.NetworkError, httpcore2.ProtocolError) as error:
            raise httpx2.ConnectError(str(error), request=request) from error
        body = _Body(answer)
        return httpx2.Response(answer.status, headers=answer.headers, stream=body, extensions=answer.extensions)

    def close(self) -> None:
        """Close every connection."""
        self._pool.close()


class _Body(httpx2.SyncByteStream):
    def __init__(self, answer: httpcore2.Response) -> None:
        self._answer = answer

    def __iter__(self) -> Iterator[bytes]:
        try:
            yield from self._answer.iter_stream()
        except httpcore2.TimeoutException as error:
            raise httpx2.ReadTimeout(str(error)) from error
        except (httpcore2.NetworkError, httpcore2.ProtocolError) as error:
            raise httpx2.ReadError(str(error)) from error

    def close(self) -> None:
        self._answer.close()


class PinnedBackend(httpcore2.NetworkBackend):
    """Looks a name up, checks what it got, and connects to just that; nothing lasts beyond ``deadline``."""

    def __init__(self, lookup: Resolve, deadline: float, private: bool = False) -> None:
        self._lookup, self._deadline, self._private = lookup, deadline, private
        self._plain = httpcore2.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore2.NetworkStream:
        """A connection to the first of the host's addresses that answers."""
        if port not in PORTS and not self._private:
            raise FetchError(f"port {port} is not one of the web", hint="check the address")
        fault: httpcore2.ConnectError | httpcore2.ConnectTimeout | None = None
        addresses = self._lookup if self._private else partial(public_addresses, lookup=self._lookup)
        for address in addresses(host, port):
            try:
                left = _left(self._deadline, timeout)
                return _Stream(self._plain.connect_tcp(address, port, left, None, socket_options), self._deadline)
            except (httpcore2.ConnectError, httpcore2.ConnectTimeout) as error:
                fault = error
        raise fault or httpcore2.ConnectError(f"no address of {host} answers")


class _Stream(httpcore2.NetworkStream):
    """A connection whose every step ends at the deadline, however slowly the other side sends."""

    def __init__(self, inner: httpcore2.NetworkStream, deadline: float) -> None:
        self._inner, self._deadline = inner, deadline

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self._inner.read(max_bytes, _left(self._deadline, timeout))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._inner.write(buffer, _left(self._deadline, timeout))

    def close(self) -> None:
        self._inner.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore2.NetworkStream:
        left = _left(self._deadline, timeout)
        return _Stream(self._inner.start_tls(ssl_context, server_hostname, left), self._deadline)

    def get_extra_info(self, info: str) -> Any:
        return self._inner.get_extra_info(info)


def _left(deadline: float, timeout: float | None) -> float:
    left = deadline - time.monotonic()
    if left <= 0:
        raise httpcore2.ReadTimeout("out of time")
    return min(left, timeout) if timeout else left
