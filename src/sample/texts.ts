import type { Unit } from "../model/unit.ts";
import { certificateName, interfaceName, itemName, sealName } from "./names.ts";
import type { Random } from "./random.ts";

/** What a text is made from. */
export interface TextParts {
  readonly unit: Unit;
  readonly row: number;
  readonly rowOfUnit: number;
  /** The field that names a row for people, and the list's name. */
  readonly title: string | null;
  readonly list: string;
  readonly random: Random;
  /** Whether an event of the row has happened. */
  readonly done: (event: string) => boolean;
}

const known: Readonly<Record<string, (parts: TextParts) => string>> = {
  事项名称: ({ unit, rowOfUnit }) => itemName(unit.name, rowOfUnit),
  证照类型: ({ unit, rowOfUnit }) => certificateName(unit.name, rowOfUnit),
  接口名称: ({ row }) => interfaceName(row),
  印章名称: ({ unit, rowOfUnit }) => sealName(unit.full ?? unit.name, rowOfUnit),
  办件状态: ({ done }) => (done("办结时间") ? "已办结" : "办理中"),
  办理状态: ({ done }) => (done("办结时间") ? "已办结" : "办理中"),
  整改状态: ({ done }) => (done("整改完成时间") ? "已整改" : "整改中"),
  评价渠道: ({ random }) => random.pick(["移动端", "移动端", "PC端", "窗口评价器"]),
  清单批次: ({ random }) => random.pick(["第一批", "第一批", "第二批", "第三批"]),
};

export function textOf(field: string, parts: TextParts): string | null {
  const make = known[field];
  if (make !== undefined) return make(parts);
  if (field.endsWith("时限单位")) return "工作日";
  return field === parts.title ? `${parts.list}${parts.row + 1}` : null;
}
