# tries: to list the folders of other jobs
# holds: there are none to be seen

import os

own = os.path.dirname(os.getcwd())
others = [name for name in os.listdir(os.path.dirname(own)) if name != os.path.basename(own)]
print(others)
if others:
    print('@BROKEN@')
