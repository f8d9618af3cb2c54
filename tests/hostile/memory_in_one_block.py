# tries: to take 1 GiB at once
# holds: Python's own MemoryError, or the limit by name
# verdict: raised limit_exceeded:memory

block = bytearray(1 << 30)
block[:: 4096] = b'x' * len(block[:: 4096])
print('@BROKEN@')
