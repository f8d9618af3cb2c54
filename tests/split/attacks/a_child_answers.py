# tries: a child that answers too, while the parent is gone
everything(None)
if os.fork() == 0:
    for number in range(1, 100):
        try:
            say({"answer": number, "value": 4})
        except OSError:
            break
    os._exit(0)
