"""Style sheet of the reports: light and dark, screen and print, colour-blind safe, no web fonts."""

from __future__ import annotations

from typing import Final

__all__ = ["STYLE"]

STYLE: Final = """
:root { color-scheme: light dark;
  --ground: #ffffff; --raised: #f3f3f3; --surround: #d9d9d9; --line: #cfcfcf; --text: #1a1a1a; --muted: #505050;
  --calm: #0072b2; --alarm: #d55e00; --alarm-light: #f2b489; --doubt: #f0e442; --mark: #1a1a1a; }
@media (prefers-color-scheme: dark) { :root {
  --ground: #1c1c1c; --raised: #262626; --surround: #2f2f2f; --line: #474747; --text: #ececec; --muted: #b4b4b4;
  --calm: #3d9fd8; --alarm: #f0812e; --alarm-light: #7c3a06; --doubt: #f0e442; --mark: #ececec; } }
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 24px; max-width: 1560px; background: var(--ground); color: var(--text);
  font: 14px/1.45 system-ui, "Segoe UI", Roboto, "Helvetica Neue", "Noto Sans", "DejaVu Sans", Arial, sans-serif; }
h1 { font-size: 26px; line-height: 1.2; margin: 0 0 4px; }
h2 { font-size: 19px; margin: 36px 0 8px; padding-top: 12px; border-top: 1px solid var(--line); }
h3 { font-size: 16px; margin: 0 0 8px; }
p { margin: 6px 0; max-width: 90ch; }
a { color: inherit; }
h1, h2, h3, td, th, dd, p { overflow-wrap: anywhere; }
.muted, figcaption, dt, caption { color: var(--muted); }
.visually-hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
code { font: 12px ui-monospace, "DejaVu Sans Mono", Consolas, monospace; overflow-wrap: anywhere; }
dl.facts { display: grid; grid-template-columns: max-content 1fr; gap: 2px 16px; margin: 12px 0; }
dl.facts dd { margin: 0; }
.figures { display: flex; flex-wrap: wrap; gap: 8px; margin: 16px 0; padding: 0; list-style: none; }
.figures li { background: var(--raised); border: 1px solid var(--line); border-radius: 4px; padding: 8px 16px;
  min-width: 128px; }
.figures b { display: block; font-size: 24px; line-height: 1.2; font-variant-numeric: tabular-nums; }
.warning { border-left: 4px solid var(--alarm); background: var(--raised); padding: 6px 12px; }
.lead { font-size: 16px; max-width: 80ch; }
table { border-collapse: collapse; font-variant-numeric: tabular-nums; margin: 8px 0; }
caption { text-align: left; padding: 4px 0; }
th, td { text-align: left; vertical-align: top; padding: 3px 12px 3px 0; border-bottom: 1px solid var(--line); }
thead th { border-bottom: 2px solid var(--mark); white-space: nowrap; }
tbody th { font-weight: 600; }
th.number, td.number { text-align: right; }
table.boards { width: 100%; } .wide { overflow-x: auto; }
tr.flagged > th:first-child { border-left: 4px solid var(--alarm); padding-left: 8px; }
tr.passed > th:first-child { border-left: 4px solid var(--calm); padding-left: 8px; }
.word { white-space: nowrap; }
.missed, .flag { font-weight: 600; }
.missed { text-decoration: underline; text-decoration-thickness: 2px; text-decoration-color: var(--alarm); }
.plots { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 520px), 1fr)); gap: 24px; }
figure { margin: 0; }
svg.histogram { width: 100%; height: auto; display: block; }
svg.histogram text { font-size: 12px; fill: var(--muted); }
svg.histogram .threshold text { fill: var(--text); font-weight: 600; }
svg .end { text-anchor: end; } svg .middle { text-anchor: middle; }
svg .axis { stroke: var(--mark); } svg .grid { stroke: var(--line); stroke-width: .6; }
svg .threshold line { stroke: var(--mark); stroke-width: 2; stroke-dasharray: 6 3; }
svg .band rect { fill: var(--doubt); fill-opacity: .22; }
svg .band line { stroke: var(--mark); stroke-width: 1.2; stroke-dasharray: 2 3; }
svg .bar.calm { fill: var(--calm); stroke: var(--calm); } svg .bar.alarm { stroke: var(--alarm); }
svg .alarm-ground { fill: var(--alarm-light); } svg .alarm-lines { stroke: var(--alarm); stroke-width: 2.2; }
svg .density { fill: none; stroke-width: 2.2; } svg .density.calm { stroke: var(--mark); }
svg .density.alarm { stroke: var(--alarm); stroke-dasharray: 7 4; }
svg .roc { fill: none; stroke: var(--calm); stroke-width: 2.2; }
svg .diagonal { stroke: var(--muted); stroke-dasharray: 3 4; }
svg .point { fill: var(--ground); stroke: var(--alarm); stroke-width: 2.2; } svg .point.chosen { fill: var(--alarm); }
table.rates thead th { white-space: normal; overflow-wrap: normal; vertical-align: bottom; }
table.rates tbody th { white-space: nowrap; }
figure.square { max-width: 460px; } svg.share { width: 100px; height: 10px; }
svg.defs { position: absolute; }
.legend { list-style: none; display: flex; flex-wrap: wrap; gap: 4px 20px; padding: 0; margin: 4px 0; }
.swatch { width: 18px; height: 13px; vertical-align: -2px; }
.board { margin: 0 0 28px; padding-top: 12px; border-top: 1px solid var(--line); break-inside: avoid; }
.panels { display: grid; grid-template-columns: repeat(4, minmax(0, 1fr)); gap: 6px; margin: 6px 0; }
.picture { position: relative; background: var(--surround); }
.picture img { display: block; width: 100%; height: auto; }
.marks { position: absolute; inset: 0; width: 100%; height: 100%; overflow: hidden; }
.marks rect { fill: none; vector-effect: non-scaling-stroke; }
.marks .under { stroke: #000000; stroke-width: 4; stroke-opacity: .75; }
.marks .frame { stroke: #f0e442; stroke-width: 2; }
.marks .tag { fill: #f0e442; stroke: none; }
.marks text { fill: #101010; font-weight: 700; text-anchor: middle; }
figcaption { font-size: 12px; }
.imprint { font-size: 12px; max-width: none; border-top: 1px solid var(--line); padding-top: 6px; margin-top: 24px; }
.scale { white-space: nowrap; } .scale-bar { width: 60px; height: 8px; vertical-align: 0; }
@media (max-width: 700px) { .panels { grid-template-columns: repeat(2, minmax(0, 1fr)); } body { padding: 12px; } }
@page { size: A4 landscape; margin: 12mm; }
@media print { :root {
    --ground: #ffffff; --raised: #f3f3f3; --surround: #d9d9d9; --line: #cfcfcf; --text: #000000; --muted: #404040;
    --calm: #0072b2; --alarm: #d55e00; --alarm-light: #f2b489; --mark: #000000; }
  :root { color-scheme: light; } body { padding: 0; max-width: none; font-size: 10pt; }
  * { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  thead { display: table-header-group; } tr, figure, .figures li { break-inside: avoid; } h2, h3 { break-after: avoid; }
  a { text-decoration: none; } .wide { overflow: visible; } }
"""
