for row in range(1, 7):
    print("row", row)
