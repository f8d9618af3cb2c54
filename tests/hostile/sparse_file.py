# tries: to make a file of 1 TiB that takes no place
# holds: the size of files is limited
# verdict: raised limit_exceeded:file_size

with open('sparse', 'wb') as file:
    file.truncate(1 << 40)
print('@BROKEN@')
