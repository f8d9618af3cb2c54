# tries: to read what root alone may
# holds: the canary is not read

print(open('/etc/shadow').read())
print('@BROKEN@')
