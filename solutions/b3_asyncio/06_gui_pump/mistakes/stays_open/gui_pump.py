import asyncio


def run(window, loop, coroutine):
    """Run the coroutine while the window draws; return its result."""
    task = loop.create_task(coroutine)

    def step():
        loop.call_soon(loop.stop)
        loop.run_forever()
        window.after(10, step)

    window.after(0, step)
    try:
        window.mainloop()
    finally:
        if not task.done():
            task.cancel()
            loop.run_until_complete(asyncio.wait([task]))
    return None if task.cancelled() else task.result()
