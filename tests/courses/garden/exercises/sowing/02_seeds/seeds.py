def seeds(rows, each):
    return rows * each
