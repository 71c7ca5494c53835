import type { CodeList, Field } from "../model/dataset.ts";
import { type Day, formatDay } from "../model/day.ts";
import type { SampleCell } from "../model/sample-sheet.ts";
import type { Random } from "./random.ts";
import type { SampleValue } from "./values.ts";

/** How one column writes its values. */
export type CellWriter = (value: SampleValue) => SampleCell;

/** Settles how a column writes: each platform has its own forms of dates, flags and numbers. */
export function writerOf(field: Field, codes: CodeList | undefined, random: Random): CellWriter {
  const empty = random.pick([null, null, null, "—", "/"]);
  const write = writers[field.type](field, codes, random);
  return (value) => (value === null ? empty : write(value));
}

type Making = (field: Field, codes: CodeList | undefined, random: Random) => CellWriter;

const plain: Making = () => (value) => (typeof value === "object" ? null : value);

const writers = {
  id: plain,
  text: plain,
  number: ({ counts }, _, random) => {
    const form = random.pick(["number", "number", "number", "text", counts ? "grouped" : "text"] as const);
    return (value) => {
      if (typeof value !== "number" || form === "number") return plainNumber(value);
      return form === "grouped" ? value.toLocaleString("en-US") : String(value);
    };
  },
  rate: () => (value) => (typeof value === "number" ? `${Math.round(value * 100)}%` : plainNumber(value)),
  limit: (_, __, random) => {
    const form = random.pick(["number", "number", "text"] as const);
    return (value) =>
      form === "text" && typeof value === "number" ? `${value}个工作日` : plainNumber(value);
  },
  date: (_, __, random) => dateWriter(random),
  year: (_, __, random) => {
    const suffix = random.pick(["", "年"]);
    return (value) => (suffix === "" ? plainNumber(value) : `${value}${suffix}`);
  },
  flag: (_, __, random) => {
    const [yes, no] = random.pick([
      ["是", "否"] as const,
      ["是", "否"] as const,
      ["√", "×"] as const,
      [1, 0] as const,
    ]);
    return (value) => (value === "是" ? yes : no);
  },
  code: (_, codes, random) => (value) => {
    const [first, ...more] = (codes?.values[String(value)] ?? []).slice(0, 4);
    return first === undefined || !random.chance(0.1) ? String(value) : random.pick([first, ...more]);
  },
  set: (_, __, random) => {
    const separator = random.pick(["、", ",", "；"]);
    return (value) => (typeof value === "object" && value !== null ? value.join(separator) : String(value));
  },
} satisfies Record<Field["type"], Making>;

function plainNumber(value: SampleValue): SampleCell {
  return typeof value === "object" ? null : value;
}

const dateForms = {
  cell: (day) => new Date(day * 86_400_000),
  dashed: formatDay,
  slashed: (day) => formatDay(day).split("-").map(Number).join("/"),
  compact: (day) => formatDay(day).replaceAll("-", ""),
  timed: (day, random) => {
    const [hour, minute, second] = [random.integer(9, 17), random.integer(0, 59), random.integer(0, 59)];
    return `${formatDay(day)} ${[hour, minute, second].map((part) => String(part).padStart(2, "0")).join(":")}`;
  },
} satisfies Record<string, (day: Day, random: Random) => SampleCell>;

function dateWriter(random: Random): CellWriter {
  const { cell, dashed, slashed, compact, timed } = dateForms;
  const usual = random.pick([cell, cell, dashed, slashed, compact, timed]);
  return (value) => {
    if (typeof value !== "number") return null;
    return (random.chance(0.97) ? usual : dashed)(value, random);
  };
}
