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
    pictures = [load(number) for number in range(count)]
    small = [shrink(picture) for picture in pictures]
    checksum = hashlib.sha256(b"".join(pictures)).hexdigest()
    return small, checksum
