from my_meta import MyClass, MyMeta


def test_attribute_is_in_the_class_namespace():
    assert vars(MyClass).get("custom_attribute") == 100, (
        "custom_attribute must be in the namespace of MyClass itself"
    )


def test_instances_see_the_attribute():
    assert getattr(MyClass(), "custom_attribute", "not found") == 100, (
        "an instance must find custom_attribute, as it finds any class attribute"
    )


def test_class_is_made_by_the_metaclass():
    assert type(MyClass) is MyMeta, "MyClass must be an instance of MyMeta"


def test_subclass_is_announced_too(capsys):
    class Child(MyClass):
        pass

    printed = capsys.readouterr().out
    assert printed == "Creating class: Child\n", (
        "each class must be announced once, with its own name"
    )
    assert vars(Child).get("custom_attribute") == 100, (
        "each class must get its own custom_attribute"
    )


def test_class_body_and_bases_are_kept():
    class Base:
        pass

    class Full(Base, metaclass=MyMeta):
        size = 3

        def double(self):
            return self.size * 2

    assert Full.__name__ == "Full", "the class must keep its name"
    assert Full.__bases__ == (Base,), "the class must keep its bases"
    assert vars(Full).get("size") == 3, "the class must keep what its body set"
    assert Full().double() == 6, "the class must keep its methods"
