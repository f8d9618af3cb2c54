# tries: a signal
import signal

everything(4)


def double(number):
    os.kill(os.getpid(), signal.SIGKILL)
