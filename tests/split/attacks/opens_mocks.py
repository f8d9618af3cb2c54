# tries: making a mock say that it was called
# passes: 0
everything(None)


def fine(*args, **kwargs):
    return None


def call(given):
    tries = [
        lambda: setattr(given, "assert_called_once_with", fine),
        lambda: given.configure_mock(assert_called_once_with=fine),
        lambda: given.attach_mock(fine, "assert_called_once_with"),
        lambda: given.mock_calls.append(5),
        lambda: setattr(given, "call_args", 5),
        lambda: setattr(given, "call_count", 1),
        lambda: setattr(given, "_mock_call_args", ((5,), {})),
        lambda: given.__dict__.update(assert_called_once_with=fine),
    ]
    for attempt in tries:
        try:
            attempt()
        except Exception:
            pass
