import { NO_UNIT, type UnitNumber } from "../measure/tally.ts";
import type { Unit, UnitDirectory } from "../model/unit.ts";
import { unitLine } from "../model/unit-line.ts";
import { UnitNames } from "../model/unit-names.ts";

/** The number of rows that stand for the whole area. */
export const WHOLE: UnitNumber = 1;
const FIRST_UNIT = 2;

/** Gives each unit that occurs in the data a number: known ones by any of their names, strangers by their own. */
export class UnitTable {
  private readonly names: UnitNames;
  private readonly numbers = new Map<string, UnitNumber>();
  private readonly byName = new Map<string, UnitNumber>();
  private readonly entries: { name: string; unit: Unit | null }[] = [];
  private readonly upwardsOf = new Map<UnitNumber, readonly UnitNumber[]>();
  private readonly directory: UnitDirectory;

  constructor(directory: UnitDirectory, wholeWords: readonly string[]) {
    this.directory = directory;
    this.names = new UnitNames(directory, wholeWords);
    for (const unit of directory.units) this.enter(unit.name, unit);
  }

  /** The number of a name as written; null and blank are nobody. */
  numberOf(written: unknown): UnitNumber {
    if (typeof written !== "string" || written === "") return NO_UNIT;
    const known = this.numbers.get(written);
    if (known !== undefined) return known;
    const unit = this.names.find(written);
    const number =
      this.names.isWhole(written) && unit === undefined
        ? WHOLE
        : this.enter(unit?.name ?? written, unit ?? null);
    this.numbers.set(written, number);
    return number;
  }

  private enter(name: string, unit: Unit | null): UnitNumber {
    const known = this.byName.get(name);
    if (known !== undefined) return known;
    const number = this.entries.length + FIRST_UNIT;
    this.entries.push({ name, unit });
    this.byName.set(name, number);
    return number;
  }

  nameOf(number: UnitNumber): string | null {
    return this.entries[number - FIRST_UNIT]?.name ?? null;
  }

  isStranger(number: UnitNumber): boolean {
    return this.entries[number - FIRST_UNIT]?.unit === null;
  }

  /** A unit and those above it; rows of nobody and of the whole count in no unit. */
  upwards = (number: UnitNumber): readonly UnitNumber[] => {
    const known = this.upwardsOf.get(number);
    if (known !== undefined) return known;
    const chain: UnitNumber[] = [];
    let name = this.nameOf(number);
    while (name !== null) {
      const above = this.byName.get(name) ?? NO_UNIT;
      chain.push(above);
      name = this.entries[above - FIRST_UNIT]?.unit?.parent ?? null;
    }
    this.upwardsOf.set(number, chain);
    return chain;
  };

  /** The units that a stranger may have meant. */
  nearest(name: string): string[] {
    return this.names.nearest(name, 3);
  }

  /** The line of the directory that would make a stranger known, who may have meant one of its units. */
  lineFor(name: string, [meant]: readonly string[] = this.nearest(name)): string {
    return unitLine(name, this.entries[(this.byName.get(meant ?? "") ?? NO_UNIT) - FIRST_UNIT]?.unit ?? null);
  }

  /** A unit's own name under any written form, a stranger's as written: what filters compare. */
  canonical(written: string): string {
    return this.nameOf(this.numberOf(written)) ?? this.wholeName;
  }

  /** A name that stands for the whole. */
  get wholeName(): string {
    return this.directory.whole[0] ?? this.directory.place ?? "全市";
  }

  isWhole(written: string): boolean {
    return this.numberOf(written) === WHOLE;
  }
}
