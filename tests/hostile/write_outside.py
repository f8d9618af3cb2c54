# tries: to overwrite and to add files outside
# holds: nothing outside changes

for name, mode in (('@CANARY@', 'w'), ('@CANARY@', 'a'), ('@OUTSIDE@/new', 'w')):
    try:
        open(name, mode).write('owned')
        print('@BROKEN@')
    except OSError as error:
        print(error)
