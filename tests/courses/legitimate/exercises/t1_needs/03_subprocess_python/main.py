import os
import signal
import subprocess
import sys

assert subprocess.run([sys.executable, "-c", "print('hi')"], capture_output=True, check=True).stdout == b"hi\n"
assert subprocess.run("echo $((1 + 2)) | cat", shell=True, capture_output=True, text=True).stdout == "3\n"
child = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(60)"])
child.terminate()
assert child.wait(10) == -signal.SIGTERM
got = []
signal.signal(signal.SIGUSR1, lambda *_: got.append(1))
os.kill(os.getpid(), signal.SIGUSR1)
assert got == [1]
pid = os.fork()
if pid == 0:
    os._exit(7)
assert os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]) == 7
print("ok")
