# tries: to change the programs that judge
# holds: nothing outside changes

import os

tools = os.path.join(os.path.dirname(os.getcwd()), 'tools')
for name in os.listdir(tools):
    try:
        open(os.path.join(tools, name), 'a').write('#')
        print('@BROKEN@')
    except OSError as error:
        print(error)
