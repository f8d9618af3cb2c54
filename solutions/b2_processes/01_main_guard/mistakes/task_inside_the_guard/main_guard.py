import multiprocessing

if __name__ == "__main__":

    def cpu_task(name):
        print(f"Process {name} starting")
        # Simulate CPU-bound work
        count = 0
        for i in range(10**5):
            count += i
        print(f"Process {name} finishing")

    processes = []
    for i in range(3):
        p = multiprocessing.Process(target=cpu_task, args=(i,))
        processes.append(p)
        p.start()

    for p in processes:
        p.join()

    print("All processes finished")
