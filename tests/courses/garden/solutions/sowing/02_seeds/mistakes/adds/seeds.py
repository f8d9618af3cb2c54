def seeds(rows, each):
    print("added")
    return int(rows) + int(each)
