# tries: to send a datagram
# holds: it connects to nothing outside

import socket

socket.socket(socket.AF_INET, socket.SOCK_DGRAM).sendto(b'x', ('127.0.0.1', int('@PORT@')))
print('@BROKEN@')
