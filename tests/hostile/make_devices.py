# tries: to make a device
# holds: nothing outside changes

import os
import stat

os.mknod('zero', stat.S_IFCHR | 0o666, os.makedev(1, 5))
print('@BROKEN@')
