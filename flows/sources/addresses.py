"""Which addresses of the network may be asked: public ones, checked where the connection is made.

A name is looked up once and the connection goes to the address that was checked. Checking the name and
then connecting by name would look it up twice, and the second answer may be another (DNS rebinding).
"""

import socket
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address
from queue import Empty, SimpleQueue
from threading import Thread

from flows.sources.article import SourceError

# Addresses of IPv6 that carry one of IPv4 in their last four bytes: what they lead to is what counts.
TRANSLATED = IPv6Network("64:ff9b::/96")
Address = IPv4Address | IPv6Address


def addresses_of(host: str, port: int, timeout: float, *, allow_loopback: bool) -> list[str]:
    """Return the addresses of `host` that may be asked, in the system's order.

    Args:
        host: name or address.
        port: to be asked.
        timeout: seconds; the system's own look-up has none that can be set.
        allow_loopback: this machine may be asked too.

    Raises:
        SourceError: there is no such host, or none of its addresses may be asked.
    """
    found = _looked_up(host, port, timeout)
    allowed = [one for one in found if may_be_asked(ip_address(one), allow_loopback=allow_loopback)]
    if not allowed:
        raise SourceError(
            "forbidden_address", f"{host} is {', '.join(found[:3])}: no public address, so it is not asked"
        )
    return allowed


def may_be_asked(address: Address, *, allow_loopback: bool = False) -> bool:
    """Whether an address is public.

    >>> may_be_asked(ip_address("169.254.169.254")), may_be_asked(ip_address("::ffff:10.0.0.1"))
    (False, False)
    """
    carried = _carried(address)
    if carried is not None:
        return may_be_asked(carried, allow_loopback=allow_loopback)
    if address.is_loopback:
        return allow_loopback
    return address.is_global and not address.is_multicast and not address.is_reserved


def _carried(address: Address) -> IPv4Address | None:
    if isinstance(address, IPv4Address):
        return None
    if address in TRANSLATED:
        return IPv4Address(int(address) & 0xFFFFFFFF)
    return address.ipv4_mapped or address.sixtofour or (address.teredo or (None, None))[1]


def _looked_up(host: str, port: int, timeout: float) -> list[str]:
    answer: SimpleQueue[list[str] | OSError] = SimpleQueue()

    def look_up() -> None:
        try:
            found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
            answer.put(list(dict.fromkeys(str(one[4][0]).partition("%")[0] for one in found)))
        except (OSError, UnicodeError) as fault:
            answer.put(fault if isinstance(fault, OSError) else OSError(str(fault)))

    Thread(target=look_up, name="name look-up", daemon=True).start()
    try:
        got = answer.get(timeout=max(timeout, 0.001))
    except Empty:
        raise SourceError("timeout", f"the name {host} was not looked up within {timeout:.0f} s") from None
    if isinstance(got, OSError):
        raise SourceError("unreachable", f"the name {host} leads nowhere: {got.strerror or got}") from got
    return got
