import abc


class Vehicle(abc.ABC):
    @abc.abstractmethod
    def start_engine(self):
        pass

    @abc.abstractmethod
    def stop_engine(self):
        pass


class Car:
    def start_engine(self):
        print("Car engine started.")

    def stop_engine(self):
        print("Car engine stopped.")


if __name__ == "__main__":
    try:
        Vehicle()
    except TypeError:
        print("Vehicle() raised TypeError")
    else:
        print("Vehicle() made an object")

    my_car = Car()
    my_car.start_engine()
    my_car.stop_engine()
