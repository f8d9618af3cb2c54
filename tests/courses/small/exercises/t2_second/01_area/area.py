def area(width, height):
    return 0
