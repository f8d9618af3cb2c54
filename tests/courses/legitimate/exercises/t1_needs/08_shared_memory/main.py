import multiprocessing as mp
from multiprocessing.shared_memory import SharedMemory


def write(name):
    block = SharedMemory(name=name)
    block.buf[0] = 42
    block.close()


if __name__ == "__main__":
    block = SharedMemory(create=True, size=1 << 20)
    process = mp.get_context("spawn").Process(target=write, args=(block.name,))
    process.start()
    process.join()
    assert block.buf[0] == 42
    block.close()
    block.unlink()
    print("ok")
