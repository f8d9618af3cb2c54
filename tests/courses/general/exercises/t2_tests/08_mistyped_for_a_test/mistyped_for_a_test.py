def aera(width, height):
    return width * height
