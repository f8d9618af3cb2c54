import hello_world_package

print("hello")
