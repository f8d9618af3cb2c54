import multiprocessing

from work import reply_to, square


def find(count, results):
    """Runs in the child."""
    results.put([square(number) for number in range(count)])


def squares(count, context=multiprocessing):
    results = context.Queue()
    child = context.Process(target=find, args=(count, results))
    child.start()
    found = results.get()
    child.join()
    return found


def answer(connection, end_of_the_parent):
    """Runs in the child: reply to each question, until there are no more."""
    end_of_the_parent.close()
    while True:
        try:
            question = connection.recv()
        except EOFError:
            break
        connection.send(reply_to(question))
    print("no more questions", flush=True)


def ask(questions, context=multiprocessing):
    ours, theirs = context.Pipe()
    child = context.Process(target=answer, args=(theirs, ours))
    child.start()
    replies = []
    for question in questions:
        ours.send(question)
        replies.append(ours.recv())
    ours.close()
    child.join()
    return replies


if __name__ == "__main__":
    print(squares(10))
    print(ask(["how", "why"]))
