import { harmless } from "../../model/printable.ts";
import type { Format } from "./outcome.ts";

const commands = { error: "error", warning: "warning", info: "notice" } as const;

/** Workflow commands of GitHub Actions: annotations on the lines of a pull request. */
export const github: Format = ({ findings }) =>
  findings
    .map(({ severity, uri, line, column, code, name, message }) => {
      const at = [
        `file=${property(uri)}`,
        ...(line === null ? [] : [`line=${line}`]),
        ...(column === null ? [] : [`col=${column}`]),
        `title=${property(name === null ? code : `${code} ${name}`)}`,
      ];
      return `::${commands[severity]} ${at.join(",")}::${data(message)}\n`;
    })
    .join("");

function data(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function property(text: string): string {
  return data(harmless(text)).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
