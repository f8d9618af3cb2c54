class MyMeta(type):
    def __new__(cls, name, bases, dct):
        print(f"Creating class: {name}")
        new_class = super().__new__(cls, name, bases, dct)
        # Add a custom attribute to the class being created
        cls.custom_attribute = 100
        return new_class


class MyClass(metaclass=MyMeta):
    pass


print(MyClass.custom_attribute)
