# tries: to listen
# holds: it connects to nothing outside

import socket

socket.create_server(('127.0.0.1', 0))
print('@BROKEN@')
