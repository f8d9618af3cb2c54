def count(first, last):
    found = 0
    for _ in range(first, last):
        found += 1
    return found
