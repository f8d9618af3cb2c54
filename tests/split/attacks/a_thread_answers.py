# tries: a thread that answers what the main one is asked
import threading
import time

everything(None)


def answer():
    for number in range(1, 500):
        try:
            say({"answer": number, "value": 4, "out": "HI\n"})
        except OSError:
            return
        time.sleep(0.002)


threading.Thread(target=answer, daemon=True).start()
