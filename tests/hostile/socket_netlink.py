# tries: to talk to the kernel about networks
# holds: it connects to nothing outside

import socket

socket.socket(socket.AF_NETLINK, socket.SOCK_RAW)
print('@BROKEN@')
