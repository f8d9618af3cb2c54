# tries: frames without end, each in order
everything(None)
while True:
    say({"ask": 1, "op": "nothing", "id": 1})
    if len(sys.argv) > 5:
        break
