# tries: two answers to every question
everything(4)
send = type(line()).send


def twice(self, message):
    send(self, message)
    send(self, message)


type(line()).send = twice
