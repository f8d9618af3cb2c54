print("hello")
print("wurld")
