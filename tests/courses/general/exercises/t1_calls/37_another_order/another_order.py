def up_to(last):
    return list(range(last, 0, -1))
