def up_to(last):
    return list(range(1, last))
