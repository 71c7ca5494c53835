"""openpyxl read-only, which is what pandas reads workbooks with. Prints rows by sheet as one JSON line."""
import json
import sys

import openpyxl

book = openpyxl.load_workbook(sys.argv[1], read_only=True, data_only=True)
sheets = {}
for at, sheet in enumerate(book.worksheets):
    rows = 0
    for row in sheet.iter_rows(values_only=True):
        rows += 1 if row else 0
    sheets[str(at)] = rows
print(json.dumps({"sheets": sheets}))
