class MyMeta(type):
    def __new__(cls, name, bases, dct):
        print(f"Creating class: {name}")
        # Add a custom attribute to the class being created
        dct["custom_attribute"] = 100
        return super().__new__(name, bases, dct)


class MyClass(metaclass=MyMeta):
    pass


print(MyClass.custom_attribute)
