# tries: to read the learner's progress
# holds: the canary is not read

import os

print(os.listdir('@COURSE@/.prolings'))
print('@BROKEN@')
