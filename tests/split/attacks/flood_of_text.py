# tries: printing without end


def __getattr__(name):
    while True:
        print("x" * 100_000)
