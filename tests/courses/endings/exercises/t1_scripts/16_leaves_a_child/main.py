import subprocess
import sys

code = "import os, time; os.setsid(); time.sleep(3600)"
subprocess.Popen([sys.executable, "-c", code, "prolings-fixture-child"])
print("hello")
print("world")
