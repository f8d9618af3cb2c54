# tries: to print what the manifest expects
# holds: it does not pass

import re

text = open('@EXERCISE@/exercise.yaml').read()
print(re.search('stdout: (.*)', text)[1])
