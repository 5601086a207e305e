"""Does LibreOffice read the same cells from the XLSX as Python's csv reads from the CSV?

    same-cells.py OURS.csv XLSX-BY-LIBREOFFICE.csv

Numbers are compared by value (LibreOffice writes them with thousands separators), all else character by character; the apostrophe before would-be formulas is taken away.
"""
import csv
import re
import sys
from decimal import Decimal


def number(cell):
    digits = re.sub(r"(?<=\d),(?=\d{3})", "", cell)
    return Decimal(digits) if re.fullmatch(r"-?\d+(\.\d+)?", digits) else None


def bare(cell):
    return cell[1:] if re.match(r"'+[=+\-@\t\r＝＋－＠]", cell) else cell


def same(ours, theirs):
    return ours == theirs or (number(ours) is not None and number(ours) == number(theirs))


def cells(path):
    with open(path, encoding="utf-8-sig", newline="") as file:
        return list(csv.reader(file))


ours, theirs = (cells(path) for path in sys.argv[1:3])
if [len(row) for row in ours] != [len(row) for row in theirs]:
    sys.exit(f"{len(ours)} rows in the CSV, {len(theirs)} in the XLSX")
for row, (left, right) in enumerate(zip(ours, theirs)):
    for column, (a, b) in enumerate(zip(left, right)):
        if not same(bare(a), b):
            sys.exit(f"row {row + 1}, column {column + 1}: {bare(a)!r} in the CSV, {b!r} in the XLSX")
