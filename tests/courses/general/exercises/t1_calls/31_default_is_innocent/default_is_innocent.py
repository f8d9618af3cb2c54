def first(items=[], otherwise=0):
    return otherwise
