import { describe, expect, test } from "vitest";
import { read } from "../read.ts";
import { stringsXml, stylesXml, workbook } from "../workbook.ts";

const strings = stringsXml(
  "<t>办件编号</t>",
  '<t xml:space="preserve"> 两端空格 </t>',
  "<r><rPr><b/></rPr><t>市公安</t></r><r><t>局</t></r><rPh sb='0' eb='1'><t>shi</t></rPh><phoneticPr fontId='1'/>",
  "<t>   </t>",
  "<t/>",
  "<t>a&lt;b&gt;&amp;&quot;&apos;&#20013;&#x1F600;</t>",
  "<t>第一行_x000D_\n第二行_x005F_x000D_</t>",
  "<t><![CDATA[A & B <c>]]>后<!-- 注 -->缀</t>",
  '<r><t>123</t></r><r><rPr><sz val="11"/><vertAlign val="superscript"/></rPr><t>1</t></r><r><t>45</t></r>',
  "<r><rPr><vertAlign val='subscript'/></rPr><t>(20)</t></r><r><rPr><vertAlign val='baseline'/></rPr><t>7</t></r>",
  "<t>后</t>",
);
const styles = stylesXml(
  0,
  14,
  10,
  "yyyy&quot;年&quot;m&quot;月&quot;",
  "0.00%",
  "0.00_);[Red](0.00)",
  31,
  58,
);

describe("what a cell holds", () => {
  test.each([
    ["shared string", '<c r="A1" t="s"><v>0</v></c>', "办件编号"],
    ["spaces at the ends are kept", '<c r="A1" t="s"><v>1</v></c>', " 两端空格 "],
    ["rich text without its phonetic guide", '<c r="A1" t="s"><v>2</v></c>', "市公安局"],
    ["a footnote mark set high is no digit", '<c r="A1" t="s"><v>8</v></c>', "123¹45"],
    ["what follows on runs with a font size keeps its number", '<c r="A1" t="s"><v>10</v></c>', "后"],
    ["figures set low", '<c r="A1" t="s"><v>9</v></c>', "(₂₀)7"],
    [
      "a footnote mark in an inline string",
      '<c r="A1" t="inlineStr"><is><r><t>123</t></r><r><rPr><x:vertAlign val="superscript"/></rPr><t>90</t></r><r><t>4</t></r></is></c><c r="B1" t="inlineStr"><is><t>56</t></is></c>',
      "123⁹⁰4 | 56",
    ],
    ["entities", '<c r="A1" t="s"><v>5</v></c>', "a<b>&\"'中😀"],
    ["Excel's escapes", '<c r="A1" t="s"><v>6</v></c>', "第一行\r\n第二行_x000D_"],
    ["CDATA and comments", '<c r="A1" t="s"><v>7</v></c>', "A & B <c>后缀"],
    ["shared index with spaces", '<c r="A1" t="s"><v> 0 </v></c>', "办件编号"],
    ["inline string", '<c r="A1" t="inlineStr"><is><t>内联</t></is></c>', "内联"],
    ["inline string with a value", '<c r="A1" t="inlineStr"><is><t>内联</t></is><v>9</v></c>', "内联"],
    [
      "inline rich text",
      '<c r="A1" t="inlineStr"><is><r><t>内</t></r><r><rPr/><t>联</t></r><rPh><t>x</t></rPh></is></c>',
      "内联",
    ],
    ["inline string in the value", '<c r="A1" t="inlineStr"><v>内联</v></c>', "内联"],
    ["text of a formula", '<c r="A1" t="str"><f>B1&amp;"x"</f><v>结果_x0041_</v></c>', "结果A"],
    ["number of a formula", '<c r="A1"><f>1+1</f><v>2</v></c>', "2 number"],
    ["number as stored", '<c r="A1"><v>0.98499999999999999</v></c>', "0.98499999999999999 number"],
    ["negative exponent", '<c r="A1"><v>-1.5E-7</v></c>', "-1.5E-7 number"],
    ["number with t", '<c r="A1" t="n"><v> 12 </v></c>', "12 number"],
    ["number in CDATA", '<c r="A1"><v><![CDATA[12]]></v></c>', "12 number"],
    ["no number after all", '<c r="A1"><v>abc</v></c>', "abc"],
    ["boolean", '<c r="A1" t="b"><v>1</v></c>', "1 boolean"],
    ["boolean in words", '<c r="A1" t="b"><v>false</v></c>', "0 boolean"],
    ["error", '<c r="A1" t="e"><v>#N/A</v></c>', "#N/A error"],
    ["ISO date", '<c r="A1" t="d"><v>2022-10-25T09:30:00</v></c>', "2022-10-25T09:30:00"],
    ["built-in date", '<c r="A1" s="1"><v>44859</v></c>', "44859 date"],
    ["built-in percent", '<c r="A1" s="2"><v>0.985</v></c>', "0.985 percent"],
    ["custom date", '<c r="A1" s="3"><v>44859.5</v></c>', "44859.5 date"],
    ["custom percent", '<c r="A1" s="4"><v>1</v></c>', "1 percent"],
    ["red in brackets is no date", '<c r="A1" s="5"><v>1</v></c>', "1 number"],
    ["Chinese dates 31", '<c r="A1" s="6"><v>44859</v></c>', "44859 date"],
    ["Chinese dates 58", '<c r="A1" s="7"><v>44859</v></c>', "44859 date"],
    ["a style that is not there", '<c r="A1" s="99"><v>1</v></c>', "1 number"],
    ["text under a date format", '<c r="A1" s="1" t="s"><v>0</v></c>', "办件编号"],
    ["single quotes and spaces in tags", "<c  r = 'A1'\n t = 's' ><v >0</v ></c >", "办件编号"],
    ["a greater-than sign in an attribute", '<c x="a>b" r="A1"><v>1</v></c>', "1 number"],
    ["processing instruction", '<c r="A1"><?x y?><v>1</v></c>', "1 number"],
  ])("%s", async (_, cell, expected) => {
    expect(await read(workbook({ rows: `<row r="1">${cell}</row>`, strings, styles }))).toEqual([
      `1: ${expected}`,
    ]);
  });

  test.each([
    ["spaces", '<c r="A1" t="s"><v>3</v></c>'],
    ["an empty shared string", '<c r="A1" t="s"><v>4</v></c>'],
    ["a styled cell without value", '<c r="A1" s="1"/>'],
    ["an empty value", '<c r="A1"><v></v></c>'],
    ["an empty inline string", '<c r="A1" t="inlineStr"><is><t/></is></c>'],
    ["an empty formula text", '<c r="A1" t="str"><f>""</f><v></v></c>'],
  ])("blank: %s", async (_, cell) => {
    expect(await read(workbook({ rows: `<row r="1">${cell}</row>`, strings, styles }))).toEqual([]);
  });
});
