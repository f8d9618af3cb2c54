import threading
from concurrent.futures import ThreadPoolExecutor

lock = threading.Lock()
total = 0


def add(n):
    global total
    with lock:
        total += n


with ThreadPoolExecutor(16) as pool:
    list(pool.map(add, range(100)))
threads = [threading.Thread(target=add, args=(1,)) for _ in range(20)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
assert total == 4970, total
print("ok")
