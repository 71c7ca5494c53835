import type { Dataset, Field } from "../model/dataset.ts";
import type { Indicator } from "../model/plan.ts";
import { remembered } from "../model/remembered.ts";
import { RuleNames } from "../model/rule-names.ts";
import type { UnitDirectory } from "../model/unit.ts";
import { UnitNames } from "../model/unit-names.ts";
import { headingKey } from "./heading-key.ts";

/** The words of tables in which a plan's indicators are answered. */
export class AnswerNames {
  readonly dataset: Dataset;
  private readonly units: UnitNames;
  private readonly rules: RuleNames;
  private readonly fields = new Map<string, Field>();

  constructor(
    dataset: Dataset,
    directory: UnitDirectory,
    indicators: readonly Pick<Indicator, "id" | "clause" | "name">[],
    wholeWords: readonly string[],
  ) {
    this.dataset = dataset;
    this.units = new UnitNames(directory, wholeWords);
    this.rules = new RuleNames(indicators);
    for (const field of dataset.fields.values()) {
      if (field.derived !== null) continue;
      for (const form of [field.name, ...field.aliases]) this.fields.set(headingKey(form), field);
    }
  }

  /** One spelling for each unit, known by any of its names; the whole is one, too. */
  readonly unitOf = remembered(
    (text: string): string | undefined =>
      this.units.find(text)?.name ?? (this.units.isWhole(text) ? "" : undefined),
  );

  readonly indicatorOf = remembered((text: string): string | undefined => this.rules.find(text));

  fieldOf(text: string): Field | undefined {
    return this.fields.get(headingKey(text));
  }
}
