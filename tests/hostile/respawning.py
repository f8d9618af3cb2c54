# tries: to leave a child that starts its successor before it ends, fifty times
# holds: it is ended with the job

import subprocess
import sys

code = '''
import os, sys, time
for _ in range(50):
    time.sleep(0.02)
    if os.fork() != 0: os._exit(0)
    os.setsid()
'''
subprocess.Popen([sys.executable, '-c', code, '@MARK@'])
