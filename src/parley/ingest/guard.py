"""Which network addresses are opened: public ones, looked up once and pinned."""

from __future__ import annotations

import socket
from collections.abc import Callable
from ipaddress import IPv4Address, IPv6Address, ip_address

from parley.errors import FetchError, RefusedError

Address = IPv4Address | IPv6Address
Resolve = Callable[[str, int], list[str]]
HINT = "save the page and give the file"


def resolve(host: str, port: int) -> list[str]:
    """The addresses of a host, as the system knows them."""
    try:
        rows = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError):
        raise FetchError(f"no such host as {host}, or no network", hint="check the address") from None
    return list(dict.fromkeys(str(row[4][0]) for row in rows))


def public_addresses(host: str, port: int, lookup: Resolve = resolve) -> list[str]:
    """The addresses of ``host``, all of them public; raises ``RefusedError`` where one is not.

    One private address among public ones is enough to refuse: whoever answers so is up to something.
    """
    found = lookup(host, port)
    if not found:
        raise FetchError(f"no address for {host}", hint="check the address")
    for one in found:
        if not is_public(one):
            name = host if host == one else f"{host} ({one})"
            raise RefusedError(f"{name} is inside this machine or its network and is not opened", hint=HINT)
    return found


def is_public(address: str) -> bool:
    """Whether an address belongs to the open internet, seen through the ways of writing IPv4 inside IPv6."""
    try:
        ip = ip_address(address.split("%")[0])
    except ValueError:
        return False
    return all(_global(a) for a in (ip, *_inside(ip)))


def _global(ip: Address) -> bool:
    return ip.is_global and not (ip.is_multicast or ip.is_reserved or ip.is_loopback or ip.is_link_local)


def _inside(ip: Address) -> list[Address]:
    """IPv4 addresses that an IPv6 address carries (mapped, 6to4, Teredo, NAT64)."""
    if isinstance(ip, IPv4Address):
        return []
    carried: list[Address | None] = [ip.ipv4_mapped, ip.sixtofour, *(ip.teredo or ())]
    if ip.packed.startswith(bytes.fromhex("0064ff9b0000000000000000")) or ip.packed[:12] == bytes(12):
        carried.append(IPv4Address(ip.packed[12:]))
    return [a for a in carried if a is not None]
