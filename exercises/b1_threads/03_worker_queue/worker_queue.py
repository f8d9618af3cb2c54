import queue
import threading


class Crew:
    """Threads that handle the jobs of a queue."""

    def __init__(self, handle, workers=3):
        self.handle = handle
        self.results = []
        self.errors = []
        self._jobs = queue.Queue()
        for _ in range(workers):
            threading.Thread(target=self._work, daemon=True).start()

    def put(self, job):
        self._jobs.put(job)

    def _work(self):
        while True:
            job = self._jobs.get()
            self.results.append((job, self.handle(job)))
            self._jobs.task_done()

    def close(self):
        self._jobs.join()


if __name__ == "__main__":
    crew = Crew(lambda number: 12 // number)
    for number in [4, 3, 0, 2]:
        crew.put(number)
    crew.close()
    print(sorted(crew.results), crew.errors)
