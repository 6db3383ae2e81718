import * as v from 'valibot';
import { lossCauses } from '#lib/core/dataset/loss-reasons.ts';
import type { Labelled } from './types.ts';
import type { Voice } from './voice.ts';

/**
 * Parameters in words: known names and values in the reader's language, unknown ones as they are. Parameters that
 * are null do not apply and are left out.
 */
export function describeParameters(
	params: unknown,
	voice: Voice,
	special: Readonly<Record<string, (value: never) => string>> = {}
): Labelled[] {
	if (typeof params !== 'object' || params === null) return [];
	const labels = voice.words.params as Readonly<Record<string, (() => string) | undefined>>;
	return Object.entries(params)
		.filter(([, value]) => value !== null && value !== undefined)
		.map(([name, value]) => ({
			label: isWord(name) ? labels[name]?.() || name : name,
			value: Object.hasOwn(special, name)
				? (special[name] as (value: unknown) => string)(value)
				: (ownText(name, value, voice) ?? valueText(value, voice))
		}));
}

/** Parameters that name a table and what is looked at in it; null for all others, and for what a stranger's file has there. */
function ownText(name: string, value: unknown, voice: Voice): string | null {
	if (name === 'source') {
		const source = v.safeParse(sourceShape, value);
		return source.success ? [source.output.table, source.output.value].filter(Boolean).join(' · ') : null;
	}
	if (name === 'statuses') {
		const said = v.safeParse(statusesShape, value);
		const words = voice.messages.contracts.statuses;
		const means = (own: { value: string; ended: boolean }) =>
			`${own.value} = ${(own.ended ? words.ended : words.running)()}`;
		return said.success ? said.output.map(means).join('; ') || '–' : null;
	}
	const told = name === 'lossReasons' ? v.safeParse(reasonsShape, value) : null;
	if (told?.success !== true) return null;
	const { table, column, mapped } = told.output;
	const { names, ownOrders } = voice.messages.churn.causes;
	const reasons = mapped.map((own) => `${own.name ?? own.value} = ${names[own.cause ?? 'unmapped']()}`);
	return `${table ?? ownOrders()} / ${column}${reasons.length === 0 ? '' : ` (${reasons.join('; ')})`}`;
}

const statusesShape = v.array(v.object({ value: v.string(), ended: v.boolean() }));
const sourceShape = v.object({ table: v.string(), value: v.nullable(v.string()) });
const reasonsShape = v.object({
	table: v.nullable(v.string()),
	column: v.string(),
	mapped: v.array(
		v.object({ value: v.string(), cause: v.nullable(v.picklist(lossCauses)), name: v.optional(v.string()) })
	)
});

function valueText(value: unknown, voice: Voice): string {
	if (typeof value === 'number') return voice.number(value, 4);
	if (typeof value === 'boolean') return value ? voice.words.yes() : voice.words.no();
	if (typeof value !== 'string') return JSON.stringify(value);
	const units: Readonly<Record<string, (() => string) | undefined>> = voice.messages.terms.units;
	return ['day', 'week', 'month', 'quarter', 'year'].includes(value)
		? (units[value]?.() ?? value)
		: valueWord(value, voice);
}

/** The word for an option of a parameter, or the option itself. */
export function valueWord(value: string, voice: Voice): string {
	const values = voice.words.values as Readonly<Record<string, (() => string) | undefined>>;
	return isWord(value) ? values[value]?.() || value : value;
}

/** Names of the catalogue only: nothing that an object has by birth. */
function isWord(name: string): boolean {
	return /^[a-z][a-zA-Z-]*$/.test(name) && !(name in {});
}
