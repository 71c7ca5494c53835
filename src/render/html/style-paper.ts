/** A4, nothing folded, the heads of tables on each sheet, and sheets numbered. */
export function paper(mark: string | null): string {
  const head = mark === null ? "" : `@top-right { content: "${mark}"; font-size: 9pt; color: #a11919; }`;
  return `
@page { size: A4; margin: 18mm 15mm 16mm; ${head} @bottom-center { content: "— " counter(page) " —"; font-size: 9pt; } }
@media print {
  html { scroll-padding: 0; }
  body { font-size: 9.5pt; line-height: 1.5; print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  header.head { padding-top: 0; border-top-width: 4px; }
  header.head, main, footer { max-width: none; padding-inline: 0; }
  h1 { font-size: 20pt; padding-top: 6mm; }
  h2 { font-size: 13pt; break-after: avoid; }
  h3, h4, caption, summary, figcaption { break-after: avoid; }
  section { padding-top: 6mm; }
  #ranking, #indicators, #units, #tasks { break-before: page; }
  nav.contents, .skip, .tools, .all, .arrow { display: none; }
  /* A button is not painted again in the head that is repeated on the next sheet. */
  .sort { display: contents; }
  a { color: inherit; text-decoration: none; }
  figure, .card, .points li, tr, .facts dd, .efforts { break-inside: avoid; }
  svg { max-height: 232mm; }
  .map .scroll svg { max-width: 100%; height: auto; }
  .at-desk { display: block; }
  .at-hand { display: none; }
  .cards { grid-template-columns: 1.4fr 1.4fr repeat(4, 1fr); gap: 2mm; }
  .card:nth-child(-n+2) { grid-column: auto; }
  .card { padding: 2mm 3mm; }
  .card b, .card.lead b { font-size: 17pt; }
  .scroll { overflow: visible; }
  table { font-size: 8.5pt; }
  thead { display: table-header-group; }
  th, td { padding: 1mm 1.5mm; }
  th.wide { min-width: 0; }
  thead, tr.group { break-after: avoid; }
  tbody:first-of-type > tr:first-child { break-before: avoid; }
  #matrix details { display: none; }
  details.fold > summary { list-style: none; }
  details.fold > summary::-webkit-details-marker { display: none; }
  details::details-content { content-visibility: visible; block-size: auto; }
  details.inline > summary { display: none; }
  .folded { padding-left: 0; }
  /* The head of the report has said it. */
  .colophon { display: none; }
  footer { margin: 0; padding: 0; border: 0; }
}
`;
}
