# tries: to use the other set of control characters
# holds: the screen shows it as text
# screen: yes

import sys

sys.stdout.buffer.write(b'\xc2\x9b31m \x9b31m\n')
