import threading

from store import Store


class Counter:
    """Counts in a store; several threads may add at the same time."""

    def __init__(self, store):
        self._store = store
        self._lock = threading.Lock()

    def add(self, amount):
        self._lock.acquire()
        number = self._store.read()
        self._store.write(number + amount)
        self._lock.release()


if __name__ == "__main__":
    store = Store(clients=4)
    counter = Counter(store)

    threads = []
    for amount in [1, 10, 100, 1000]:
        t = threading.Thread(target=counter.add, args=(amount,))
        threads.append(t)
        t.start()

    for t in threads:
        t.join()

    print(f"1 + 10 + 100 + 1000 = {store.read()}")
