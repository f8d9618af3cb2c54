# tries: frames that are none
everything(4)
SAID = [
    b"",
    b"{",
    b"[]",
    b"null",
    b"\xff\xfe",
    b'{"answer": NaN}',
    b"[" * 100_000,
    b'{"answer": {"a": 1}, "value": ["t"]}',
]


def double(number):
    for body in SAID:
        say(body)
    return 4
