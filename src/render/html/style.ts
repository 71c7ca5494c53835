import { palette, tones } from "./charts/palette.ts";
import { paper } from "./style-paper.ts";

/** The looks of the page; `mark` is printed at the head of every sheet of paper. */
export function styleOf(mark: string | null): string {
  return `${screen}${toneRules()}${paper(mark)}`;
}

// Fonts that come with Windows, macOS, WPS, Kylin and UOS; none is fetched.
const SANS =
  '"Source Han Sans SC", "Noto Sans CJK SC", "Noto Sans SC", "PingFang SC", "Microsoft YaHei", "微软雅黑", "HarmonyOS Sans SC", "WenQuanYi Micro Hei", "SimHei", "黑体", "Helvetica Neue", Arial, sans-serif';
const TITLE =
  '"方正小标宋简体", "FZXiaoBiaoSong-B05S", "方正小标宋_GBK", "Source Han Serif SC", "Noto Serif CJK SC", "Noto Serif SC", "Songti SC", "STSong", "SimSun", "宋体", serif';

function toneRules(): string {
  return Object.entries(tones)
    .map(
      ([tone, { text, tint }]) => `.${tone} { color: ${text}; }
.tag.${tone}, .mark.${tone} { background: ${tint}; }
`,
    )
    .join("");
}

const { ink, soft, line, faint, accent, accentTint } = palette;

const screen = `
* { box-sizing: border-box; }
html { scroll-padding-top: 3.5rem; -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
body { margin: 0; color: ${ink}; background: #fff; font: 16px/1.65 ${SANS}; font-variant-numeric: tabular-nums; overflow-wrap: break-word; }
a { color: ${accent}; text-decoration: underline; text-decoration-color: #9db6cf; text-underline-offset: .2em; }
a:hover { text-decoration-color: currentColor; }
:focus-visible { outline: 3px solid ${accent}; outline-offset: 2px; border-radius: 2px; }
main:focus { outline: none; }
.unseen, .skip:not(:focus) { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.skip:focus { position: absolute; z-index: 3; background: #fff; padding: .5rem 1rem; }
header.head, nav.contents ul, main, footer { max-width: 74rem; margin: 0 auto; padding: 0 1.5rem; }
header.head { padding-top: 2.5rem; border-top: 6px solid ${accent}; max-width: none; text-align: center; }
.logo { display: block; max-height: 4rem; max-width: 12rem; margin: 0 auto 1rem; }
h1 { max-width: 46rem; margin: 0 auto; font: 700 2rem/1.4 ${TITLE}; letter-spacing: .02em; text-wrap: balance; }
.subtitle { margin: .5rem 0 0; font-size: 1.15rem; }
.facts-line { margin: .75rem 0 1.5rem; color: ${soft}; }
.synthetic { max-width: 46rem; margin: 0 auto 1.25rem; padding: .5rem 1rem; border: 2px solid ${tones.bad.text}; color: ${tones.bad.text}; background: #fff; }
.preface { max-width: 46rem; margin: 0 auto 1.5rem; text-align: start; }
nav.contents { position: sticky; top: 0; z-index: 2; background: #fff; border-block: 1px solid ${line}; }
nav.contents ul { display: flex; gap: 0 1.5rem; list-style: none; overflow-x: auto; justify-content: safe center; }
nav.contents a { display: block; padding: .6rem 0; white-space: nowrap; text-decoration: none; }
nav.contents a:hover { text-decoration: underline; }
section { padding: 2.25rem 0 .5rem; }
h2 { margin: 0 0 1rem; padding-left: .75rem; border-left: 5px solid ${accent}; font-size: 1.4rem; line-height: 1.35; }
h3 { margin: 1.75rem 0 .5rem; font-size: 1.1rem; }
h3.rule { padding-bottom: .35rem; border-bottom: 1px solid ${line}; color: ${accent}; }
h4 { display: inline; margin: 0; font-size: 1em; font-weight: 600; }
small { font-size: .82em; color: ${soft}; }
code { font: .9em/1.5 ui-monospace, Consolas, "Noto Sans Mono CJK SC", ${SANS}; background: ${faint}; padding: .1em .35em; border-radius: 3px; overflow-wrap: anywhere; }
p, ul, ol { margin: .5rem 0; }
ul, ol { padding-left: 1.4rem; }

.cards { display: grid; grid-template-columns: 1.5fr 1.5fr repeat(4, 1fr); gap: .75rem; margin: 0; }
.card { border: 1px solid ${line}; border-top: 4px solid currentColor; border-radius: 4px; padding: .75rem 1rem; }
.card dt { color: ${soft}; font-size: .92rem; }
.card dd { margin: 0; }
.card b { display: block; font-size: 2rem; line-height: 1.25; font-weight: 650; }
.card small { display: block; line-height: 1.4; }
.card.lead { color: #fff; background: ${accent}; border-color: ${accent}; }
.card.lead dt, .card.lead small { color: #fff; }
.card.lead b { font-size: 2.6rem; }
.points { margin-top: 1.25rem; padding: .75rem 1.25rem; background: ${accentTint}; border-radius: 4px; }
.points ul { list-style: square; }
.points li { padding: .15rem 0; }

figure { margin: 0 0 1.5rem; }
figcaption { font-weight: 600; margin-bottom: .35rem; }
figcaption small { font-weight: 400; margin-left: .5rem; }
svg { display: block; max-width: 100%; height: auto; font-family: ${SANS}; }
svg text { font-family: inherit !important; }
.multiples { display: grid; grid-template-columns: repeat(auto-fill, minmax(15rem, 1fr)); gap: .5rem 1.25rem; }
.multiples figure { margin: 0 0 .5rem; break-inside: avoid; }
.multiples figcaption { font-weight: 400; font-size: .92rem; line-height: 1.4; }
.at-hand { display: none; }
.map .scroll svg { max-width: none; margin: 0 auto; }
.legend { display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; list-style: none; padding: 0; font-size: .92rem; }
.swatch { display: inline-block; width: 1.5em; line-height: 1.5em; text-align: center; border-radius: 2px; }

.scroll { overflow-x: auto; margin: .5rem 0 1.25rem; position: relative; }
table { border-collapse: collapse; width: 100%; font-size: .92rem; line-height: 1.5; }
caption { text-align: left; font-weight: 600; padding: .35rem 0; }
th, td { padding: .42rem .6rem; text-align: left; vertical-align: top; border-bottom: 1px solid ${line}; }
thead th { background: ${faint}; border-bottom: 2px solid #aab6c4; white-space: nowrap; vertical-align: bottom; }
tbody th { font-weight: 500; }
.right { text-align: right; white-space: nowrap; }
thead th.wide, th.wide { min-width: 12rem; }
tbody th { white-space: normal; }
td { white-space: nowrap; }
td.wide { white-space: normal; overflow-wrap: anywhere; }
td > small, th > small { display: block; line-height: 1.4; }
small.beside { display: inline; }
tr.group th { background: ${accentTint}; color: ${accent}; font-weight: 600; }
tbody tr:not(.group):hover > * { background: ${faint}; }
.dense { font-size: .8rem; width: auto; }
.dense td { white-space: nowrap; text-align: right; }
.dense thead th { white-space: normal; min-width: 5.5rem; text-align: right; }
.dense th:first-child { position: sticky; left: 0; z-index: 1; background: #fff; text-align: left; white-space: nowrap; }
.dense thead th:first-child { background: ${faint}; }
.tag { display: inline-block; padding: 0 .5em; border-radius: 3px; font-size: .92em; white-space: nowrap; font-weight: 500; }
.mark { display: inline-block; width: 1.4em; text-align: center; border-radius: 2px; font-weight: 600; }

.sort, .all { font: inherit; color: inherit; background: none; border: 0; padding: 0; cursor: pointer; }
.sort { font-weight: 600; }
.sort:hover { color: ${accent}; }
.arrow::after { content: "↕"; color: #6b7888; margin-left: .25em; }
[aria-sort="ascending"] .arrow::after { content: "↑"; color: ${accent}; }
[aria-sort="descending"] .arrow::after { content: "↓"; color: ${accent}; }
.all { float: right; margin-top: -3.1rem; padding: .2rem .8rem; border: 1px solid ${line}; border-radius: 4px; color: ${accent}; font-size: .92rem; }
.all:hover { background: ${faint}; }
.tools { display: flex; flex-wrap: wrap; gap: .5rem 1.25rem; align-items: center; margin: .75rem 0 .25rem; font-size: .92rem; }
.tools input, .tools select { font: inherit; color: inherit; padding: .25rem .5rem; border: 1px solid #75818f; border-radius: 4px; background: #fff; max-width: 100%; }
.count { color: ${soft}; }

details.fold { border-bottom: 1px solid ${line}; }
summary { padding: .55rem .25rem; cursor: pointer; }
summary:hover { background: ${faint}; }
.clause { color: ${soft}; font-weight: 400; }
.brief { color: ${soft}; }
.tallies { white-space: normal; }
.folded { padding: .25rem 0 1rem 1.1rem; }
details.inline { border: 0; }
details.inline > summary { padding: 0; }
.facts { display: grid; grid-template-columns: minmax(5.5em, max-content) 1fr; gap: .3rem 1rem; margin: .25rem 0 1rem; }
.facts dt { color: ${soft}; }
.facts dd { margin: 0; min-width: 0; }
.stages, .files { margin: 0; }
.names { line-height: 1.8; }
.efforts { border-left: 4px solid ${accent}; padding-left: 1rem; margin: .5rem 0 1rem; }
footer { margin-top: 3rem; padding-block: 1.25rem; border-top: 1px solid ${line}; color: ${soft}; font-size: .85rem; }

@media (max-width: 60rem) {
  .cards { grid-template-columns: repeat(4, 1fr); }
  .card:nth-child(-n+2) { grid-column: span 2; }
  nav.contents ul { justify-content: flex-start; }
}
@media (max-width: 36rem) {
  body { font-size: 15px; }
  header.head, nav.contents ul, main, footer { padding-inline: 1rem; }
  header.head { padding-top: 1.5rem; }
  h1 { font-size: 1.45rem; }
  .cards { grid-template-columns: repeat(2, 1fr); gap: .5rem; }
  .card { padding: .5rem .75rem; }
  .card b { font-size: 1.6rem; }
  .card.lead b { font-size: 2.1rem; }
  .points { padding: .5rem .75rem; }
  .at-desk { display: none; }
  .at-hand { display: block; }
  .folded { padding-left: 0; }
  .facts { grid-template-columns: 1fr; gap: 0; }
  .facts dd { margin-bottom: .5rem; }
  th, td { padding: .35rem .4rem; }
  thead th.wide, th.wide { min-width: 8.5rem; }
  .at-desk-only { display: none; }
  .sort .arrow { display: none; }
}
`;
