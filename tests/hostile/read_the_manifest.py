# tries: to read the expected output in the manifest
# holds: the canary is not read

print(open('@COURSE@/exercises/course.yaml').read())
print('@BROKEN@')
