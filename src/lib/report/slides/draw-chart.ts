import type PptxGenJS from 'pptxgenjs';
import type { Locale } from '#lib/i18n/messages.ts';
import { colours, hex } from '../palette.ts';
import { plainText } from './plain-text.ts';
import type { ChartFormat, SlideChart } from './types.ts';

interface Box {
	readonly x: number;
	readonly y: number;
	readonly w: number;
	readonly h: number;
}

interface ChartLook {
	readonly font: string;
	readonly locale: Locale;
	readonly money: { readonly scale: number; readonly sign: string };
}

/** So many labels stand side by side under an axis. */
const MOST_LABELS = 16;

/** A native chart in a box of inches. */
export function addChart(target: PptxGenJS.Slide, chart: SlideChart, box: Box, look: ChartLook): void {
	const ink2 = hex(colours.ink2);
	const { shape, series } = chart;
	const lines = shape === 'lines';
	const bars = shape === 'bars';
	const { font } = look;
	// The library makes numbers of labels that are empty disappear from its workbook: a blank is none.
	const labels = chart.labels.map((label) => plainText(label) || ' ');
	const data = series.map(({ label, values }) => ({
		name: plainText(label) || ' ',
		labels,
		values: [...values]
	}));
	const text = { color: ink2, size: 10 };
	const largest = Math.max(...series.flatMap(({ values }) => values.map(Math.abs)), 0);
	const format = numberFormat(chart.format, largest, look);
	target.addChart(lines ? 'line' : 'bar', data, {
		...box,
		altText: plainText(chart.alt),
		lang: look.locale === 'en' ? 'en-US' : look.locale,
		chartColors: series.flatMap(({ colors }) => [...colors]),
		...(lines
			? { lineSize: 2, lineDataSymbol: labels.length > 24 ? 'none' : 'circle', lineDataSymbolSize: 5 }
			: {
					barDir: bars ? ('bar' as const) : ('col' as const),
					barGrouping: series.length > 1 ? ('stacked' as const) : ('clustered' as const),
					barGapWidthPct: bars ? 45 : 35
				}),
		showLegend: series.length > 1,
		...{ legendPos: 'b', legendFontFace: font, legendFontSize: 11, legendColor: ink2 },
		...(bars
			? {
					...{ showValue: true, dataLabelFormatCode: format, dataLabelFontFace: font, dataLabelFontSize: 10 },
					...{ dataLabelColor: ink2, catAxisOrientation: 'maxMin' as 'minMax', valAxisHidden: true },
					valGridLine: { style: 'none' as const }
				}
			: { valGridLine: { color: hex(colours.line), size: 0.75 } }),
		...{ catAxisLabelFontFace: font, catAxisLabelFontSize: text.size, catAxisLabelColor: text.color },
		...{ valAxisLabelFontFace: font, valAxisLabelFontSize: text.size, valAxisLabelColor: text.color },
		...{ catAxisLineColor: hex(colours.strong), valAxisLineShow: false, catAxisLabelPos: 'low' as const },
		valAxisLabelFormatCode: format,
		...(chart.top === undefined ? {} : { valAxisMaxVal: chart.top }),
		catGridLine: { style: 'none' },
		...(labels.length > MOST_LABELS && !bars
			? { catAxisLabelFrequency: String(Math.ceil(labels.length / MOST_LABELS)) }
			: {}),
		...(chart.axis === ''
			? {}
			: {
					...{ showCatAxisTitle: true, catAxisTitle: plainText(chart.axis) },
					...{ catAxisTitleFontFace: font, catAxisTitleFontSize: 11, catAxisTitleColor: ink2 }
				})
	});
}

/** From here on Chinese readers count in 万. */
const WAN_FROM = 100_000;

/** A format of spreadsheets, as the reader counts. */
function numberFormat(as: ChartFormat, largest: number, { money: { sign }, locale }: ChartLook): string {
	switch (as) {
		case 'share':
			return '0.0%';
		case 'number':
			return '#,##0.##';
		case 'count':
			return '#,##0;#,##0';
		case 'money': {
			const unit = sign === '' ? '' : `"${sign.replaceAll('"', '')}"`;
			// Thousands with a point before their last digit: tenths of 万.
			return locale === 'zh-CN' && largest >= WAN_FROM ? `${unit}0\\.0,"万"` : `${unit}#,##0`;
		}
	}
}
