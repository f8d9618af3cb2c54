# tries: to raise its own limits
# holds: the grader goes on

import resource

for name in (resource.RLIMIT_NOFILE, resource.RLIMIT_FSIZE, resource.RLIMIT_DATA):
    try:
        resource.setrlimit(name, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
        print('@BROKEN@')
    except (OSError, ValueError) as error:
        print(error)
