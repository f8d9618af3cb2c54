def seeds(rows, each):
    return int(rows) * int(each)
