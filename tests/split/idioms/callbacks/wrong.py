def apply_all(functions, value):
    return [function(value) for function in functions]


def retry(times, action):
    for attempt in range(1, times):
        try:
            return action(attempt)
        except ValueError:
            if attempt == times:
                raise
    return None
