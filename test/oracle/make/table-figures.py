"""Rows, sums of money and lengths of texts of the tables in CLIENTELE_DATA, by Python's csv and decimal alone.

    CLIENTELE_DATA=… python3 test/oracle/make/table-figures.py > test/import/table-figures.json
"""

import csv
import json
import os
from decimal import Decimal

csv.field_size_limit(10**9)
DATA = os.environ["CLIENTELE_DATA"]


def rows(path):
    with open(os.path.join(DATA, path), encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def total(records, column):
    sums = sum((Decimal(row[column]) for row in records if row[column].strip() != ""), Decimal(0))
    return format(sums.normalize(), "f")


figures = {}


def add(path, entity, money=(), kept=None, merged=0, **more):
    records = rows(path)
    stay = records if kept is None else [row for row in records if kept(row)]
    figures[path] = {
        "entity": entity,
        "source": len(records),
        "kept": len(stay) - merged,
        "merged": merged,
        "money": {column: total(stay, column) for column in money},
        **more,
    }
    return records


for path, entity in [
    ("completejourney/demographics.csv", "customer"),
    ("completejourney/products.csv", "product"),
    ("completejourney/campaigns.csv", "campaign-contact"),
    ("completejourney/campaign_descriptions.csv", "campaign"),
    ("completejourney/coupon_redemptions.csv", "campaign-contact"),
    ("completejourney/transactions_sample.csv", "order"),
    ("crm-sales/sales_pipeline.csv", "order"),
    ("crm-sales/sales_teams.csv", "owner"),
    ("nps/nps_testdata.csv", "survey"),
    ("nps/customer_operations_nps.csv", "survey"),
    ("nps/experts.csv", "owner"),
    ("nps/serviceappointments.csv", "interaction"),
    ("support-tickets/customer_support_tickets.csv", "ticket"),
    ("btydplus-grocery/groceryElog.csv", "interaction"),
    ("foretell/customer_retention.csv", "other"),
    ("foretell/persistency_data.csv", "other"),
    ("lifelines/waltons_dataset.csv", "other"),
    ("survival/aml.csv", "other"),
    ("survival/lung.csv", "other"),
    ("survival/ovarian.csv", "other"),
]:
    add(path, entity)
add("telco/Telco-Customer-Churn.csv", "customer", ["MonthlyCharges", "TotalCharges"])
add("personio/customer.csv", "customer", ["Initial_MRR"])
# A move of nobody cannot be told whose it is.
add("personio/mrr.csv", "subscription", ["Movement_Amount"], kept=lambda row: row["Company_ID"] != "")
answers = rows("personio/nps.csv")
add("personio/nps.csv", "survey", merged=len(answers) - len({tuple(row.values()) for row in answers}))
add("crm-sales/accounts.csv", "customer", ["revenue"])
add("crm-sales/products.csv", "product", ["sales_price"])
spent = ["Wines", "Fruits", "MeatProducts", "FishProducts", "SweetProducts", "GoldProds"]
add("marketing-campaign/marketing_campaign.csv", "customer", ["Income", *(f"Mnt{name}" for name in spent)])
add("rfm-r/rfm_data_customer.csv", "customer", ["revenue"])
kaggle = "support-tickets/customer_support_tickets_kaggle.csv"
prose = "Ticket Description"
texts = [row[prose].strip() for row in add(kaggle, "ticket")]
figures[kaggle]["text"] = {
    "header": prose,
    "lines": sum(text.count("\n") for text in texts),
    "characters": sum(len(text) for text in texts),
}
print(json.dumps(figures, indent="\t", ensure_ascii=False))
