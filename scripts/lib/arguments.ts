import { parseArgs } from 'node:util';
import { methodIds } from '../../src/lib/core/methods/registry.ts';
import { parseDay } from '../../src/lib/i18n/format.ts';
import type { Locale } from '../../src/lib/i18n/messages.ts';

/** What was asked for on the command line, checked. */
export interface Arguments {
	readonly files: readonly string[];
	readonly methods: readonly string[];
	/** Parameters by method id. */
	readonly params: Readonly<Record<string, unknown>>;
	readonly recipe: string | null;
	readonly saveRecipe: string | null;
	readonly asOf: number | null;
	readonly from: number | null;
	readonly weekStart: number;
	/** 1 = January. */
	readonly yearStart: number;
	readonly refunds: 'net' | 'gross';
	readonly customers: boolean;
	readonly out: string | null;
	readonly rejects: string | null;
	/** A snapshot that the files are to be compared with; null to analyse. */
	readonly verify: string | null;
	readonly locale: Locale;
	readonly help: boolean;
}

/** A command line that cannot be understood: which option, and what it was given. */
export class UsageError extends Error {
	readonly option: string;
	readonly given: string;

	constructor(option: string, given: string) {
		super(`${option} ${given}`);
		this.option = option;
		this.given = given;
	}
}

const options = {
	method: { type: 'string', multiple: true },
	params: { type: 'string' },
	recipe: { type: 'string' },
	'save-recipe': { type: 'string' },
	'as-of': { type: 'string' },
	from: { type: 'string' },
	'week-start': { type: 'string' },
	'year-start': { type: 'string' },
	refunds: { type: 'string' },
	customers: { type: 'boolean' },
	out: { type: 'string' },
	rejects: { type: 'string' },
	lang: { type: 'string' },
	help: { type: 'boolean', short: 'h' }
} as const;

/** The language asked for: `--lang`, else that of the environment, as other programs go by it. */
export function localeOf(
	given: string | undefined,
	environment: Readonly<Record<string, string | undefined>>
): Locale {
	const text = given ?? (environment.LC_ALL || environment.LC_MESSAGES || environment.LANG || 'en');
	return /^zh/i.test(text) ? 'zh-CN' : 'en';
}

/**
 * Reads the command line.
 *
 * @throws UsageError
 */
export function readArguments(
	argv: readonly string[],
	environment: Readonly<Record<string, string | undefined>>
): Arguments {
	const { values, positionals } = parse(argv);
	const methods = (values.method ?? []).flatMap((list) => list.split(',')).filter((id) => id !== '');
	const unknown = methods.find((id) => !(methodIds as readonly string[]).includes(id));
	if (unknown !== undefined) throw new UsageError('--method', unknown);
	const chosen = methods.length === 0 ? [...methodIds] : methods;
	const refunds = values.refunds ?? 'net';
	if (refunds !== 'net' && refunds !== 'gross') throw new UsageError('--refunds', refunds);
	const help = values.help ?? false;
	const verifies = positionals[0] === 'verify';
	const files = verifies ? positionals.slice(2) : positionals;
	// A snapshot that came with its rows is its own file.
	if (files.length === 0 && !help && !(verifies && positionals.length > 1)) throw new UsageError('FILE', '');
	return {
		files,
		verify: verifies ? (positionals[1] ?? '') : null,
		methods: chosen,
		params: paramsOf(values.params, chosen),
		recipe: values.recipe ?? null,
		saveRecipe: values['save-recipe'] ?? null,
		asOf: dayOf('--as-of', values['as-of']),
		from: dayOf('--from', values.from),
		weekStart: wholeOf('--week-start', values['week-start'], 7),
		yearStart: wholeOf('--year-start', values['year-start'], 12),
		refunds,
		customers: values.customers ?? false,
		out: values.out ?? null,
		rejects: values.rejects ?? null,
		locale: localeOf(values.lang, environment),
		help
	};
}

function parse(argv: readonly string[]) {
	try {
		return parseArgs({ args: [...argv], options, allowPositionals: true });
	} catch (error) {
		throw new UsageError(error instanceof Error ? error.message : String(error), '');
	}
}

function dayOf(option: string, text: string | undefined): number | null {
	if (text === undefined) return null;
	const day = parseDay(text);
	if (day === null) throw new UsageError(option, text);
	return day;
}

/** A number from 1 to `most`; 1 where none is given. */
function wholeOf(option: string, text: string | undefined, most: number): number {
	if (text === undefined) return 1;
	if (!/^\d{1,2}$/.test(text) || Number(text) < 1 || Number(text) > most) throw new UsageError(option, text);
	return Number(text);
}

/** One object for the only method, or an object per method id. */
function paramsOf(text: string | undefined, methods: readonly string[]): Readonly<Record<string, unknown>> {
	if (text === undefined) return {};
	let value: unknown;
	try {
		value = JSON.parse(text);
	} catch {
		throw new UsageError('--params', text);
	}
	if (typeof value !== 'object' || value === null || Array.isArray(value))
		throw new UsageError('--params', text);
	const entries = Object.entries(value);
	if (entries.length > 0 && entries.every(([key]) => methods.includes(key)))
		return Object.fromEntries(entries);
	const [only] = methods;
	if (methods.length !== 1 || only === undefined) throw new UsageError('--params', text);
	return { [only]: value };
}
