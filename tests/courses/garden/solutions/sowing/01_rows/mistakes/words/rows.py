for row in ["one", "two", "three", "four", "five"]:
    print("row", row)
