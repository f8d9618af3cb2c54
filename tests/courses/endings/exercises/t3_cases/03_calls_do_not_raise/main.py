def area(width, height):
    return width * height


def corners(count):
    return tuple(range(count))
