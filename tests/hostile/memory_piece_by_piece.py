# tries: to take memory in small pieces
# holds: Python's own MemoryError, or the limit by name
# verdict: raised limit_exceeded:memory

kept = []
for _ in range(1000):
    kept.append(bytearray(b'x') * (1 << 20))
print('@BROKEN@')
