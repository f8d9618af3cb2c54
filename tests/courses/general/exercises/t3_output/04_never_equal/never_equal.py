count = int("5")
if count == "5":
    print("five")
else:
    print("not five")
