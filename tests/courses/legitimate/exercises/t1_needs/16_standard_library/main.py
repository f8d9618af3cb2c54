import ctypes
import curses
import decimal
import getpass
import grp
import hashlib
import locale
import logging
import os
import platform
import pwd
import random
import resource
import secrets
import ssl
import sys
import time
import tracemalloc
import uuid
import zoneinfo

assert os.cpu_count() and len(os.sched_getaffinity(0))
assert pwd.getpwnam("root").pw_uid == 0 and grp.getgrgid(0)
assert uuid.uuid4() != uuid.uuid4() and secrets.token_hex() and hashlib.sha256(b"").digest()
assert platform.platform() and sys.platform == "linux"
assert ctypes.CDLL(None).getpid() == os.getpid()
assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss > 0
ssl.create_default_context()
tracemalloc.start()
assert time.perf_counter() > 0 and time.localtime()
assert locale.setlocale(locale.LC_ALL, "C.UTF-8")
logging.warning("to the error stream")
assert os.path.expanduser("~") == os.environ["HOME"]
print("ok")
