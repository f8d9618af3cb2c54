# tries: to connect to an abstract Unix socket
# holds: it connects to nothing outside

import socket

connection = socket.socket(socket.AF_UNIX)
connection.connect('\0@ABSTRACT@')
print(connection.recv(100))
print('@BROKEN@')
