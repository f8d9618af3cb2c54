import contextlib
import sys
import threading
import time


def gil_is_enabled():
    return getattr(sys, "_is_gil_enabled", lambda: True)()


def cpu_per_second(work, threads):
    """Return the CPU seconds for each second while threads do the work."""
    workers = [threading.Thread(target=work) for _ in range(threads)]
    wall, cpu = time.perf_counter(), time.thread_time()
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    return (time.thread_time() - cpu) / (time.perf_counter() - wall)


@contextlib.contextmanager
def switch_interval(seconds):
    """Let threads take turns of this length."""
    before = sys.getswitchinterval()
    sys.setswitchinterval(seconds)
    try:
        yield
    finally:
        sys.setswitchinterval(before)


FACTS = {
    "The GIL keeps the interpreter's own data sound, such as reference counts.": True,
    "The GIL makes `count += 1` safe when several threads do it.": False,
    "With the GIL, two threads that compute are about as fast as one.": True,
    "A thread that waits for the network keeps the GIL meanwhile.": False,
    "Two processes share one GIL.": False,
    "Every Python has a GIL.": False,
}


if __name__ == "__main__":

    def compute():
        number = 0
        for n in range(3_000_000):
            number += n

    print("GIL:", gil_is_enabled())
    for threads in (1, 2):
        print(f"{threads} threads: {cpu_per_second(compute, threads):.2f} CPU s / s")
