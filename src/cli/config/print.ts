import type { Language } from "../../model/language.ts";
import { cell, line, NOTHING, plainTable, row } from "../../render/blocks.ts";
import { asJson } from "../../render/json.ts";
import { printBlocks } from "../../render/terminal.ts";
import { printing, type Shell } from "../shell.ts";
import type { Chosen, Configured, Origin } from "./configured.ts";

const texts = {
  zh: {
    columns: ["设置", "值", "来自"],
    flag: "命令行",
    default: "默认",
    none: "没有配置文件",
    file: (file: string) => `配置文件 ${file}`,
  },
  en: {
    columns: ["Setting", "Value", "From"],
    flag: "command line",
    default: "default",
    none: "no configuration file",
    file: (file: string) => `configuration ${file}`,
  },
} satisfies Record<Language, unknown>;

/** --print-config: what run would do, and who said so. */
export async function printConfig(
  { chosen, file }: Configured,
  asProgram: boolean,
  shell: Shell,
): Promise<void> {
  if (asProgram) {
    const values = chosen.map(({ key, value, origin }) => [key, { value, ...origin }]);
    return shell.print(asJson({ config: file, settings: Object.fromEntries(values) }));
  }
  const say = texts[shell.language];
  const [key = "", value = "", from = ""] = say.columns;
  const rows = chosen.map((one) =>
    row([cell(one.key), cell(shown(one.value)), cell(originOf(one.origin, shell.language))]),
  );
  const blocks = [
    { kind: "lines", lines: [line(file === null ? say.none : say.file(file))] } as const,
    plainTable([{ title: key }, { title: value, grows: true }, { title: from, widest: 60 }], rows),
  ];
  await shell.print(printBlocks(blocks, printing(shell)));
}

function shown(value: Chosen["value"]): readonly string[] {
  if (value === null) return [NOTHING];
  return typeof value === "object" ? value : [String(value)];
}

function originOf(origin: Origin, language: Language): string {
  const say = texts[language];
  switch (origin.from) {
    case "flag":
      return say.flag;
    case "environment":
      return origin.variable;
    case "config":
      return `${origin.file}:${origin.line}`;
    case "default":
      return say.default;
    default:
      return origin satisfies never;
  }
}
