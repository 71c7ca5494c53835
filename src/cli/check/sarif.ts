import { asJson } from "../../render/index.ts";
import type { Finding } from "./finding.ts";
import type { Format } from "./outcome.ts";

const levels = { error: "error", warning: "warning", info: "note" } as const;
const ROOT = "%SRCROOT%";

/** SARIF 2.1.0, as code scanning of GitHub and others reads it. */
export const sarif: Format = ({ version, findings, language }) => {
  const codes = [...new Set(findings.map(({ code }) => code))].sort();
  return asJson({
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: { driver: { name: "evaluate", semanticVersion: version, rules: codes.map(ruleOf(findings)) } },
        language: language === "zh" ? "zh-CN" : "en-US",
        columnKind: "utf16CodeUnits",
        results: findings.map((found) => resultOf(found, codes.indexOf(found.code))),
      },
    ],
  });
};

function ruleOf(findings: readonly Finding[]) {
  return (code: string) => {
    const name = findings.find((found) => found.code === code)?.name;
    return { id: code, ...(name == null ? {} : { name }) };
  };
}

function resultOf(
  { code, severity, message, uri, line, column, path, fingerprint }: Finding,
  ruleIndex: number,
) {
  const drive = /^[A-Za-z]:\//.exec(uri)?.[0] ?? "";
  const written = uri.slice(drive.length).split("/").map(encodeURIComponent).join("/");
  const absolute = drive !== "" || uri.startsWith("/");
  const artifactLocation = absolute
    ? { uri: `file://${drive === "" ? "" : `/${drive}`}${written}` }
    : { uri: written, uriBaseId: ROOT };
  const region = line === null ? {} : { region: { startLine: line, startColumn: column ?? 1 } };
  return {
    ruleId: code,
    ruleIndex,
    level: levels[severity],
    message: { text: message },
    locations: [
      {
        physicalLocation: { artifactLocation, ...region },
        ...(path === null ? {} : { logicalLocations: [{ fullyQualifiedName: path }] }),
      },
    ],
    partialFingerprints: { "evaluateFinding/v1": fingerprint },
  };
}
