// Written by hand from SARIF 2.1.0 (OASIS, sections 3.13-3.30) and GitLab's documentation of Code Quality
// reports: the parts that are used here, with what the standards require and allow of them.

const text = { type: "string" };
const position = { type: "integer", minimum: 1 };
const closed = (properties: Record<string, object>, required: readonly string[] = []) => ({
  type: "object",
  additionalProperties: false,
  properties,
  required,
});
const message = closed({ text: { type: "string", minLength: 1 } }, ["text"]);

const location = closed({
  physicalLocation: closed(
    {
      artifactLocation: closed({
        // A URI reference, so no spaces, no backslashes, no Chinese left as it is.
        uri: { type: "string", pattern: "^[A-Za-z0-9._~:/?#@!$&'()*+,;=%-]+$" },
        uriBaseId: text,
      }),
      region: closed({ startLine: position, startColumn: position }, ["startLine"]),
    },
    ["artifactLocation"],
  ),
  logicalLocations: { type: "array", items: closed({ fullyQualifiedName: text }) },
});

export const sarifSchema = closed(
  {
    $schema: { type: "string", format: "uri" },
    version: { const: "2.1.0" },
    runs: {
      type: "array",
      items: closed(
        {
          tool: closed(
            {
              driver: closed(
                {
                  name: { type: "string", minLength: 1 },
                  semanticVersion: { type: "string", pattern: "^\\d+\\.\\d+\\.\\d+" },
                  rules: {
                    type: "array",
                    uniqueItems: true,
                    items: closed({ id: text, name: text }, ["id"]),
                  },
                },
                ["name"],
              ),
            },
            ["driver"],
          ),
          language: { type: "string", pattern: "^[a-zA-Z]{2}(-[a-zA-Z]{2})?$" },
          columnKind: { enum: ["utf16CodeUnits", "unicodeCodePoints"] },
          results: {
            type: "array",
            items: closed(
              {
                ruleId: text,
                ruleIndex: { type: "integer", minimum: 0 },
                level: { enum: ["none", "note", "warning", "error"] },
                message,
                locations: { type: "array", minItems: 1, items: location },
                partialFingerprints: { type: "object", additionalProperties: text },
              },
              ["message"],
            ),
          },
        },
        ["tool"],
      ),
    },
  },
  ["version", "runs"],
);

export const gitlabSchema = {
  type: "array",
  items: closed(
    {
      description: { type: "string", minLength: 1 },
      check_name: { type: "string", minLength: 1 },
      fingerprint: { type: "string", pattern: "^[0-9a-f]{32,}$" },
      severity: { enum: ["info", "minor", "major", "critical", "blocker"] },
      location: closed(
        {
          path: { type: "string", pattern: "^[^./\\\\][^\\\\]*$" },
          lines: closed({ begin: position }, ["begin"]),
        },
        ["path", "lines"],
      ),
    },
    ["description", "check_name", "fingerprint", "severity", "location"],
  ),
};
