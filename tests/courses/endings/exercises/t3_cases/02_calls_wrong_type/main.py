def area(width, height):
    if width < 0 or height < 0:
        raise ValueError("negative")
    return float(width * height)


def corners(count):
    return tuple(range(count))
