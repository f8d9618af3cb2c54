# tries: answers to questions that have not been asked
everything(None)
for number in range(1, 2000):
    say({"answer": number, "value": 4})
