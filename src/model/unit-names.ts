import { nearestFew } from "./nearest.ts";
import { spelling } from "./reading/text.ts";
import type { Unit, UnitDirectory } from "./unit.ts";

export interface NameClash {
  readonly unit: Unit;
  readonly other: Unit;
  readonly form: string;
}

/** Finds units by the forms that their directory declares, never by guesswork. */
export class UnitNames {
  private readonly exact = new Map<string, Unit>();
  private readonly trimmed = new Map<string, Unit | null>();
  private readonly prefixes: ReadonlySet<string>;
  private readonly suffixes: ReadonlySet<string>;
  private readonly wholeNames: ReadonlySet<string>;
  /** Names by their bare forms, made when a name is found nowhere. */
  private owners: ReadonlyMap<string, string> | null = null;
  /** Written forms that two units declare; such a directory is refused. */
  readonly clashes: NameClash[] = [];

  constructor(directory: UnitDirectory, wholeWords: readonly string[] = []) {
    this.prefixes = new Set(directory.prefixes.map(spelling));
    this.suffixes = new Set(directory.suffixes.map(spelling));
    const place = directory.place === null ? [] : [directory.place];
    this.wholeNames = new Set([...wholeWords, ...directory.whole, ...place].map(spelling));
    for (const unit of directory.units) this.add(unit);
  }

  private add(unit: Unit): void {
    const forms = [unit.name, ...(unit.full === null ? [] : [unit.full]), ...unit.aliases];
    for (const form of new Set(forms.map(spelling))) {
      const other = this.exact.get(form);
      if (other !== undefined && other !== unit) this.clashes.push({ unit, other, form });
      this.exact.set(form, unit);
      for (const core of this.trim(form)) {
        const claimed = this.trimmed.get(core);
        // Two units under one trimmed form: that form names neither.
        this.trimmed.set(core, claimed === undefined || claimed === unit ? unit : null);
      }
    }
  }

  /** The unit of a name as written in a sheet, or undefined. */
  find(name: string): Unit | undefined {
    const written = spelling(name);
    const exact = this.exact.get(written);
    if (exact !== undefined) return exact;
    const bare = this.exact.get(this.unsuffixed(written));
    if (bare !== undefined) return bare;
    // What could be two units is neither, however near the one or the other.
    const found = [written, ...this.trim(written)].map(
      (form) => this.exact.get(form) ?? this.trimmed.get(form),
    );
    const [unit, ...others] = new Set(found.filter((one) => one !== undefined));
    return unit === null || others.length > 0 ? undefined : unit;
  }

  /** The units that a name found nowhere may have meant, place and suffix left aside, best first. */
  nearest(name: string, limit: number): string[] {
    this.owners ??= new Map([...this.exact].map(([form, unit]) => [this.bare(form), unit.name]));
    const { owners } = this;
    const forms = nearestFew(this.bare(name), owners.keys(), limit * 3);
    return [...new Set(forms.map((form) => owners.get(form) ?? form))].slice(0, limit);
  }

  private bare(form: string): string {
    const written = spelling(form);
    return this.trim(written).at(-1) ?? written;
  }

  isWhole(name: string): boolean {
    return this.wholeNames.has(spelling(name));
  }

  private unsuffixed(name: string): string {
    const cut = cuts(name).find((at) => this.suffixes.has(name.slice(at)));
    return cut === undefined ? name : name.slice(0, cut);
  }

  /** The name without its suffix, without its prefix, and without both. */
  private trim(name: string): string[] {
    const forms = [...new Set([name, this.unsuffixed(name)])];
    const stripped = forms.flatMap((form) =>
      cuts(form)
        .map((at) => form.length - at)
        .filter((at) => this.prefixes.has(form.slice(0, at)))
        .map((at) => form.slice(at)),
    );
    return [...forms.slice(1), ...stripped];
  }
}

// Longer forms are no affixes of anything that a person writes.
const LONGEST_AFFIX = 40;

/** Where an ending can begin that leaves two characters before it, the longest first. */
function cuts(name: string): number[] {
  const first = Math.max(2, name.length - LONGEST_AFFIX);
  return Array.from({ length: Math.max(0, name.length - first) }, (_, index) => first + index);
}
