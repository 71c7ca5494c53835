import { asJson } from "../../render/index.ts";
import type { Format } from "./outcome.ts";

const severities = { error: "major", warning: "minor", info: "info" } as const;

/** The Code Quality report of GitLab, which shows findings in merge requests. */
export const gitlab: Format = ({ findings }) =>
  asJson(
    findings.map(({ code, message, severity, uri, line, fingerprint }) => ({
      description: message,
      check_name: code,
      fingerprint,
      severity: severities[severity],
      location: { path: uri, lines: { begin: line ?? 1 } },
    })),
  );
