# tries: to read a file outside by its path
# holds: the canary is not read

print(open('@CANARY@').read())
