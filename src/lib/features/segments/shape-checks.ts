import type { RfmResult } from '#lib/api/index.ts';
import { formatCount } from '#lib/i18n/format.ts';
import { segmentsOf } from '#lib/i18n/segment-names.ts';
import type { Wording } from './wording.ts';

/** Codes with the same fault: left out, or claimed by the same two segments. */
export interface RuleFault {
	readonly id: string;
	readonly text: string;
	/** The codes as chips, each a row of the `ruleChecks` table. */
	readonly codes: readonly { readonly row: number; readonly code: string; readonly label: string }[];
	/** How many more there are than are shown. */
	readonly more: number;
}

const shown = 12;

/** What is wrong with own rules, fault by fault; empty when they cover every code exactly once. */
export function shapeFaults(result: RfmResult, { messages, locale }: Wording): RuleFault[] {
	const words = messages.segments.rules;
	const { columns, rows } = result.tables.ruleChecks;
	const names = segmentsOf(result.params.rules, messages.terms.segments);
	const faults = new Map<string, number[]>();
	for (let row = 0; row < rows; row++) {
		const key = `${columns.segment[row]} ${columns.other[row]}`;
		faults.set(key, [...(faults.get(key) ?? []), row]);
	}
	return Array.from(faults, ([id, own]) => {
		const [first = 0] = own;
		const segment = names[columns.segment[first] ?? 255]?.name;
		const other = names[columns.other[first] ?? 255]?.name ?? '';
		const people = own.reduce((sum, row) => sum + (columns.customers[row] ?? 0), 0);
		const given = { codes: own.length, n: people };
		return {
			id,
			text:
				segment === undefined ? words.gap(given) : words.overlap({ ...given, first: segment, second: other }),
			codes: own.slice(0, shown).map((row) => {
				const code = [columns.r[row], columns.f[row], columns.m[row]].join(
					result.scalars.bins > 9 ? '-' : ''
				);
				const n = formatCount(columns.customers[row] ?? 0, locale);
				return { row, code, label: words.code({ code, n }) };
			}),
			more: Math.max(0, own.length - shown)
		};
	});
}
