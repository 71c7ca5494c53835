import {
  BASELINE,
  DEADLINE,
  daysBetween,
  type Parts,
  REPLANNED,
  units,
  type Week,
  YEAR_END,
} from "./data.ts";

/**
 * The year worked out once more, apart from the product: plain numbers, loops over whole weeks, nothing
 * shared with it but the raw figures.
 */
export const ids = ["rate", "total", "few", "better", "anew"] as const;
export type Id = (typeof ids)[number];
type Who = number | null;

export interface Stood {
  readonly value: number | null;
  readonly status: "met" | "open" | "overdue" | "no-data" | "not-scored";
  readonly reached: number | null;
}

const weights: Record<Id, number> = { rate: 3, total: 2, few: 1, better: 1, anew: 2 };
const weight = (id: Id) => weights[id];

export function targetOf(id: Id, week: number): number | null {
  if (id === "rate") return week >= REPLANNED ? 92 : 85;
  if (id === "total") return 900;
  if (id === "few") return 8;
  return id === "anew" ? 88 : null;
}

export function deadlineOf(id: Id): string | null {
  if (id === "few") return null;
  return id === "total" ? YEAR_END : DEADLINE;
}

function percent(list: readonly Parts[], who: Who): number {
  if (who !== null) {
    const one = list[who];
    if (one === undefined) throw new Error("no such unit");
    return (100 * one.num) / one.den;
  }
  let num = 0;
  let den = 0;
  for (const one of list) {
    num += one.num;
    den += one.den;
  }
  return (100 * num) / den;
}

function sum(list: readonly number[], who: Who): number {
  if (who !== null) return list[who] ?? Number.NaN;
  let all = 0;
  for (const one of list) all += one;
  return all;
}

export function figureOf(year: readonly Week[], id: Id, week: number, who: Who): number | null {
  const figures = year[week];
  if (figures === undefined) throw new Error("no such week");
  if (id === "rate" || id === "better" || id === "anew") return percent(figures[id], who);
  const list = figures[id];
  return list === null ? null : sum(list, who);
}

export function stoodOf(year: readonly Week[], id: Id, week: number, who: Who): Stood {
  const value = figureOf(year, id, week, who);
  if (value === null) return { value, status: "no-data", reached: null };
  if (id === "better" && week <= BASELINE) return { value, status: "not-scored", reached: null };
  const target = id === "better" ? (figureOf(year, id, BASELINE, who) ?? 0) : (targetOf(id, week) ?? 0);
  const met =
    id === "better" ? value > target + 1e-9 : id === "few" ? value <= target : value >= target - 1e-9;
  const deadline = deadlineOf(id);
  const late = deadline !== null && daysBetween(deadline, year[week]?.asOf ?? "") > 0;
  const share = id === "few" ? target / value : value / target;
  return { value, status: met ? "met" : late ? "overdue" : "open", reached: met ? 1 : Math.min(1, share) };
}

export function scoreOf(year: readonly Week[], week: number, who: Who): number {
  let [got, all] = [0, 0];
  for (const id of ids) {
    const { reached } = stoodOf(year, id, week, who);
    if (reached === null) continue;
    got += weight(id) * reached;
    all += weight(id);
  }
  return (100 * got) / all;
}

/** 1 + how many are strictly better. */
export function rankOf(year: readonly Week[], week: number, who: number): number {
  const own = scoreOf(year, week, who);
  return 1 + units.filter((other) => scoreOf(year, week, other) > own + 1e-9).length;
}

export function streak(year: readonly Week[], id: Id, week: number, who: Who) {
  const judged: { week: number; met: boolean }[] = [];
  for (let at = 0; at <= week; at += 1) {
    const { status } = stoodOf(year, id, at, who);
    if (status === "no-data" || status === "not-scored") continue;
    judged.push({ week: at, met: status === "met" });
  }
  const last = judged.pop();
  if (last === undefined) return null;
  let [count, since] = [1, last.week];
  while (judged.at(-1)?.met === last.met) {
    count += 1;
    since = judged.pop()?.week ?? since;
  }
  return { kind: last.met ? "met" : "missed", count, since: year[since]?.asOf, until: year[last.week]?.asOf };
}

/** Misses in a row that were due: after the deadline, or without one. */
export function misses(year: readonly Week[], id: Id, week: number, who: number): number {
  let count = 0;
  for (let at = week; at >= 0; at -= 1) {
    const { status } = stoodOf(year, id, at, who);
    if (status === "no-data" || status === "not-scored") continue;
    const due = status === "overdue" || (status === "open" && deadlineOf(id) === null);
    if (!due) break;
    count += 1;
  }
  return count;
}

/** The first week since which target and formula have been what they are. */
function sameSince(id: Id, week: number): number {
  return (id === "rate" || id === "anew") && week >= REPLANNED ? REPLANNED : 0;
}

export function forecast(year: readonly Week[], id: Id, week: number, who: Who) {
  const deadline = deadlineOf(id);
  const target = targetOf(id, week);
  const x = figureOf(year, id, week, who);
  if (target === null || x === null || deadline === null) return null;
  const first = sameSince(id, week);
  const start = year[first]?.asOf ?? "";
  const today = year[week]?.asOf ?? "";
  const b = figureOf(year, id, first, who) ?? Number.NaN;
  if (week - first + 1 < 3 || b >= target - 1e-9) return null;
  const total = daysBetween(start, deadline);
  if (total <= 0) return null;
  const passed = daysBetween(start, today);
  const left = daysBetween(today, deadline);
  const f = Math.min(1, passed / total);
  const expected = b + (target - b) * f;
  const perDay = (x - b) / passed;
  const missing = target - x;
  const met = missing <= 1e-9;
  const wait = Math.ceil(missing / perDay - 1e-9);
  return {
    elapsed: f,
    expected,
    spi: (x - b) / (expected - b),
    requiredPerDay: met || left <= 0 ? null : missing / left,
    requiredPerWorkingDay: met || left <= 0 ? null : missing / workingDays(today, deadline),
    projected: met ? today : perDay <= 1e-12 || wait > 3660 ? null : plus(today, wait),
    atDeadline:
      left <= 0 ? null : Math.max(0, id === "total" ? x + perDay * left : Math.min(100, x + perDay * left)),
  };
}

function plus(day: string, days: number): string {
  return new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);
}

// 国办发明电〔2021〕11号: the holidays of 2022, and the weekends that were worked for them.
const off = spans(
  "01-01 01-03, 01-31 02-06, 04-03 04-05, 04-30 05-04, 06-03 06-05, 09-10 09-12, 10-01 10-07, 12-31 12-31",
);
const worked = spans("01-29 01-30, 04-02 04-02, 04-24 04-24, 05-07 05-07, 10-08 10-09");

function spans(text: string): Set<string> {
  const days = new Set<string>();
  for (const span of text.split(", ")) {
    const [from = "", to = ""] = span.split(" ");
    for (let day = `2022-${from}`; day <= `2022-${to}`; day = plus(day, 1)) days.add(day);
  }
  return days;
}

/** After a day, up to and including another, counted one by one. */
export function workingDays(from: string, to: string): number {
  let count = 0;
  for (let day = plus(from, 1); day <= to; day = plus(day, 1)) {
    const weekday = new Date(day).getUTCDay();
    if (worked.has(day) || (weekday !== 0 && weekday !== 6 && !off.has(day))) count += 1;
  }
  return count;
}
