import { asJson } from "../../render/index.ts";
import { countsOf, type Format } from "./outcome.ts";

export const json: Format = ({ version, files, findings, suppressed }) => {
  const { error, warning, info } = countsOf(findings);
  return asJson({
    schemaVersion: 1,
    tool: { name: "evaluate", version },
    files,
    findings,
    summary: { files: files.length, errors: error, warnings: warning, infos: info, suppressed },
  });
};
