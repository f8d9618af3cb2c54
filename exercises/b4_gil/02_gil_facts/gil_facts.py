import contextlib
import sys
import threading
import time


def gil_is_enabled():
    return sys._is_gil_enabled()


def cpu_per_second(work, threads):
    """Return the CPU seconds for each second while threads do the work."""
    wall, cpu = time.time(), time.process_time()
    for _ in range(threads):
        thread = threading.Thread(target=work)
        thread.start()
        thread.join()
    return (time.process_time() - cpu) / (time.time() - wall)


@contextlib.contextmanager
def switch_interval(seconds):
    """Let threads take turns of this length."""
    sys.setswitchinterval(seconds)
    yield


FACTS = {
    "The GIL keeps the interpreter's own data sound, such as reference counts.": None,
    "The GIL makes `count += 1` safe when several threads do it.": None,
    "With the GIL, two threads that compute are about as fast as one.": None,
    "A thread that waits for the network keeps the GIL meanwhile.": None,
    "Two processes share one GIL.": None,
    "Every Python has a GIL.": None,
}


if __name__ == "__main__":

    def compute():
        number = 0
        for n in range(3_000_000):
            number += n

    print("GIL:", gil_is_enabled())
    for threads in (1, 2):
        print(f"{threads} threads: {cpu_per_second(compute, threads):.2f} CPU s / s")
