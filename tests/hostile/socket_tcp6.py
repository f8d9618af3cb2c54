# tries: the same over IPv6
# holds: it connects to nothing outside

import socket

socket.socket(socket.AF_INET6).connect(('::1', int('@PORT@')))
print('@BROKEN@')
