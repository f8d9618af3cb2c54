def area(width, height):
    width * height
