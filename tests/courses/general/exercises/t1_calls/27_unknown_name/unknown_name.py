def area(width, height):
    return widest * height
