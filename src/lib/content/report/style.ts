/**
 * The look of the report: one file, so the colours of tokens.css stand here once more. Text holds 7:1 on every ground, in
 * light and in dark; on paper there is ink alone.
 */
export const reportStyle = `
:root { color-scheme: light dark; --paper: #f8f5ee; --surface: #fff; --ink: #1f2423; --soft: #474742; --line: #7d7769;
  --link: #0f4a57; --right: #17421f; --right-ground: #e2f0de; --again: #4d3200; --again-ground: #fcedc9;
  --stop: #6a1d0d; --stop-ground: #fbe4dc; --focus: #1f2423; }
@media (prefers-color-scheme: dark) {
  :root { --paper: #161918; --surface: #212625; --ink: #f4efe5; --soft: #d3cec3; --line: #948f83; --link: #8fd0db;
    --right: #dff5e0; --right-ground: #183820; --again: #fdeecb; --again-ground: #3d2d0a; --stop: #ffe6de;
    --stop-ground: #4a1c12; --focus: #ffd84a; }
}
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 1.5rem max(1rem, 4vw) 4rem; max-width: 72rem; background: var(--paper); color: var(--ink);
  font: 1.1875rem/1.5 'Atkinson Hyperlegible Next', 'Segoe UI', system-ui, sans-serif; overflow-wrap: anywhere; }
h1 { font-size: 2.25rem; line-height: 1.2; margin: 1rem 0; }
h2 { font-size: 1.75rem; line-height: 1.2; margin: 3rem 0 1rem; padding-top: 1rem; border-top: 2px solid var(--line); }
h3 { font-size: 1.375rem; line-height: 1.3; margin: 2rem 0 0.5rem; }
p, ul, ol { margin: 0.5rem 0; max-width: 48em; }
a { color: var(--link); }
a:focus-visible, [tabindex]:focus-visible { outline: 4px solid var(--focus); outline-offset: 2px; }
.skip { position: absolute; inset-inline-start: -99rem; }
.skip:focus { position: static; }
nav ul { list-style: none; padding: 0; columns: 18rem; }
nav a { display: inline-block; padding: 0.35rem 0; }
.sums { display: flex; flex-wrap: wrap; gap: 0.75rem; list-style: none; padding: 0; max-width: none; }
.sums li { background: var(--surface); border: 1px solid var(--line); border-radius: 0.5rem; padding: 0.5rem 1rem; }
.sums strong { display: block; font-size: 1.625rem; line-height: 1.2; }
.wide { overflow-x: auto; }
table { border-collapse: collapse; margin: 0.5rem 0; overflow-wrap: normal; }
caption { text-align: start; color: var(--soft); padding-bottom: 0.25rem; }
th, td { text-align: start; vertical-align: top; padding: 0.35rem 0.6rem; border: 1px solid var(--line); }
thead th { background: var(--surface); }
.number { text-align: end; }
.target { color: var(--soft); display: block; }
.figures th { font-size: 1rem; line-height: 1.3; }
@media (min-width: 60rem) { .target { white-space: nowrap; } }
.findings { list-style: none; padding: 0; }
.findings li { background: var(--surface); border-inline-start: 0.375rem solid var(--line); padding: 0.5rem 1rem; margin: 0.5rem 0; }
.findings p { margin: 0.25rem 0; }
.kind { border-radius: 0.25rem; padding: 0.1rem 0.5rem; font-weight: 650; border: 1px solid currentColor; }
.error, .missed, .old, .overdue { color: var(--stop); background: var(--stop-ground); }
.warning, .soon { color: var(--again); background: var(--again-ground); }
.good { color: var(--right); background: var(--right-ground); }
code { font-family: ui-monospace, Consolas, monospace; font-size: 1em; }
pre { margin: 0.25rem 0; white-space: pre-wrap; font-family: ui-monospace, Consolas, monospace; font-size: 1em; color: var(--soft); }
@media print {
  :root { --paper: #fff; --surface: #fff; --ink: #000; --soft: #333; --line: #888; --link: #000; --right: #000; --right-ground: #fff;
    --again: #000; --again-ground: #fff; --stop: #000; --stop-ground: #fff; color-scheme: light; }
  body { padding: 0; max-width: none; font-size: 10.5pt; }
  nav, .skip { display: none; }
  h2, h3 { break-after: avoid; }
  li, tr, section.lesson > table { break-inside: avoid; }
  thead { display: table-header-group; }
  .wide { overflow: visible; }
  a { text-decoration: none; }
}
`;
