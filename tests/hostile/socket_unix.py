# tries: to connect to a Unix socket in another folder
# holds: it connects to nothing outside
# needs: mount

import socket

connection = socket.socket(socket.AF_UNIX)
connection.connect('@SOCKET@')
print(connection.recv(100))
print('@BROKEN@')
