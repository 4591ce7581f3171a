"""Which internet addresses a fetch may reach: those of the public internet, and no other. And which
of those that ask belong to one network.

`is_global` of Python 3.11 is not enough: it lets through NAT64 (64:ff9b::/96), 6to4 (2002::/16) and
IPv4-compatible addresses (::127.0.0.1), each of which can carry a private IPv4 address, and
multicast. So IPv6 is an allow list with holes, and IPv4 is `is_global` with holes.
"""

from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address

Address = IPv4Address | IPv6Address

# IANA IPv4 Special-Purpose Address Registry; what 3.11 wrongly calls global.
_IPV4_CLOSED = (
    IPv4Network("192.0.0.0/24"),  # protocol assignments (RFC 6890)
    IPv4Network("192.88.99.0/24"),  # 6to4 relays, withdrawn (RFC 7526)
    IPv4Network("224.0.0.0/4"),  # multicast (RFC 5771)
)
# What a customer is given at least (RFC 6177), and may fill with addresses as one likes.
_IPV6_NETWORK = 64
# Global unicast (RFC 4291), the only IPv6 space that IANA has given out.
_IPV6_OPEN = IPv6Network("2000::/3")
_IPV6_CLOSED = (
    IPv6Network("2001::/23"),  # protocol assignments: Teredo, benchmarking, ORCHID (RFC 2928)
    IPv6Network("2001:db8::/32"),  # documentation (RFC 3849)
    IPv6Network("2002::/16"),  # 6to4: an IPv4 address inside (RFC 3056)
    IPv6Network("3fff::/20"),  # documentation (RFC 9637)
)


def is_public(address: Address) -> bool:
    """Whether the address belongs to a host on the public internet."""
    if isinstance(address, IPv4Address):
        return address.is_global and not any(address in network for network in _IPV4_CLOSED)
    return address in _IPV6_OPEN and not any(address in network for network in _IPV6_CLOSED)


def network(written: str) -> str:
    """By what whoever asks from an address is counted: an IPv4 address alone, an IPv6 address with
    all of its network; what is no address, as it is."""
    try:
        address = ip_address(written.partition("%")[0])
    except ValueError:
        return written
    if isinstance(address, IPv4Address):
        return str(address)
    if address.ipv4_mapped:
        return str(address.ipv4_mapped)
    return str(IPv6Network((address, _IPV6_NETWORK), strict=False))
