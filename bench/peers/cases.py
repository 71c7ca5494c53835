"""pandas: the same aggregates over 办件明细 (a CSV file). Prints one JSON line."""
import json
import sys

import pandas as pd

NEEDED = ["办件编号", "实施编码", "受理部门", "申报渠道", "受理时间", "承诺办结时间", "办结时间", "是否上报入库", "是否网上办理"]
AS_OF = "2022-10-25"
ONLINE = {"网上", "APP", "小程序", "PC端"}

all_rows = pd.read_csv(sys.argv[1], usecols=NEEDED, dtype=str, keep_default_na=False, encoding="utf-8")
df = all_rows.drop_duplicates("办件编号")
closed, due, accepted = (df[name].str.slice(0, 10) for name in ("办结时间", "承诺办结时间", "受理时间"))
done = closed != ""
online_channel = df["申报渠道"].isin(ONLINE)
late = (closed > due).where(done, due < AS_OF)
days = (pd.to_datetime(closed.where(done)) - pd.to_datetime(accepted)).dt.days.fillna(0).astype("int64")
table = pd.DataFrame({
    "unit": df["受理部门"],
    "cases": 1,
    "reported": df["是否上报入库"] == "是",
    "online": df["是否网上办理"] == "是",
    "online_channel": online_channel,
    "closed": done,
    "judged": late | done,
    "in_time": ~late & done,
    "late": late,
    "days": days,
    "ratings_due": online_channel.map({True: 3, False: 2}),
})
distinct = pd.DataFrame({
    "unit": df["受理部门"],
    "item": df["实施编码"],
    "pair": df["实施编码"] + online_channel.map({True: "+", False: "-"}),
    "case": df["办件编号"],
})
sums, counts = table.groupby("unit").sum(), distinct.groupby("unit").nunique()
units = {unit: [int(x) for x in (*sums.loc[unit], *counts.loc[unit])] for unit in sums.index}
units[""] = [int(x) for x in (*table.drop(columns="unit").sum(), *distinct.drop(columns="unit").nunique())]
print(json.dumps({"rows": len(all_rows), "units": units}))
