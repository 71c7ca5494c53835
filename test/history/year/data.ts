/** What a place measured in a year of weeks: raw figures, made from a seed, and what went wrong with them. */
export const WEEKS = 52;
export const REPLANNED = 26;
export const RENAMED = 30;
export const CORRECTED = 20;
export const LATE = [10, 11, 12];
export const UNCHANGED = 40;
export const BASELINE = 3;
export const DEADLINE = "2022-09-30";
export const YEAR_END = "2022-12-31";
export const START = "2022-01-05";

const MS = 86_400_000;

export function dateOf(week: number): string {
  return new Date(Date.parse(START) + week * 7 * MS).toISOString().slice(0, 10);
}

export function daysBetween(from: string, to: string): number {
  return (Date.parse(to) - Date.parse(from)) / MS;
}

const UNITS = 6;

/** 丙 has another name from the thirtieth week on. */
export function nameOf(unit: number, week: number): string {
  const name = ["甲局", "乙局", "丙局", "丁局", "戊局", "己局"][unit] ?? "";
  return name === "丙局" && week >= RENAMED ? "丙中心" : name;
}

export const units = Array.from({ length: UNITS }, (_, unit) => unit);

/** Good of all, by unit. */
export interface Parts {
  readonly num: number;
  readonly den: number;
}

export interface Week {
  readonly week: number;
  readonly asOf: string;
  /** A rate with regressions; its target is raised in the middle. */
  readonly rate: readonly Parts[];
  /** A running total, corrected downwards once. */
  readonly total: readonly number[];
  /** A number of things that should be few; its list comes late for some weeks. */
  readonly few: readonly number[] | null;
  /** A rate that is only to improve. */
  readonly better: readonly Parts[];
  /** A rate whose formula is another one from the middle on. */
  readonly anew: readonly Parts[];
}

/** A small generator, so that the year is the same wherever it is made. */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 2_147_483_648;
  };
}

export function simulatedYear(seed: number): Week[] {
  const random = generator(seed);
  const between = (low: number, high: number) => low + Math.floor(random() * (high - low + 1));
  const level = units.map(() => between(70, 95));
  return Array.from({ length: WEEKS }, (_, week) => {
    for (const unit of units) {
      // It mostly rises, and falls back now and then.
      const step = random() < 0.3 ? -between(1, 9) : between(0, 4);
      level[unit] = Math.min(100, Math.max(40, (level[unit] ?? 0) + step));
    }
    const parts = (bonus: number) =>
      units.map((unit) => {
        const den = between(40, 60);
        const share = Math.min(100, (level[unit] ?? 0) + bonus);
        return { num: Math.round((den * share) / 100), den };
      });
    return {
      week,
      asOf: dateOf(week),
      rate: parts(0),
      total: units.map((unit) => 10 + unit + week * (2 + unit) - (week >= CORRECTED && unit === 0 ? 40 : 0)),
      few: LATE.includes(week) ? null : units.map(() => between(0, 4)),
      better: parts(-10),
      anew: parts(2),
    };
  });
}
