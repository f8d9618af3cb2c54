# tries: to open 5000 files
# holds: open files are limited
# verdict: raised

kept = [open('/dev/null') for _ in range(5000)]
print('@BROKEN@')
