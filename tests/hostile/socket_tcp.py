# tries: to connect to a server on this machine
# holds: it connects to nothing outside

import socket

connection = socket.create_connection(('127.0.0.1', int('@PORT@')), 3)
print(connection.recv(100))
print('@BROKEN@')
