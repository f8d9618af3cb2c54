import time
from contextlib import contextmanager


@contextmanager
def timer(label):
    start = time.time()
    try:
        yield
    finally:
        end = time.time()
        print(f"{label}: {end - start:.3f}s")


if __name__ == "__main__":
    with timer("Block execution"):
        # Code block to time
        time.sleep(0.15)

    try:
        with timer("Failing block"):
            raise ValueError("no such row")
    except ValueError as error:
        print(f"caught: {error}")
    else:
        print("the error got lost on the way")
