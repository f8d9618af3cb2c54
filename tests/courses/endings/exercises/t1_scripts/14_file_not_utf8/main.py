print("hello")
print("wörld")
