print("hello  ")
print("world", end="")
