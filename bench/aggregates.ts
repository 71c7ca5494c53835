/**
 * What plans/cases.yaml asks of 办件明细, by unit and for the whole, once a case number counts once. Each
 * contestant hands it in as this list of numbers, so that all can be compared with each other.
 */
export const figures = [
  "cases",
  "reported",
  "online",
  "onlineChannel",
  "closed",
  "judged",
  "inTime",
  "late",
  "days",
  "ratingsDue",
  "items",
  "itemChannels",
  "distinctCases",
] as const;

export type Figures = readonly number[];
/** By the unit's full name; "" is the whole. */
export type Aggregates = ReadonlyMap<string, Figures>;

export const neededColumns = [
  "办件编号",
  "实施编码",
  "受理部门",
  "申报渠道",
  "受理时间",
  "承诺办结时间",
  "办结时间",
  "是否上报入库",
  "是否网上办理",
] as const;

/** The day on which all is judged. */
export const asOf = "2022-10-25";

export const onlineChannels: ReadonlySet<string> = new Set(["网上", "APP", "小程序", "PC端"]);

class UnitTally {
  readonly counts = new Float64Array(10);
  readonly items = new Set<string>();
  readonly itemChannels = new Set<string>();
  readonly cases = new Set<string>();

  figures(): number[] {
    return [...this.counts, this.items.size, this.itemChannels.size, this.cases.size];
  }
}

/** The obvious way: one object a unit, a set for each distinct count. */
export class CaseTally {
  private readonly seen = new Set<string>();
  private readonly units = new Map<string, UnitTally>([["", new UnitTally()]]);
  private readonly days = new Map<string, number>();
  private rows = 0;

  /** Fields in the order of `neededColumns`. */
  add(fields: readonly string[]): void {
    const [
      number = "",
      item = "",
      unit = "",
      channel = "",
      accepted = "",
      due = "",
      closed = "",
      reported,
      online,
    ] = fields;
    this.rows++;
    if (this.seen.has(number)) return;
    this.seen.add(number);
    const isOnline = onlineChannels.has(channel);
    const dueDay = due.slice(0, 10);
    const closedDay = closed.slice(0, 10);
    const late = closedDay === "" ? dueDay < asOf : closedDay > dueDay;
    const values = [
      1,
      reported === "是" ? 1 : 0,
      online === "是" ? 1 : 0,
      isOnline ? 1 : 0,
      closedDay === "" ? 0 : 1,
      late || closedDay !== "" ? 1 : 0,
      !late && closedDay !== "" ? 1 : 0,
      late ? 1 : 0,
      closedDay === "" ? 0 : this.day(closedDay) - this.day(accepted.slice(0, 10)),
      isOnline ? 3 : 2,
    ];
    for (const tally of [this.tallyOf(""), this.tallyOf(unit)]) {
      for (let at = 0; at < values.length; at++)
        tally.counts[at] = (tally.counts[at] ?? 0) + (values[at] ?? 0);
      tally.items.add(item);
      tally.itemChannels.add(`${item}|${isOnline}`);
      tally.cases.add(number);
    }
  }

  result(): { rows: number; units: Record<string, number[]> } {
    return {
      rows: this.rows,
      units: Object.fromEntries([...this.units].map(([unit, tally]) => [unit, tally.figures()])),
    };
  }

  private tallyOf(unit: string): UnitTally {
    let tally = this.units.get(unit);
    if (tally === undefined) {
      tally = new UnitTally();
      this.units.set(unit, tally);
    }
    return tally;
  }

  private day(text: string): number {
    let day = this.days.get(text);
    if (day === undefined) {
      day = Date.parse(text) / 86_400_000;
      this.days.set(text, day);
    }
    return day;
  }
}

interface Assessed {
  readonly numerator: number | null;
  readonly denominator: number | null;
}

export interface BenchReport {
  readonly overall: { readonly noData: number };
  readonly inputs: readonly {
    readonly sheets: readonly { readonly name: string; readonly rows: number }[];
  }[];
  readonly indicators: readonly {
    readonly id: string;
    readonly whole: Assessed & { readonly status: string };
    readonly units: readonly (Assessed & { readonly unit: string; readonly status: string })[];
  }[];
}

/** Where a figure stands in a report over plans/cases.yaml. */
const inReport: readonly [indicator: string, part: "numerator" | "denominator"][] = [
  ["cases", "numerator"],
  ["reported", "numerator"],
  ["online", "numerator"],
  ["online-channel", "numerator"],
  ["closed", "numerator"],
  ["in-time", "denominator"],
  ["in-time", "numerator"],
  ["late", "numerator"],
  ["average-days", "numerator"],
  ["ratings-due", "numerator"],
  ["items", "numerator"],
  ["item-channels", "numerator"],
  ["distinct-cases", "numerator"],
];

/** Says where a peer's numbers differ from our report's; `shortName` is how the report calls a unit. */
export function differences(
  report: BenchReport,
  peer: Aggregates,
  shortName: ReadonlyMap<string, string>,
): string[] {
  const found: string[] = [];
  for (const [unit, numbers] of peer) {
    for (const [at, [id, part]] of inReport.entries()) {
      const indicator = report.indicators.find((one) => one.id === id);
      const short = shortName.get(unit) ?? unit;
      const ours = unit === "" ? indicator?.whole : indicator?.units.find((one) => one.unit === short);
      // Units that stand in no group have no line in a report.
      if (ours === undefined && unit !== "") continue;
      // Of nothing at all a report says null.
      const value = ours?.[part] ?? 0;
      if (value !== numbers[at])
        found.push(`${unit || "whole"} ${figures[at]}: ours ${value}, theirs ${numbers[at]}`);
    }
  }
  return found;
}
