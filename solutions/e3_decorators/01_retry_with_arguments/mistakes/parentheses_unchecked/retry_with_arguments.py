import functools


def retry(times=3, on=(OSError,)):
    """Call the function again when it fails, up to `times` times in all."""
    def decorate(function):
        @functools.wraps(function)
        def wrapper(*args, **kwargs):
            for attempt in range(1, times + 1):
                try:
                    return function(*args, **kwargs)
                except on:
                    if attempt == times:
                        raise

        return wrapper

    return decorate


@retry()
def read_sensor(name):
    """Return what the sensor measures."""
    return f"{name}: 21 degrees"


if __name__ == "__main__":
    print(read_sensor("kitchen"))
    print(read_sensor.__name__)
