print("\x1b[2J\x1b[31mhello\x1b[0m\x07")
print("world")
