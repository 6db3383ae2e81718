import { scaleLow } from '#lib/i18n/format.ts';
import type { RfmResult } from '#lib/core/methods/rfm/types.ts';
import { largest, numberAt, numbersOf, rowIndices } from './columns.ts';
import { heatStep } from './heat.ts';
import type { Block } from './types.ts';
import type { Voice } from './voice.ts';

/** The R × F (or R × (F + M) / 2) grid, best recency above: customers, revenue as colour. */
export function matrixBlock({ tables, scalars, params }: RfmResult, voice: Voice): Block[] {
	const { matrix } = tables;
	const { words } = voice;
	const bins = scalars.bins;
	if (matrix.rows === 0 || matrix.rows !== bins * bins) return [];
	const max = largest(numbersOf(matrix, 'revenue'));
	const cells = rowIndices(matrix).map((row) => {
		const customers = numberAt(matrix, 'customers', row);
		const revenue = numberAt(matrix, 'revenue', row);
		return {
			main: voice.count(customers),
			sub: customers > 0 ? voice.moneyShort(revenue) : '',
			customers,
			revenue,
			step: customers > 0 ? Math.max(1, heatStep(revenue, max)) : 0
		};
	});
	const scores = Array.from({ length: bins }, (_, i) => i);
	const title = params.matrix === 'rf' ? words.rfm.matrixTitle() : words.rfm.matrixTitleRfm();
	return [
		{
			id: 'matrix',
			kind: 'matrix',
			about: 'scores',
			title,
			finding: words.rfm.matrixFinding(),
			reading: words.rfm.matrixReading(),
			matrix: {
				caption: words.table({ title }),
				rowHeads: scores.map((i) => {
					const score = numberAt(matrix, 'r', i * bins);
					return { label: words.rfm.matrixRow({ score }), range: scoreRange(tables.cuts, 0, score, voice) };
				}),
				columnHeads: scores.map((i) => {
					const score = numberAt(matrix, 'column', i);
					return params.matrix === 'rf'
						? { label: words.rfm.matrixColumn({ score }), range: scoreRange(tables.cuts, 1, score, voice) }
						: { label: words.rfm.matrixColumnRfm({ score }), range: '' };
				}),
				cells: scores.map((i) => cells.slice(i * bins, (i + 1) * bins)),
				measure: words.columns.revenue(),
				scale: words.matrixScale({
					measure: words.columns.revenue(),
					low: scaleLow(numbersOf(matrix, 'revenue'), voice.moneyShort(0)),
					high: voice.moneyShort(max)
				})
			}
		}
	];
}

/** The values found in a score, in words: "14–33 d", "2 orders"; nothing for an empty score. */
function scoreRange(cuts: RfmResult['tables']['cuts'], measure: number, score: number, voice: Voice): string {
	const row = rowIndices(cuts).find(
		(index) => numberAt(cuts, 'measure', index) === measure && numberAt(cuts, 'score', index) === score
	);
	if (row === undefined) return '';
	const from = numberAt(cuts, 'from', row);
	const to = numberAt(cuts, 'to', row);
	if (Number.isNaN(from) || Number.isNaN(to)) return '';
	const range = from === to ? voice.count(from) : `${voice.count(from)}–${voice.count(to)}`;
	return measure === 0 ? voice.words.rfm.rangeDays({ range }) : voice.words.rfm.rangeOrders({ range });
}
