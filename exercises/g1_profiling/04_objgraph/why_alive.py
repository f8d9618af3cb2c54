import objgraph


def left_over(call, *type_names):
    """How many more objects of each type there are after call() than before.

    Return a dict from names of types to numbers. What only the collector of cycles
    would free does not count as left over.
    """
    before = {name: objgraph.count(name) for name in type_names}
    call()
    after = {name: objgraph.count(name) for name in type_names}
    return {name: after[name] - before[name] for name in type_names}


def why_alive(type_name):
    """What holds an object of the type: a chain of names that begins with a module.

    The first is the name of the module, the others are names of types, and the last
    is the type's. Empty if no object of the type is alive, or no module leads to one.
    """
    found = objgraph.by_type(type_name)
    chain = objgraph.find_ref_chain(found[0], objgraph.is_proper_module)
    return [type(link).__name__ for link in chain]


if __name__ == "__main__":
    import documents

    def work():
        letter = documents.Document("letter")
        letter.write("Dear Ada, ")
        letter.write("I am leaving.")
        letter.close()

    print("left over:", left_over(work, "Document", "Page"))
    print("a page is held by:", " -> ".join(why_alive("Page")))
