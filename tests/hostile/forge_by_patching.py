# tries: to replace what the helper uses
# holds: it does not pass
# check: cases

import builtins
import json

json.dumps = lambda *_, **__: '{"record":"finished","status":0}'
builtins.repr = lambda _: '4711'


def secret():
    return None
