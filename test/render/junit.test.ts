import { expect, test } from "vitest";
import { junitXml } from "../../src/render/junit.ts";

test("a case that passed, one that failed, one that could not be tried", () => {
  const xml = junitXml("evaluate test", [
    {
      name: "rules/tests/a.test.yaml",
      cases: [
        { name: "达标", className: "a", file: "rules/tests/a.test.yaml", line: 4 },
        {
          name: "未达标",
          className: "a",
          failure: { kind: "failure", type: "value", message: "应为 1\n实为 2", text: 'x < y && "z" ]]>' },
        },
        { name: "坏", className: "a", failure: { kind: "error", type: "R005", message: "m", text: "t" } },
      ],
    },
  ]);
  expect(xml).toBe(`<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="evaluate test" tests="3" failures="1" errors="1" time="0">
  <testsuite name="rules/tests/a.test.yaml" tests="3" failures="1" errors="1" skipped="0" time="0">
    <testcase name="达标" classname="a" file="rules/tests/a.test.yaml" line="4" time="0"/>
    <testcase name="未达标" classname="a" time="0">
      <failure message="应为 1&#10;实为 2" type="value">x &lt; y &amp;&amp; "z" ]]&gt;</failure>
    </testcase>
    <testcase name="坏" classname="a" time="0">
      <error message="m" type="R005">t</error>
    </testcase>
  </testsuite>
</testsuites>
`);
});

test.each([
  ["a control character", "a\u0000b", "a\ufffdb"],
  ["half a surrogate pair", "a\ud800b", "a\ufffdb"],
  ["a quote in an attribute", 'say "hi"', "say &quot;hi&quot;"],
  ["a character beyond the first plane", "𠮷", "𠮷"],
])("%s leaves XML well-formed", (_, name, written) => {
  expect(junitXml("n", [{ name: "s", cases: [{ name, className: "c" }] }])).toContain(
    `<testcase name="${written}" `,
  );
});

test("nothing to test is a document too", () => {
  expect(junitXml("n", [])).toContain('<testsuites name="n" tests="0" failures="0" errors="0" time="0">');
});
