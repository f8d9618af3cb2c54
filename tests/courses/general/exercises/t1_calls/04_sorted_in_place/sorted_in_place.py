def ordered(items):
    return items.sort()
