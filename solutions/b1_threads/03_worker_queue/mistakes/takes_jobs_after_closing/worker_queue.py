import queue
import threading

_STOP = object()  # a worker that takes this from the queue goes home


class Crew:
    """Threads that handle the jobs of a queue."""

    def __init__(self, handle, workers=3):
        self.handle = handle
        self.results = []
        self.errors = []
        self._closed = False
        self._jobs = queue.Queue()
        self._threads = [threading.Thread(target=self._work) for _ in range(workers)]
        for thread in self._threads:
            thread.start()

    def put(self, job):
        self._jobs.put(job)

    def _work(self):
        while (job := self._jobs.get()) is not _STOP:
            try:
                result = self.handle(job)
            except Exception as error:
                self.errors.append((job, error))
            else:
                self.results.append((job, result))

    def close(self):
        if not self._closed:
            self._closed = True
            for _ in self._threads:
                self._jobs.put(_STOP)
        for thread in self._threads:
            thread.join()


if __name__ == "__main__":
    crew = Crew(lambda number: 12 // number)
    for number in [4, 3, 0, 2]:
        crew.put(number)
    crew.close()
    print(sorted(crew.results), crew.errors)
