import multiprocessing as mp


def work(shared, lock):
    with lock:
        shared["n"] += 1


if __name__ == "__main__":
    with mp.Manager() as manager:
        shared, lock = manager.dict(n=0), manager.Lock()
        processes = [mp.Process(target=work, args=(shared, lock)) for _ in range(3)]
        for process in processes:
            process.start()
        for process in processes:
            process.join()
        assert shared["n"] == 3
    counter = mp.Value("i", 0)
    with counter.get_lock():
        counter.value += 1
    assert counter.value == 1
    print("ok")
