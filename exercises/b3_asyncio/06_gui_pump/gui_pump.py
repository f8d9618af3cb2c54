def run(window, loop, coroutine):
    """Run the coroutine while the window draws; return its result."""
    results = []

    def work():
        results.append(loop.run_until_complete(coroutine))
        window.quit()

    window.after(0, work)
    window.mainloop()
    return results[0]
