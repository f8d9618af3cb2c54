# tries: its own records on every descriptor
everything(None)
TESTS = ["test_a_number", "test_an_error"]


def records():
    yield {"record": "started", "protocol": 1}
    yield {"record": "collected", "tests": TESTS}
    for test in TESTS:
        yield {
            "record": "test",
            "id": test,
            "outcome": "passed",
            "phase": "call",
            "exception": None,
            "message": None,
            "comparison": None,
            "explanation": None,
            "stdout": "",
            "stderr": "",
            "seconds": 0.1,
        }
    yield {"record": "finished", "status": 0}


text = "".join(json.dumps(record) + "\n" for record in records()).encode()
for descriptor in range(3, 64):
    if not os.path.exists(f"/proc/self/fd/{descriptor}") or True:
        try:
            if descriptor != line()._socket.fileno():
                os.write(descriptor, text)
        except OSError:
            pass
