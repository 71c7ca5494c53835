import type { Dataset, Field } from "../model/dataset.ts";
import type { Language } from "../model/language.ts";
import type { Indicator, Plan, Task } from "../model/plan.ts";
import { REPORTED, TASK_LEDGER } from "../model/reserved.ts";
import type { TemplateColumn, TemplateSheet } from "../model/template.ts";
import type { Unit } from "../model/unit.ts";
import { usageOf } from "../model/usage.ts";
import { commentOf } from "./comment.ts";
import { exampleOf } from "./example.ts";
import type { Lists } from "./lists.ts";

export interface TemplateScope {
  readonly plan: Plan;
  readonly unit: Unit | null;
  readonly language: Language;
  readonly indicators: readonly Indicator[];
  readonly tasks: readonly Task[];
  readonly lists: Lists;
}

/** The columns of a dataset that matter: key, unit, date, what names a row, and what rules read. */
export function sheetOf(dataset: Dataset, used: ReadonlySet<string>, scope: TemplateScope): TemplateSheet {
  const answers = dataset.name === REPORTED || dataset.name === TASK_LEDGER;
  const named = new Set([...dataset.key, dataset.unit, ...dataset.date, dataset.title, ...used]);
  const fields = [...dataset.fields.values()].filter(
    ({ name, derived }) => derived === null && (answers || named.has(name)),
  );
  const readers = readersOf(dataset, scope);
  const maker = new ColumnMaker(dataset, used, readers, scope);
  return { dataset, columns: fields.map((field) => maker.column(field)), indicators: readers.dataset };
}

interface Readers {
  readonly dataset: readonly Indicator[];
  readonly field: (name: string) => readonly Indicator[];
}

function readersOf({ name }: Dataset, { plan, indicators }: TemplateScope): Readers {
  if (name === REPORTED)
    return { dataset: indicators.filter(({ measure }) => measure.kind === "reported"), field: () => [] };
  const usages = indicators.map((indicator) => ({
    indicator,
    fields: usageOf(plan.dictionary, [indicator.measure]).fields.get(name),
  }));
  const reading = (says: (fields: ReadonlySet<string>) => boolean) =>
    usages.flatMap(({ indicator, fields }) => (fields !== undefined && says(fields) ? [indicator] : []));
  return { dataset: reading(() => true), field: (field) => reading((fields) => fields.has(field)) };
}

class ColumnMaker {
  private readonly dataset: Dataset;
  private readonly used: ReadonlySet<string>;
  private readonly readers: Readers;
  private readonly scope: TemplateScope;

  constructor(dataset: Dataset, used: ReadonlySet<string>, readers: Readers, scope: TemplateScope) {
    this.dataset = dataset;
    this.used = used;
    this.readers = readers;
    this.scope = scope;
  }

  column(field: Field): TemplateColumn {
    const { dataset, scope } = this;
    const required = this.isRequired(field);
    const choices = this.choicesOf(field);
    const offered = choices === null ? [] : (scope.lists.byName.get(choices.list) ?? []);
    return {
      field,
      heading: `${required ? "*" : ""}${field.name}${field.type === "limit" ? "（工作日）" : ""}`,
      required,
      comment: commentOf(
        field,
        { dataset, required, offered, readers: this.readers.field(field.name) },
        scope.language,
      ),
      choices,
      example: exampleOf(field, { dataset, offered, issued: scope.plan.issued }),
    };
  }

  /** What a blank would leave without meaning; a day that has not come yet may well be blank. */
  private isRequired({ name, event, absent }: Field): boolean {
    const { key, unit, date } = this.dataset;
    if (key.includes(name) || name === unit || name === date[0]) return true;
    if (this.dataset.name === TASK_LEDGER) return name === "状态";
    return this.used.has(name) && !date.includes(name) && !event && absent === null;
  }

  private choicesOf(field: Field): TemplateColumn["choices"] {
    const { plan, lists, indicators, tasks } = this.scope;
    const offer = (name: string, values: readonly string[], open = false) =>
      values.length === 0 ? null : { list: lists.add(name, values), open };
    if (field.name === this.dataset.unit) return offer("责任单位", this.units());
    if (this.dataset.name === TASK_LEDGER && field.name === "任务编号")
      return offer(
        field.name,
        tasks.map(({ id }) => id),
      );
    if (this.dataset.name === REPORTED && field.name === "指标编号") {
      const reported = (one: Indicator) => (one.measure.kind === "reported" ? 0 : 1);
      const sorted = indicators.toSorted((a, b) => reported(a) - reported(b));
      return offer(
        field.name,
        sorted.map(({ id }) => id),
      );
    }
    if (field.type === "flag") return offer("是否", ["是", "否"]);
    const codes = plan.dictionary.codes.get(field.codes ?? "");
    return codes === undefined
      ? null
      : offer(field.codes ?? "", Object.keys(codes.values), field.type === "set");
  }

  /** The one unit that fills it; else those that the sheet's indicators or the tasks bind, and the whole. */
  private units(): string[] {
    const { plan, unit, indicators, tasks } = this.scope;
    if (unit !== null) return [unit.name];
    const isReported = this.dataset.name === REPORTED;
    const read = isReported ? indicators : this.readers.dataset;
    const binding = this.dataset.name === TASK_LEDGER ? tasks : read;
    const bound = new Set(binding.flatMap(({ units }) => units));
    const names = plan.directory.units.filter((one) => bound.has(one)).map(({ name }) => name);
    const shared = isReported || this.readers.dataset.some(({ scope }) => scope === "shared");
    return shared ? [...plan.dictionary.words.whole.slice(0, 1), ...names] : names;
  }
}
