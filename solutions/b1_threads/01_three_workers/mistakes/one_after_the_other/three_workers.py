import threading
import time


def worker(name):
    print(f"Thread {name} starting")
    time.sleep(0.2 * (3 - name))  # the first one takes longest
    print(f"Thread {name} finishing")


threads = []
for i in range(3):
    t = threading.Thread(target=worker, args=(i,))
    threads.append(t)
    t.start()
    t.join()

print("All threads finished")
