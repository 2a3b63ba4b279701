/**
 * The look of every paper: A4, black on white, hairlines, tabular figures, no row cut in two. Fonts are those of the
 * user's system; the last named one is what Linux has for Chinese.
 */
export const paperFonts = '"Microsoft YaHei","PingFang SC","Noto Sans CJK SC",sans-serif'

export const tierInk = {
  platinum: { ink: '#475569', tint: '#eef2f6' },
  gold: { ink: '#a16207', tint: '#fdf5dc' },
  iron: { ink: '#57534e', tint: '#f2f0ee' },
  lead: { ink: '#9f1239', tint: '#fdecef' },
} as const

export const ink = {
  text: '#111',
  grey: '#57606a',
  line: '#c9ced4',
  pale: '#f4f6f7',
  main: '#0f766e',
  second: '#b45309',
  bad: '#b91c1c',
} as const

const margins = `
@page { margin: 18mm 15mm 17mm;
  @top-left { font: 8pt ${paperFonts}; color: ${ink.grey}; vertical-align: bottom; padding-bottom: 3mm; }
  @top-right { font: 8pt ${paperFonts}; color: ${ink.grey}; vertical-align: bottom; padding-bottom: 3mm; }
  @bottom-left { font: 8pt ${paperFonts}; color: ${ink.grey}; vertical-align: top; padding-top: 3mm; }
  @bottom-right { font: 8pt ${paperFonts}; color: ${ink.grey}; vertical-align: top; padding-top: 3mm; } }`

const tiers = Object.entries(tierInk)
  .map(([tier, colours]) => `.tier-${tier} { color: ${colours.ink}; background: ${colours.tint}; }`)
  .join('\n')

export const paperStyle = `${margins}
* { box-sizing: border-box; }
html { -webkit-print-color-adjust: exact; print-color-adjust: exact; }
body { margin: 0; font: 9.5pt/1.55 ${paperFonts}; color: ${ink.text}; font-variant-numeric: tabular-nums; overflow-wrap: anywhere; }
h1 { margin: 0; font-size: 20pt; line-height: 1.25; font-weight: 700; }
h2 { margin: 6mm 0 2mm; padding-bottom: 1mm; border-bottom: 0.4mm solid ${ink.main}; font-size: 12pt; line-height: 1.3; break-after: avoid; }
h2 small { margin-left: 3mm; font-size: 8.5pt; font-weight: 400; color: ${ink.grey}; }
h3 { margin: 3mm 0 1mm; font-size: 10pt; line-height: 1.3; break-after: avoid; }
p { margin: 0 0 1.5mm; white-space: pre-line; orphans: 2; widows: 2; }
.grey { color: ${ink.grey}; }
.bad { color: ${ink.bad}; }
.cover { padding: 5mm 6mm 4mm; border-left: 1.6mm solid ${ink.main}; background: ${ink.pale}; break-inside: avoid; }
.cover .kicker { font-size: 9pt; color: ${ink.grey}; letter-spacing: 0.3mm; }
.cover .line { display: flex; flex-wrap: wrap; gap: 1mm 6mm; margin-top: 2mm; font-size: 9pt; }
.cover .line span { color: ${ink.grey}; margin-right: 1.5mm; }
.badge { display: inline-block; padding: 0 2.2mm; border: 0.2mm solid currentColor; border-radius: 0.8mm; font-size: 9pt; font-weight: 600; line-height: 1.6; vertical-align: middle; white-space: nowrap; }
td .badge { border: 0; font-size: 8pt; }
.badge.none { color: ${ink.grey}; }
${tiers}
.figures { display: grid; grid-auto-flow: column; grid-auto-columns: 1fr; margin: 3mm 0; border: 0.2mm solid ${ink.line}; break-inside: avoid; }
.figure { padding: 1.8mm 3mm; border-left: 0.2mm solid ${ink.line}; }
.figure:first-child { border-left: 0; }
.figure span { display: block; font-size: 8pt; color: ${ink.grey}; line-height: 1.4; }
.figure b { display: block; font-size: 12.5pt; line-height: 1.35; white-space: nowrap; }
table { width: 100%; border-collapse: collapse; margin: 1mm 0 2.5mm; font-size: 8.5pt; line-height: 1.4; }
thead { display: table-header-group; }
tr { break-inside: avoid; }
th { padding: 1.1mm 1.6mm; border-bottom: 0.3mm solid ${ink.text}; background: ${ink.pale}; font-weight: 600; text-align: left; vertical-align: bottom; }
td { padding: 0.9mm 1.6mm; border-bottom: 0.2mm solid ${ink.line}; text-align: left; vertical-align: top; }
th.right, td.right { text-align: right; white-space: nowrap; }
th.right { white-space: normal; }
td.nowrap { white-space: nowrap; }
tr.total td { border-top: 0.3mm solid ${ink.text}; border-bottom: 0; font-weight: 700; }
.facts { display: grid; grid-template-columns: repeat(2, 1fr); gap: 0 8mm; break-inside: avoid; }
.facts div { display: flex; gap: 3mm; padding: 0.8mm 0; border-bottom: 0.2mm solid ${ink.line}; }
.facts dt, .facts span { flex: 0 0 22mm; color: ${ink.grey}; }
.columns { display: grid; grid-template-columns: 1fr 1fr; gap: 0 7mm; }
.columns > * { min-width: 0; }
.grid { display: grid; grid-template-columns: 1fr 1fr; gap: 2mm; margin: 1mm 0 2mm; }
.box { border: 0.2mm solid ${ink.line}; break-inside: avoid; }
.box h3 { margin: 0; padding: 0.9mm 2.5mm; background: ${ink.pale}; border-bottom: 0.2mm solid ${ink.line}; font-size: 9pt; }
.box p { padding: 1.5mm 2.5mm; margin: 0; }
.field { display: flex; gap: 3mm; padding: 0.8mm 0; border-bottom: 0.2mm solid ${ink.line}; }
.field > span { flex: 0 0 24mm; color: ${ink.grey}; }
.field > p { margin: 0; flex: 1; }
.unfilled { color: ${ink.grey}; font-style: normal; }
svg { display: block; width: 100%; height: auto; break-inside: avoid; }
svg text { font-family: ${paperFonts}; fill: ${ink.text}; }
.chart { margin: 1mm 0 3mm; break-inside: avoid; }
.notes { font-size: 8pt; line-height: 1.5; color: ${ink.grey}; }
.notes div { display: flex; gap: 3mm; break-inside: avoid; }
.notes b { flex: 0 0 26mm; font-weight: 600; }
.signatures { display: grid; border: 0.3mm solid ${ink.text}; margin-top: 4mm; break-inside: avoid; }
.signatures > div { padding: 2.5mm 3.5mm; border-left: 0.2mm solid ${ink.line}; }
.signatures > div:first-child { border-left: 0; }
.signatures .opinion { height: 14mm; color: ${ink.grey}; font-size: 8pt; }
.signatures .sign { display: flex; gap: 2mm; align-items: flex-end; margin-top: 2.5mm; font-size: 8.5pt; white-space: nowrap; }
.signatures .sign i { flex: 1; border-bottom: 0.2mm solid ${ink.text}; }
`
