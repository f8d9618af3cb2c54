for row in range(1, 6):
    print("row", row)
