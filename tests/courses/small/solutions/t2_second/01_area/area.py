def area(width, height):
    return int(width) * int(height)
