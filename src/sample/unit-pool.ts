import type { Plan } from "../model/plan.ts";
import type { Unit } from "../model/unit.ts";
import { UnitNames } from "../model/unit-names.ts";
import { usageOf } from "../model/usage.ts";
import { Random } from "./random.ts";

/** The units of a city: how large and how good each is, and how people write their names. */
export class UnitPool {
  private readonly plan: Plan;
  private readonly seed: number;
  private readonly merits: ReadonlyMap<string, number>;
  /** A unit that the directory does not have. */
  readonly stranger: string;

  constructor(plan: Plan, seed: number) {
    this.plan = plan;
    this.seed = seed;
    const random = Random.for(seed, "merit");
    this.merits = new Map(plan.directory.units.map(({ name }) => [name, random.between(-1, 1)]));
    this.stranger = strangerOf(plan);
  }

  /** Nothing but the units of indicators that read the dataset, in directory order. */
  of(dataset: string): Unit[] {
    const { indicators, dictionary, directory } = this.plan;
    const reads = indicators.filter(({ measure }) => usageOf(dictionary, [measure]).fields.has(dataset));
    const names = new Set(reads.flatMap(({ units }) => units.map(({ name }) => name)));
    return directory.units.filter(({ name }) => names.has(name));
  }

  /** Few units have much and some have nothing; with `everyone` each has something. */
  weights(dataset: string, units: readonly Unit[], everyone: boolean): number[] {
    const random = Random.for(this.seed, `size of ${dataset}`);
    return units.map(() => {
      const size = random.between(0.25, 1) ** 2;
      const idle = random.chance(0.12) && units.length > 4;
      return idle && !everyone ? 0 : size;
    });
  }

  /** A share as this unit reaches it: a good one has few of the bad rows, a poor one most. */
  shareOf(unit: string, share: number): number {
    const merit = (this.merits.get(unit) ?? 0) * 0.9;
    return share >= 0.5 ? 1 - (1 - share) * (1 - merit) : share * (1 + merit);
  }

  /** The unit as a sheet writes it: mostly one of its names, now and then another. */
  written(unit: Unit, usual: "name" | "full", random: Random): string {
    const full = unit.full ?? unit.name;
    if (random.chance(0.82)) return usual === "full" ? full : unit.name;
    return random.pick([unit.name, full, ...unit.aliases]);
  }
}

function strangerOf({ directory, dictionary }: Plan): string {
  const names = new UnitNames(directory, dictionary.words.whole);
  const place = directory.place ?? "";
  const candidates = ["大数据管理局", "信息化推进中心", "改革推进办公室", "联席会议专班"];
  return candidates.map((name) => place + name).find((name) => names.find(name) === undefined) ?? "未知专班";
}
