# tries: to leave folders that nobody may enter
# holds: they are removed all the same

import os

os.makedirs('closed/inner')
open('closed/inner/file', 'w').close()
os.chmod('closed/inner', 0)
os.chmod('closed', 0)
