# tries: to run for ever
# holds: the time limit by name
# verdict: timed_out

while True:
    pass
