"""From a library: it knows nothing of shapes."""


class Blob:
    def __init__(self, area):
        self.area = area
