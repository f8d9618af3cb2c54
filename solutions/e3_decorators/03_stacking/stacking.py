from layers import cached, command, logged, members_only, run


@command
@logged
@members_only
@cached
def price(user, item):
    print(f"price: looking {item} up")
    return {"milk": 2, "bread": 3}[item]


if __name__ == "__main__":
    for user, item in [("ann", "milk"), ("bob", "milk"), ("eve", "milk")]:
        print(f"-- {user}")
        run("price", user, item)
