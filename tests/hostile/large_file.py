# tries: to write a file of 400 MiB
# holds: the size of files is limited
# verdict: raised limit_exceeded:file_size limit_exceeded:written

with open('large', 'wb') as file:
    for _ in range(400):
        file.write(b'x' * (1 << 20))
print('@BROKEN@')
