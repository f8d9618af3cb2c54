import multiprocessing as mp


def square(n):
    return n * n


def put(queue):
    queue.put("from the child")


if __name__ == "__main__":
    context = mp.get_context("spawn")
    with context.Pool(2) as pool:
        assert pool.map(square, range(5)) == [0, 1, 4, 9, 16]
    queue = context.Queue()
    process = context.Process(target=put, args=(queue,))
    process.start()
    assert queue.get(timeout=10) == "from the child"
    process.join()
    assert process.exitcode == 0
    print("ok")
