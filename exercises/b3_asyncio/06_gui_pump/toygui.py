"""A toy GUI toolkit: one window, timers, and a frame every 16 ms."""

import heapq
import itertools
import time

FRAME = 16  # milliseconds


class Window:
    def __init__(self):
        self.frames = 0
        self.lost = 0  # frames that should have been drawn and were not
        self._timers = []
        self._numbers = itertools.count()
        self._open = False

    def time(self):
        """The time in milliseconds."""
        return time.monotonic() * 1000

    def wait_until(self, when):
        time.sleep(max(0, when - self.time()) / 1000)

    def after(self, milliseconds, callback):
        """Call the callback once, so many milliseconds from now."""
        when = self.time() + milliseconds
        heapq.heappush(self._timers, (when, next(self._numbers), callback))

    def mainloop(self):
        """Call what is due and draw, until somebody calls quit."""
        self._open = True
        self._draw(self.time())
        while self._open:
            when, _, callback = heapq.heappop(self._timers)
            self.wait_until(when)
            callback()

    def quit(self):
        self._open = False

    def _draw(self, due):
        late = int((self.time() - due) / FRAME)
        self.lost += late
        self.frames += 1
        due += (late + 1) * FRAME
        self.after(due - self.time(), lambda: self._draw(due))
