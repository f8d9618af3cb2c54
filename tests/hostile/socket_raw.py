# tries: to open raw and packet sockets
# holds: it connects to nothing outside

import socket

for family, kind in ((socket.AF_INET, socket.SOCK_RAW), (socket.AF_PACKET, socket.SOCK_RAW)):
    try:
        socket.socket(family, kind, 1)
        print('@BROKEN@')
    except OSError as error:
        print(error)
