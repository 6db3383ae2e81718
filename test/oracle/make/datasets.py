"""Rows, sums, days and distinct values of every file in CLIENTELE_DATA, by Python's csv, decimal and openpyxl alone.

    CLIENTELE_DATA=… python3 test/oracle/make/datasets.py > test/oracle/golden/datasets.json

What each file is about and what its columns mean is declared by hand in dataset-columns.json beside this script.
"""

import csv
import gzip
import io
import json
import math
import os
import re
import sys
from datetime import date, datetime
from decimal import ROUND_HALF_UP, Decimal

import openpyxl

csv.field_size_limit(10**9)
DATA = os.environ["CLIENTELE_DATA"]
HERE = os.path.dirname(os.path.abspath(__file__))
NONE = {"", "NULL", "null", "NaN", "nan", "None", "N/A", "NA"}


# How each file is read: a list of records by header.


def text_of(path, encoding="utf-8-sig"):
    whole = os.path.join(DATA, path)
    with gzip.open(whole) if path.endswith(".gz") else open(whole, "rb") as file:
        return file.read().decode(encoding)


def commas(path, encoding="utf-8-sig"):
    return list(csv.DictReader(io.StringIO(text_of(path, encoding), newline="")))


def blanks(path, names=None):
    lines = [line.split() for line in text_of(path).splitlines() if line.strip()]
    names = names or lines.pop(0)
    return [dict(zip(names, line)) for line in lines]


def sheet(path):
    book = openpyxl.load_workbook(os.path.join(DATA, path), read_only=True, data_only=True)
    names, *rows = book.worksheets[0].iter_rows(values_only=True)
    book_text = lambda cell: "" if cell is None else cell.isoformat(" ") if isinstance(cell, datetime) else repr(cell) if isinstance(cell, float) else str(cell)
    return [dict(zip(names, map(book_text, row))) for row in rows if any(cell is not None for cell in row)]


def baskets(path):
    lines = csv.reader(io.StringIO(text_of(path), newline=""))
    return [{"#1": str(n), "#2": item} for n, line in enumerate(lines, 1) for item in line if item.strip()]


def dictionary(path):
    """Notes of several tables beside each other: two lines of names, then what is not blank."""
    lines = list(csv.reader(io.StringIO(text_of(path), newline="")))
    names = [name or f"#{n}" for n, name in enumerate(lines[1], 1)]
    return [dict(zip(names, line)) for line in lines[2:] if any(line)]


def superstore(path):
    """Names of products hold commas that nothing quotes: the cells around them are counted from both ends."""
    first, *lines = text_of(path).splitlines()
    names = first.split(",")
    before = names.index("Product_Name")
    after = len(names) - before - 1
    rows = [line.split(",") for line in lines]
    return [dict(zip(names, row[:before] + [",".join(row[before:-after])] + row[-after:])) for row in rows]


READERS = {
    "cdnow/CDNOW_master.txt": blanks,
    "cdnow/CDNOW_sample.txt": lambda path: blanks(path, [f"#{n}" for n in range(1, 6)]),
    "chinese-rfm/PYTHON-RFM实战数据.xlsx": sheet,
    "chinese-rfm/TGI指数案例数据.xlsx": sheet,
    "chinese-rfm/rfm_orders_gb18030.csv": lambda path: commas(path, "gb18030"),
    "crm-sales/data_dictionary.csv": dictionary,
    "groceries/groceries_baskets.csv": baskets,
    "groceries/incomeesl_baskets.csv": baskets,
    "superstore/Sample-Superstore.csv": superstore,
}


# What becomes of the rows of a file, where they do not all stay.

CLOSED = "付款以后用户退款成功，交易自动关闭"


def fate_of(path, row, amount):
    """'kept', 'aside', 'undated' (set aside as well, for want of a day) or 'rejected'."""
    if path == "crm-sales/sales_pipeline.csv":
        # Open deals have no day on which they were closed; lost ones were never sold.
        return "undated" if row["close_date"] == "" else "kept" if row["deal_stage"] == "Won" else "aside"
    if path == "personio/mrr.csv":
        # A move of nobody cannot be told whose it is.
        return "kept" if row["Company_ID"] != "" else "rejected"
    if path == "online-retail/online_retail.csv.gz":
        sold = row["CustomerID"] != "" and not row["InvoiceNo"].startswith("C") and amount > 0
        return "kept" if sold else "aside"
    if path.startswith("chinese-rfm/") and row["订单状态"] == CLOSED:
        return "aside"
    return "aside" if amount == 0 else "kept"


# Rows equal in every cell to an earlier one are dropped where each row stands for a customer, an answer …

# What names a row of an entity: with such a column equal rows are one, without it they are as many as there are.
KEYS = {
    "customer": "customer",
    "product": "product",
    "interaction": "record",
    "ticket": "record",
    "survey": "record",
    "campaign": "campaign",
    "subscription": "record",
    "owner": "owner",
}


def number(text):
    return Decimal(text.replace(",", ""))


def day(text, order):
    parts = re.match(r"(\d+)\D(\d+)\D(\d+)", text) or re.match(r"(\d{4})(\d\d)(\d\d)", text)
    first, second, third = map(int, parts.groups())
    if order == "mdy":
        return date(third, first, second)
    return date(third, second, first) if order == "dmy" else date(first, second, third)


DAY_ORDERS = {"crm-sales/sales_pipeline.csv": "mdy", "superstore/Sample-Superstore.csv": "mdy"}


def order_in(path):
    return "dmy" if path.startswith("personio/") else DAY_ORDERS.get(path, "ymd")


def plain(amount):
    return format(amount.normalize(), "f") if amount != 0 else "0"


def filled(rows, header):
    return [row[header].strip() for row in rows if row[header] is not None and row[header].strip() not in NONE]


def days(path, cells):
    found = sorted(day(cell, order_in(path)) for cell in cells)
    return {"filled": len(found), "first": found[0].isoformat(), "last": found[-1].isoformat()}


def column_facts(path, rows, header, kind):
    cells = filled(rows, header)
    if kind == "date":
        return days(path, cells)
    if kind == "money":
        return {"money": plain(sum(map(number, cells), Decimal(0)))}
    if kind == "number":
        return {"filled": len(cells), "sum": math.fsum(float(number(cell)) for cell in cells)}
    if kind == "text":
        return {"filled": len(cells), "characters": sum(map(len, cells))}
    return {"filled": len(cells), "distinct": len(set(cells))}


def table_figures(path, entity, columns, records):
    stay = [row for row in records if fate_of(path, row, 1) == "kept"]
    named = any(means.split(" ")[0] == KEYS.get(entity) for means in columns.values())
    unique = list({tuple(row.values()): row for row in reversed(stay)}.values()) if named else stay
    rows = {
        "source": len(records),
        "kept": len(unique),
        "merged": len(stay) - len(unique),
        "aside": 0,
        "rejected": len(records) - len(stay),
    }
    facts = {
        header: column_facts(path, unique, header, means.split(" ")[1])
        for header, means in columns.items()
        if means != "ignore"
    }
    return rows, facts


def order_figures(path, columns, records):
    named = {means: header for header, means in columns.items() if means not in ("attribute", "ignore")}
    cent = Decimal("0.01") if path.startswith("completejourney/") else Decimal("0.000001")

    def amount(row):
        if "amount" not in named:
            return number(row[named["quantity"]]) * number(row[named["price"]])
        text = row[named["amount"]].strip()
        return number(text).quantize(cent, ROUND_HALF_UP) if text else Decimal(0)

    fates = {"kept": [], "aside": [], "undated": [], "rejected": []}
    for row in records:
        value = amount(row)
        fates[fate_of(path, row, value)].append((row, value))
    total = lambda *names: plain(sum((value for name in names for _, value in fates[name]), Decimal(0)))
    rows = {
        "source": len(records),
        "kept": len(fates["kept"]),
        "merged": 0,
        "aside": len(fates["aside"]) + len(fates["undated"]),
        "rejected": len(fates["rejected"]),
    }
    held = [row for name in ("kept", "aside") for row, _ in fates[name]]
    facts = {
        "(amount)": {"money": total("kept", "aside", "undated", "rejected")},
        "(amount kept)": {"money": total("kept")},
        "(amount set aside)": {"money": total("aside", "undated")},
        "(customers)": column_facts(path, held, named["customer"], "key"),
    }
    if "order" in named:
        facts["(orders)"] = column_facts(path, held, named["order"], "key")
    facts["(date)"] = days(path, filled(held, named["date"]))
    return rows, facts


figures = {}
with open(os.path.join(HERE, "dataset-columns.json"), encoding="utf-8") as file:
    declared = json.load(file)
for path, told in declared.items():
    entity, columns = told["entity"], told["columns"]
    records = READERS.get(path, commas)(path)
    orders = entity == "order"
    rows, facts = order_figures(path, columns, records) if orders else table_figures(path, entity, columns, records)
    figures[path] = {"entity": entity, "means": columns, "rows": rows, "columns": facts}
json.dump(figures, sys.stdout, indent="\t", ensure_ascii=False)
print()
