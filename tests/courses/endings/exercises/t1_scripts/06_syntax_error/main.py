print("hello")
print("world"

greeting = 1
