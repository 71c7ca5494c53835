import { type JUnitCase, junitXml } from "../../render/junit.ts";
import type { Format } from "./outcome.ts";

/** JUnit XML: a suite for each file; one without findings has a case that passed. */
export const junit: Format = ({ files, findings }) => {
  const named = new Set([...files, ...findings.map(({ file }) => file)]);
  const suites = [...named].map((file) => {
    const className = file.replace(/\.ya?ml$/i, "");
    const cases = findings
      .filter((found) => found.file === file)
      .map(({ code, severity, uri, line, message }): JUnitCase => {
        const text = `${uri}${line === null ? "" : `:${line}`} ${message}`;
        const at = { className, file: uri, ...(line === null ? {} : { line }) };
        const name = line === null ? code : `${code} ${line}`;
        // Hints are no failures, in any viewer.
        return severity === "info"
          ? { name, ...at }
          : { name, ...at, failure: { kind: "failure", type: `${severity} ${code}`, message, text } };
      });
    return { name: file, cases: cases.length > 0 ? cases : [{ name: "check", className, file }] };
  });
  return junitXml("evaluate check", suites);
};
