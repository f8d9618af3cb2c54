"""Small copies of many large pictures, and one checksum of all of them."""

import hashlib

SIZE = 50_000


def load(number):
    """A picture; in earnest it would come from a file."""
    return bytes([number % 256]) * SIZE


def shrink(picture):
    return picture[:: SIZE // 100]


def contact_sheet(count):
    """Return the small pictures, in order, and the SHA-256 of all bytes, in hex."""
    small, checksum = [], hashlib.sha256()
    for number in range(count):
        picture = load(number)
        small.append(shrink(picture))
        checksum.update(small[-1])
    return small, checksum.hexdigest()
