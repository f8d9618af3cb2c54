import sys

sys.stdout.buffer.write(b"hello\nw\xf6rld\n")
