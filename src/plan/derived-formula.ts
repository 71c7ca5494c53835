import type { Derived } from "../model/dataset.ts";
import type { Language } from "../model/language.ts";

/** How a derived field is computed, in a line. */
export function derivedFormula(derived: Derived, language: Language): string {
  const zh = language === "zh";
  switch (derived.kind) {
    case "difference":
      return `${derived.minuend} − ${derived.subtrahend}`;
    case "days":
      return zh ? `${derived.from} 至 ${derived.to} 的天数` : `days from ${derived.from} to ${derived.to}`;
    case "workdays":
      return zh
        ? `${derived.from} 后 ${derived.plus} 个工作日`
        : `${derived.plus} working days after ${derived.from}`;
    case "in-time":
      return zh
        ? `${derived.done} 不晚于 ${derived.due} 为是；晚于，或到期仍未完成，为否；未到期的不计`
        : `是 where ${derived.done} is no later than ${derived.due}; 否 where later or open past it; blank while running`;
    case "choose": {
      const cases = derived.cases.map(([literal, result]) => `${literal} ${result}`);
      const rest = derived.otherwise === null ? [] : [`${zh ? "其他" : "else"} ${derived.otherwise}`];
      return `${zh ? "按" : "by "}${derived.on}${zh ? "：" : ": "}${[...cases, ...rest].join(zh ? "，" : ", ")}`;
    }
    case "lookup":
      return zh
        ? `按 ${derived.on} 查 ${derived.dataset}.${derived.field}`
        : `${derived.dataset}.${derived.field} of the row with this ${derived.on}`;
    default:
      return derived satisfies never;
  }
}
