def seeds(rows, each):
    return int(f"{rows} {each}")
