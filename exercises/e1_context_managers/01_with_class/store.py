class Store:
    """Rows that change only when a transaction is committed."""

    def __init__(self):
        self.rows = {}
        self._pending = None

    def begin(self):
        if self._pending is not None:
            raise RuntimeError("a transaction is already open")
        self._pending = {}

    def put(self, key, value):
        self._require_transaction()
        self._pending[key] = value

    def commit(self):
        self._require_transaction()
        self.rows.update(self._pending)
        self._pending = None

    def rollback(self):
        self._require_transaction()
        self._pending = None

    def _require_transaction(self):
        if self._pending is None:
            raise RuntimeError("no transaction is open")
