def wait_for_ever():
    while True:
        pass


print("hello", flush=True)
wait_for_ever()
