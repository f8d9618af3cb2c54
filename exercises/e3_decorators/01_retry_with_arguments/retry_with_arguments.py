def retry(function):
    """Call the function again when it fails, up to three times in all."""

    def wrapper(*args, **kwargs):
        for attempt in range(1, 4):
            try:
                return function(*args, **kwargs)
            except OSError:
                if attempt == 3:
                    raise

    return wrapper


@retry
def read_sensor(name):
    """Return what the sensor measures."""
    return f"{name}: 21 degrees"


if __name__ == "__main__":
    print(read_sensor("kitchen"))
    print(read_sensor.__name__)
