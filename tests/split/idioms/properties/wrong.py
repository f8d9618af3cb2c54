class Temperature:
    scale = "C"

    def __init__(self, celsius=0.0):
        self.celsius = celsius

    @property
    def fahrenheit(self):
        return self.celsius * 9 / 5 + 30

    @fahrenheit.setter
    def fahrenheit(self, value):
        if value < -459.67:
            raise ValueError("below absolute zero")
        self.celsius = (value - 32) * 5 / 9

    @classmethod
    def boiling(cls):
        return cls(100.0)

    @staticmethod
    def unit():
        return "degree"

    def __repr__(self):
        return f"Temperature({self.celsius})"

    def __str__(self):
        return f"{self.celsius} °C"
