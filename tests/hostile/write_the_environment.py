# tries: to leave code in the environment that runs at the next start
# holds: nothing outside changes

import os
import sysconfig

for folder in (sysconfig.get_path('purelib'), sysconfig.get_path('stdlib')):
    path = os.path.join(folder, 'prolings_hostile.pth')
    try:
        open(path, 'w').write('')
        print('@BROKEN@')
        os.unlink(path)
    except OSError as error:
        print(error)
