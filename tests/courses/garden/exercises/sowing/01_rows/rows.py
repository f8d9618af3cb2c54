for row in range(5):
    print("row", row)
