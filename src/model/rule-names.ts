import { spelling } from "./reading/text.ts";

interface Named {
  readonly id: string;
  readonly clause: string;
  readonly name: string;
}

/** Rules as people write them: by id, or by clause, name, or both, where these are unique. */
export class RuleNames {
  private readonly ids = new Map<string, string>();

  constructor(rules: readonly Named[]) {
    const forms: ((rule: Named) => string)[] = [
      ({ name }) => bare(name),
      ({ clause }) => clause,
      ({ name }) => name,
      ({ clause, name }) => clause + name,
      ({ id }) => id,
    ];
    // Later forms win over earlier ones.
    for (const form of forms) {
      const counts = new Map<string, number>();
      for (const rule of rules) counts.set(spelling(form(rule)), (counts.get(spelling(form(rule))) ?? 0) + 1);
      for (const rule of rules)
        if (counts.get(spelling(form(rule))) === 1) this.ids.set(spelling(form(rule)), rule.id);
    }
  }

  /** The id of the rule that is meant, or undefined. */
  find(written: string): string | undefined {
    return this.ids.get(spelling(written)) ?? this.ids.get(plain(written));
  }
}

// 即办件占比 is 即办件占比(行政许可) where no other rule is called so.
function bare(name: string): string {
  return spelling(name).replace(/\([^()]*\)$/, "");
}

const MEASURED_IN = /[([](?:单位:?)?(?:%|‰|百分比|个百分点|万?[人个件项次天家户类种枚条])[)\]]$/;

/** Without a number in front and the unit behind; any other bracket is part of the name. */
function plain(written: string): string {
  return spelling(written)
    .replace(/^\d{1,2}[.、．]/, "")
    .replace(MEASURED_IN, "");
}
