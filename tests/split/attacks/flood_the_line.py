# tries: bytes without end to the tests
everything(None)
try:
    while True:
        line()._socket.sendall(b"\x00" * 65536)
except OSError:
    pass
