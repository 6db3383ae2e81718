import type { ReportBrand } from '#lib/core/dataset/report-layout.ts';
import { readableAccent } from '#lib/core/drawing/readable-accent.ts';
import { stepRules, tones, variables } from './theme-rules.ts';

const base = `
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%;text-size-adjust:100%}
body{margin:0 auto;padding:40px 24px 64px;max-width:960px;background:var(--paper);color:var(--ink);font:14px/1.55 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans","PingFang SC","Hiragino Sans GB","Microsoft YaHei","Noto Sans CJK SC","Source Han Sans SC",sans-serif;font-variant-numeric:tabular-nums;overflow-wrap:anywhere}
h1,h2,h3,h4,p,dl,dd,ol,ul,figure{margin:0}
h1{font-size:30px;line-height:1.25;font-weight:600;text-wrap:balance}
h2{font-size:22px;line-height:1.3;font-weight:600}
h3{font-size:15px;line-height:1.4;font-weight:600}
h4{font-size:13px;margin-top:12px;font-weight:600}
a{color:var(--accent);text-underline-offset:3px}
a:focus-visible,summary:focus-visible,.wide:focus-visible{outline:2px solid var(--accent);outline-offset:2px;border-radius:4px}
.cover{padding-bottom:28px;border-bottom:1px solid var(--line)}
.brand{display:flex;align-items:center;gap:10px;color:var(--ink2);margin-bottom:28px}
.brand img{max-height:48px;max-width:220px}
.brand b{color:var(--ink);font-weight:600}
.cover{border-top:3px solid var(--accent);padding-top:20px}
.for{font-size:16px;color:var(--ink2);margin-top:6px}
.facts{display:grid;grid-template-columns:repeat(auto-fill,minmax(190px,1fr));gap:14px 24px;margin-top:26px}
dt{color:var(--ink2);font-size:12px}
.facts dd{font-weight:600}
.notes{margin-top:24px;padding-left:14px;border-left:2px solid var(--strong);white-space:pre-line}
.notes p+p{margin-top:8px}
.summary,nav{padding:28px 0;border-bottom:1px solid var(--line)}
.summary h2,nav h2{font-size:15px;margin-bottom:10px}
.summary ol,nav ol{padding-left:22px}
.summary li{font-size:15px;margin:6px 0;color:var(--ink2)}
.summary li::marker{color:var(--ink2)}
.summary b,.lead b{color:var(--ink);font-weight:600}
.summary a{white-space:nowrap;font-size:13px}
nav ol{columns:2;column-gap:32px}
nav a{display:inline-block;padding:2px 0}
.chapter{padding-top:44px}
.number{color:var(--accent);font-weight:400;margin-right:12px}
.lead{font-size:16px;margin-top:8px;color:var(--ink2);text-wrap:pretty}
.lead.next{margin-top:4px}
.lead.broken b{color:var(--bad)}
.own{margin-top:18px;max-width:70ch}
.own p{white-space:pre-line}
.own p+p,.own ul,.own ol,.own ul+p,.own ol+p{margin-top:8px}
.own ul,.own ol{padding-left:22px}
.caption{margin-top:12px;font-size:13px}
.remarks{margin-top:10px;padding-left:20px;font-size:12.5px;color:var(--ink2)}
.remarks li::marker{color:var(--accent);font-weight:600}
.remarks b{color:var(--ink);font-weight:600}
sup.remark{display:inline-block;min-width:15px;padding:0 4px;border-radius:8px;margin-left:4px;background:var(--accent);color:var(--on-accent);font-size:10px;font-weight:600;line-height:15px;text-align:center;vertical-align:2px}
.plot .pin{pointer-events:none}
.plot .pin rect{fill:var(--accent);fill-opacity:1;stroke:var(--card);stroke-width:1.5}
.plot .pin line{stroke:var(--accent)}
.plot .pin circle{fill:var(--accent);stroke:var(--card)}
.plot .pin text{fill:var(--on-accent);font-weight:600;font-size:10px;text-anchor:middle}
.opening .summary{border-bottom:0}
.opening{border-bottom:1px solid var(--line);padding-bottom:8px}
.frame,.note{color:var(--ink2);font-size:12.5px;margin-top:10px}
.warnings{list-style:none;padding:0;margin-top:12px;display:grid;gap:6px}
.warnings li{background:var(--warn-soft);color:var(--warn);border-radius:6px;padding:8px 12px;font-size:13px}
.card{background:var(--card);border:1px solid var(--line);border-radius:12px;padding:20px;margin-top:20px}
figcaption p{color:var(--ink2);font-size:13px;margin-top:2px}
.tiles{display:grid;grid-template-columns:repeat(auto-fit,minmax(250px,1fr));gap:16px;margin-top:20px}
.tiles>div{background:var(--card);border:1px solid var(--line);border-radius:12px;padding:16px 20px}
.tiles b{display:block;font-size:22px;line-height:1.35;font-weight:600}
.tiles span{color:var(--ink2);font-size:12.5px}
.wide{overflow-x:auto;margin-top:12px}
table{border-collapse:collapse;width:100%;font-size:13px;line-height:1.4}
caption{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
th,td{padding:6px 8px;border-bottom:1px solid var(--line);vertical-align:middle;font-weight:400;text-align:left}
th:first-child,td:first-child{padding-left:0}
th:last-child,td:last-child{padding-right:0}
thead th{color:var(--ink2);font-size:12px;vertical-align:bottom;border-bottom-color:var(--strong)}
tfoot th,tfoot td{font-weight:600;border-bottom:0;border-top:1px solid var(--strong)}
.end{text-align:right;white-space:nowrap}
thead .end{white-space:normal}
.wide td,.wide th{overflow-wrap:normal}
.wide td.start{min-width:8em}
.wide td.hash{min-width:16em;overflow-wrap:anywhere}
tbody th.start{white-space:nowrap}
.range{white-space:nowrap}
.quiet{color:var(--ink2)}
.swatch{display:inline-block;width:10px;height:10px;border-radius:3px;margin-right:9px;flex:none}
.bar{display:inline-block;height:13px;border-radius:3px;vertical-align:-2px;min-width:2px;margin-right:8px}
.beside{color:var(--ink2);white-space:nowrap}
td.start:has(>.bar){min-width:150px;white-space:nowrap}
tr:has(>:nth-child(9)) td.start:has(>.bar){min-width:124px}
.matrix{border-collapse:separate;border-spacing:4px;table-layout:fixed;margin-top:14px}
.matrix th,.matrix td,.matrix td:first-child,.matrix th:first-child{border:0;padding:9px 10px;border-radius:6px;height:62px;vertical-align:top}
.matrix tbody th{width:84px;text-align:right;vertical-align:middle;padding-left:0}
.matrix tfoot th{height:auto;text-align:center;padding-top:4px;font-weight:400}
.matrix tfoot td{height:auto;border:0}
.wide>.matrix{min-width:680px;margin-top:0}
.wide>.matrix tbody th{width:78px}
.matrix th b,.matrix td b{display:block;font-weight:600}
.matrix th b{hyphens:auto}
.matrix:has(tr>:nth-child(9)) th{padding-left:0;padding-right:0;font-size:10px}
.matrix:has(tr>:nth-child(9)) td{padding-left:6px;padding-right:4px}
.matrix td b{font-size:15px}
.matrix td span{font-size:12px}
.matrix:has(tr>:nth-child(9)) td span{font-size:10.5px;white-space:nowrap}
.matrix th span{color:var(--ink2);font-size:12px}
.matrix .step-0{border:1px solid var(--line);color:var(--ink2)}
.scale{display:flex;align-items:center;gap:0;color:var(--ink2);font-size:12px;margin:2px 0 0 92px}
.scale span{margin-right:10px}
.scale i{width:18px;height:8px}
.scale i:first-of-type{border-radius:4px 0 0 4px}
.scale i:last-of-type{border-radius:0 4px 4px 0}
.triangle{border-collapse:separate;border-spacing:2px;font-size:11.5px}
.triangle th,.triangle td{border:0;padding:4px 5px}
.triangle thead th{text-align:center}
.triangle thead th.start{text-align:left}
.triangle thead th.end{text-align:right}
.triangle td{text-align:center;border-radius:3px;white-space:nowrap}
.triangle td.end{text-align:right}
.triangle .step-0{color:var(--ink2)}
.triangle .cut{outline:1px dashed var(--ink2);outline-offset:-2px;font-style:italic}
sup{font-size:9px;line-height:0;font-style:normal}
.plot{display:block;overflow:visible;width:calc(100% - 60px);margin:22px 0 0 60px}
.plot text{fill:var(--ink2);font-size:12px}
.plot .tick{text-anchor:end}
.plot .name,.plot .axis{text-anchor:middle}
.plot .grid{stroke:var(--line)}
.plot .zero{stroke:var(--strong)}
.plot .cut{opacity:.45}
.plot.flows{width:100%;margin-left:0}
.plot .flow{fill-opacity:.35}
.areas{display:grid;grid-template-columns:repeat(auto-fit,minmax(240px,1fr));gap:12px 20px;margin-top:14px}
.areas p{color:var(--ink2);font-size:12.5px;margin-bottom:4px}
.areas .plot{width:100%;margin:0}
.areas rect{fill-opacity:.35;stroke:var(--card);stroke-width:2}
.areas .part{fill:var(--ink)}
.plot .soft{fill:var(--ink2)}
.legend .soft{background:var(--ink2)}
.plot .first{text-anchor:start}
.plot .last{text-anchor:end}
.plot .band{fill:var(--band)}
.plot .line{fill:none;stroke:var(--curve);stroke-width:2;vector-effect:non-scaling-stroke;stroke-linejoin:round}
.plot .dot{fill:var(--card);stroke:var(--curve);stroke-width:2}
.legend{display:flex;flex-wrap:wrap;gap:4px 20px;color:var(--ink2);font-size:12.5px;margin:8px 0 0 60px}
.legend span{display:inline-flex;align-items:center}
.mark{background:var(--mark);fill:var(--mark)}
.onpaper{display:none}
.twin{margin-top:14px;border-top:1px solid var(--line);padding-top:10px}
summary{color:var(--ink2);font-size:12.5px;cursor:pointer;width:fit-content}
.parameters{display:grid;grid-template-columns:repeat(auto-fill,minmax(190px,1fr));gap:10px 24px;margin-top:18px;font-size:13px}
.parameters div:last-child{grid-column:1/-1}
.hash{font-family:ui-monospace,"SF Mono",SFMono-Regular,Menlo,Consolas,"Noto Sans Mono CJK SC",monospace;font-size:12px;overflow-wrap:anywhere}
.text tbody th.start{white-space:normal}
.definition dl{display:grid;gap:8px;margin-top:12px}
.definition dl div{display:grid;grid-template-columns:minmax(120px,200px) 1fr;gap:4px 16px}
.definition dt{font-size:13px}
.definition ul{padding-left:20px;margin-top:4px}
.version,.url{color:var(--ink2);font-weight:400;font-size:12px}
footer{margin-top:48px;padding-top:16px;border-top:1px solid var(--line);color:var(--ink2);font-size:12.5px}
.tongue+.tongue{margin-top:20px}
span.tongue+span.tongue{color:var(--ink2);font-weight:400;margin-left:8px}
:root[data-tongue=en] .tongue:not([lang=en]),:root[data-tongue=zh-CN] .tongue:not([lang=zh-CN]){display:none}
:root[data-tongue] .tongue{color:inherit!important;margin:0!important;font-weight:inherit!important}
.reach{fill:transparent}
.point:hover .reach,.point:focus .reach{fill:var(--line);fill-opacity:.6}
.point:focus{outline:none}
.point:focus-visible .dot{stroke-width:4}
.tools{display:flex;flex-wrap:wrap;justify-content:flex-end;gap:8px 16px;margin-bottom:16px}
.tools[hidden]{display:none}
.tools div{display:flex}
.tools button{font:inherit;font-size:12.5px;min-height:28px;padding:2px 10px;border:1px solid var(--line);background:var(--card);color:var(--ink2);cursor:pointer}
.tools button+button{border-left:0}
.tools button:first-child{border-radius:6px 0 0 6px}
.tools button:last-child{border-radius:0 6px 6px 0}
.tools button[aria-pressed=true]{color:var(--accent);font-weight:600}
.tools button:focus-visible,.sort:focus-visible{outline:2px solid var(--accent);outline-offset:2px}
.sort{font:inherit;color:inherit;text-align:inherit;background:none;border:0;padding:0;min-height:24px;cursor:pointer}
.sort:hover{color:var(--accent)}
[aria-sort=ascending] .sort::after{content:" ↑"}
[aria-sort=descending] .sort::after{content:" ↓"}
.tip{position:fixed;z-index:2;max-width:320px;padding:6px 10px;border:1px solid var(--strong);border-radius:6px;background:var(--card);color:var(--ink);font-size:12.5px;pointer-events:none}
.tip[hidden]{display:none}
:lang(zh-CN) .lead,:lang(zh-CN) p,:lang(zh-CN) li{text-wrap:wrap}
@media screen and (max-width:640px){
body{padding:24px 16px 48px}
h1{font-size:25px}
.card{padding:16px 14px}
nav ol{columns:1}
.tiles{grid-template-columns:repeat(auto-fit,minmax(150px,1fr));gap:10px}
.tiles>div{padding:12px 14px}
.tiles b{font-size:18px}
.facts,.parameters{grid-template-columns:repeat(auto-fill,minmax(140px,1fr))}
.plot{width:calc(100% - 48px);margin-left:48px}
.plot text{font-size:11px}
.plot .thin{display:none}
.legend{margin-left:0}
.matrix{border-spacing:3px;font-size:11px}
.matrix tbody th{width:50px;padding-right:4px}
.matrix th,.matrix td,.matrix td:first-child,.matrix th:first-child{padding:6px 5px;height:54px}
.matrix td b{font-size:13px}
.matrix td span,.matrix th span{font-size:10.5px}
.scale{margin-left:0;flex-wrap:wrap}
.definition dl div{grid-template-columns:1fr}
}
`;

/** Paper of the reader's choice, A4 or as wide as a screen: white, pages numbered, no row cut in two, heads repeated, everything unfolded. */
const print = `
@page{margin:16mm 14mm 18mm;@bottom-right{content:counter(page) " / " counter(pages);font:8pt system-ui,sans-serif;color:#5c6066}}
@media print{
.tools,.tip{display:none}
.sort{display:contents}
body{max-width:none;padding:0;font-size:10pt;background:#fff}
*{-webkit-print-color-adjust:exact;print-color-adjust:exact}
.cover{padding-bottom:18px}
.brand{margin-bottom:18px}
h1{font-size:24pt}
.facts{margin-top:18px;gap:10px 20px}
.summary,nav{padding:18px 0}
.summary li{font-size:10.5pt;margin:4px 0}
nav{break-inside:avoid}
.twin td,.twin th{padding-top:2px;padding-bottom:2px}
.twin table{font-size:8pt}
.chapter{padding-top:0;break-before:page}
#control-totals,#provenance{break-before:auto;padding-top:28px}
h2,h3,h4,figcaption,.lead,.frame{break-after:avoid}
.tongue .frame{break-after:auto}
figcaption,tr,.tiles>div,.matrix,svg,.areas,.own li,.remarks li,.caption,.definition dl div,.warnings li{break-inside:avoid}
thead{display:table-header-group;break-after:avoid}
tbody tr:nth-child(-n+3),tbody tr:nth-last-child(-n+2),.scale{break-before:avoid}
:is(.card,.tongue):has(+:is(.frame,.parameters,h4),+.tongue>:is(.frame,.parameters,h4):first-child) tbody tr:last-child{break-after:avoid}
tfoot{display:table-row-group}
.matrix:has(tr>:nth-child(9)) th,.matrix:has(tr>:nth-child(9)) td{height:46px;padding-top:5px;padding-bottom:5px}
.matrix:has(tr>:nth-child(9)) th{font-size:8.5px}
.frame,.remarks{break-inside:avoid}
.note{break-before:avoid}
.caption:has(+.remarks),.definition>p{break-after:avoid}
.onpaper{display:block}
details[open]>summary>.onpaper{display:none}
.card{padding:12px 0 0;border:0;border-top:1px solid var(--line);border-radius:0;margin-top:16px}
.tiles{grid-template-columns:repeat(3,1fr);gap:10px}
.tiles>div{padding:10px 12px}
.tiles b{font-size:15pt}
table{font-size:9pt}
.wide>table:not([class]):has(tr>:nth-child(10)){font-size:7.5pt}
.wide>table:not([class]):has(tr>:nth-child(10)) :is(th,td){padding-left:4px;padding-right:4px}
.triangle{font-size:7.5pt;border-spacing:1px}
.triangle th,.triangle td{padding:2.5px 3px}
.wide{overflow:visible}
details:not(.long)::details-content{content-visibility:visible;block-size:auto;display:block}
summary{list-style:none;break-after:avoid}
.together{break-inside:avoid}
summary::-webkit-details-marker{display:none}
.parameters{break-before:avoid;break-inside:avoid;margin-top:10px;gap:5px 16px;grid-template-columns:repeat(auto-fill,minmax(130px,1fr));font-size:8pt}
.parameters .hash{font-size:7.5pt}
nav a,.summary a{color:inherit;text-decoration:none}
.summary a{color:var(--ink2)}
}
`;

/** The style sheet of a report: by day, by night where the reader's system or choice asks for it, and on paper. */
export function stylesOf(brand: ReportBrand | null): string {
	const accent = brand?.accent ?? null;
	const pair = accent === null ? null : readableAccent(accent);
	const own = (theme: 0 | 1) =>
		pair === null ? '' : `;--accent:${pair[theme].color};--on-accent:${pair[theme].on}`;
	const dark = variables(1) + own(1);
	return `:root{color-scheme:light dark;${variables(0)}${own(0)}}
@media screen and (prefers-color-scheme:dark){:root:not([data-theme=light]){${dark}}}
@media screen{:root[data-theme=dark]{color-scheme:dark;${dark}}:root[data-theme=light]{color-scheme:light}}
@media print{:root{color-scheme:light}}
${base}${tones('segment', 11)}${tones('type', 8)}${tones('stage', 7)}${tones('growth', 4)}${stepRules()}
${print}${pageMargins(brand?.organisation ?? '')}`;
}

/** The same without any brand. */
export const styles = stylesOf(null);

/** The maker's name and the number of the page at the foot of every sheet. */
function pageMargins(organisation: string): string {
	// Every sign but letters and digits of ASCII is written by its number: a name is data, and must stay one text.
	const name = [...organisation]
		.map((sign) => (/[A-Za-z0-9 ]/.test(sign) ? sign : `\\${(sign.codePointAt(0) ?? 0).toString(16)} `))
		.join('');
	const font = 'font-size:8pt;color:#5c6066';
	return `@page{@bottom-left{content:"${name}";${font}}@bottom-right{content:counter(page) " / " counter(pages);${font}}}
`;
}
