# tries: to talk to the machine that runs this one
# holds: it connects to nothing outside

import socket

socket.socket(socket.AF_VSOCK, socket.SOCK_STREAM)
print('@BROKEN@')
