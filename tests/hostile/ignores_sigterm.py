# tries: to leave a child that ignores every signal that can be
# holds: it is ended with the job

import subprocess
import sys

code = '''
import signal, time
for n in range(1, 32):
    try: signal.signal(n, signal.SIG_IGN)
    except OSError: pass
time.sleep(20)
'''
subprocess.Popen([sys.executable, '-c', code, '@MARK@'])
