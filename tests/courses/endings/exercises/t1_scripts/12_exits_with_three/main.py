import sys

print("hello")
print("world")
sys.exit(3)
