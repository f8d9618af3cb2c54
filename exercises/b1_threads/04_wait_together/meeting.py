import contextlib
import threading
import urllib.request
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

# no proxy: the server is on this machine
opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))


def fetch(url):
    with opener.open(url, timeout=20) as reply:
        return reply.read().decode()


@contextlib.contextmanager
def meeting(size):
    """A server on this machine that answers when `size` requests have arrived.

    If they do not come within four seconds, it answers 503 to all. `/lost` is 404 at once.
    The server is given, with its `url` and `most`, the most requests at the same time.
    """
    everybody = threading.Barrier(size)
    lock = threading.Lock()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self):
            if self.path == "/lost":
                self.reply(404, "lost")
                return
            with lock:
                server.inside += 1
                server.most = max(server.most, server.inside)
            try:
                everybody.wait(4)
                answer = 200, f"page {self.path[1:]}"
            except threading.BrokenBarrierError:
                answer = 503, "alone"
            with lock:
                server.inside -= 1
            self.reply(*answer)

        def reply(self, status, text):
            self.send_response(status)
            self.send_header("Content-Length", str(len(text)))
            self.end_headers()
            self.wfile.write(text.encode())

        def log_message(self, *args):
            pass

    class Server(ThreadingHTTPServer):
        request_queue_size = 64
        daemon_threads = True

    with Server(("127.0.0.1", 0), Handler) as server:
        server.url = f"http://127.0.0.1:{server.server_port}"
        server.inside = server.most = 0
        thread = threading.Thread(target=server.serve_forever, args=(0.05,))
        thread.start()
        try:
            yield server
        finally:
            server.shutdown()
            thread.join()
