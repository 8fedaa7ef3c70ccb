/** The style of the page. It has the sizes of an A4 page in print, and one column at 360 pixels. */
export const pageStyle = `
:root { color-scheme: light; }
body { margin: 0 auto; padding: 1rem; max-width: 48rem; color: #1a1a1a; background: #fff;
  font: 1rem/1.5 Helvetica, Arial, sans-serif; overflow-wrap: break-word; }
h1 { font-size: 1.75rem; line-height: 1.2; }
h2 { font-size: 1.3rem; margin-top: 2.5rem; border-top: 1px solid #1a1a1a; padding-top: .75rem; }
a { color: #004b87; }
.finding { font-weight: bold; }
.scroll { overflow-x: auto; }
.scroll:focus-visible { outline: 3px solid #004b87; }
figure { margin: 1rem 0; }
svg { display: block; max-width: 100%; height: auto; }
.narrow { display: none; }
table { border-collapse: collapse; font-size: .875rem; font-variant-numeric: tabular-nums; }
caption { text-align: left; font-weight: bold; padding: .25rem 0; }
th, td { text-align: right; white-space: nowrap; vertical-align: top; padding: .25rem .75rem .25rem 0;
  font-weight: normal; border-bottom: 1px solid #b8b8b8; }
.t, th:first-child { text-align: left; white-space: normal; }
thead th, .sum th, .sum td, .heading th { font-weight: bold; }
code { font-family: monospace; overflow-wrap: anywhere; }
dt { font-weight: bold; }
dd { margin: 0 0 .5rem; }
@media (max-width: 46rem) { .wide { display: none; } .narrow { display: block; } }
@media print {
  @page { size: A4; margin: 15mm; }
  body { max-width: none; padding: 0; font-size: 10pt; }
  nav { display: none; }
  .wide { display: block; } .narrow { display: none; }
  h2, h3, caption, .heading, dt, p:has(~ figure), p:has(+ .scroll) { break-after: avoid; }
  tbody tr:first-child { break-before: avoid; }
  p, tr, dd, svg { break-inside: avoid; }
  svg { max-height: 250mm; }
  table { width: 100%; font-size: 7pt; line-height: 1.3; }
  table:has(th:nth-child(14)) { font-size: 5.5pt; }
  th, td { padding-right: .3rem; overflow-wrap: break-word; }
  .scroll { overflow: visible; }
  thead th { white-space: normal; }
}
`;

/** The SHA-256 of `pageStyle`, by which the content policy of the page allows it and nothing else. A test has it. */
export const pageStyleHash = "sha256-m9wSZcMeXky74coZPJfUO0sl1u/I9a2W/sphDI4t0f8=";
