# tries: to attach a file outside as a database
# holds: the canary is not read

import sqlite3

sqlite3.connect('file:@CANARY@?mode=ro', uri=True).execute('select * from sqlite_master')
