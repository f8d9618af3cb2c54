import ctypes
import subprocess

open("twice.c", "w").write("int twice(int n) { return 2 * n; }\n")
subprocess.run(["gcc", "-shared", "-fPIC", "-o", "twice.so", "twice.c"], check=True)
assert ctypes.CDLL("./twice.so").twice(21) == 42
open("main.c", "w").write('#include <stdio.h>\nint main(void) { puts("hi"); return 3; }\n')
subprocess.run(["gcc", "-o", "main", "main.c"], check=True)
ran = subprocess.run(["./main"], capture_output=True)
assert (ran.returncode, ran.stdout) == (3, b"hi\n")
print("ok")
