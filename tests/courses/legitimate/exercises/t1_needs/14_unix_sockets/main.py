import os
import socket
import tempfile
import threading

one, other = socket.socketpair()
one.send(b"x")
assert other.recv(1) == b"x"
path = os.path.join(tempfile.mkdtemp(), "socket")
server = socket.socket(socket.AF_UNIX)
server.bind(path)
server.listen()
threading.Thread(target=lambda: server.accept()[0].sendall(b"hello"), daemon=True).start()
client = socket.socket(socket.AF_UNIX)
client.connect(path)
assert client.recv(5) == b"hello"
print("ok")
