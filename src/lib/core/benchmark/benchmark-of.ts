import type { Frame } from '../methods/types.ts';
import { canonicalJson } from '../result/canonical-json.ts';
import { placesOf } from './places-of.ts';
import { sameData } from './same-data.ts';
import {
	benchmarkMeasures,
	type Benchmark,
	type BenchmarkCaution,
	type BenchmarkCell,
	type BenchmarkClient,
	type BenchmarkObstacle,
	type BenchmarkRow,
	type ClientMeasure
} from './types.ts';

/** Windows of calendar months differ by as many days and are of one length all the same. */
const SAME_LENGTH_DAYS = 3;
/** As-of dates further apart are worth a remark: seasons differ. */
const SAME_TIME_DAYS = 31;
/** Of all history: one this many times as long as the other is worth a remark. */
const MUCH_LONGER = 1.5;

/**
 * Holds clients against one of them, measure by measure. A value counts where it means the same as that client's: the same
 * version of its method, rules, length of the window, refund rule and, for money, currency; the others stand beside it with the reason
 * and feed no rank and no quartile. So it is with a client that is there twice, and a value that is hidden is none. Where
 * this client does not have the measure, the first that has it says what it means. The order of the clients does not
 * matter; each key is there once.
 *
 * @param self the key of the client that is held against the others; null for none
 * @example
 * benchmarkOf([], null) // => { clients: [], rows: [] }
 */
export function benchmarkOf(given: readonly BenchmarkClient[], self: string | null): Benchmark {
	const byKey = [...given].sort((a, b) => (a.key < b.key ? -1 : 1));
	const letterOf = new Map(byKey.map(({ key }, i) => [key, i]));
	const ordered = [...byKey.filter(({ key }) => key === self), ...byKey.filter(({ key }) => key !== self)];
	const duplicates = sameData(ordered, self);
	const own = ordered[0]?.key === self ? ordered[0] : undefined;
	const clients = ordered.map((client, i) => ({
		...client,
		letter: letterOf.get(client.key) as number,
		duplicateOf: duplicates[i] ?? null,
		cautions: own === undefined || own === client ? [] : cautionsOf(client, own)
	}));
	const rows = rowKeys(clients).map((key): BenchmarkRow => {
		const found = clients.map(({ measures }) => measures.find((measure) => isOf(measure, key)));
		const means = found.findIndex((measure, i) => measure !== undefined && clients[i]?.duplicateOf === null);
		const [model, modelled] = [clients[means], found[means]];
		const cells = found.map((measure, i): BenchmarkCell => {
			if (measure === undefined) return { value: Number.NaN, hidden: false, obstacle: null };
			const client = clients[i] as (typeof clients)[number];
			const obstacle = !model || !modelled ? null : obstacleOf(measure, client, modelled, model);
			return {
				value: measure.hidden ? Number.NaN : measure.value,
				hidden: measure.hidden,
				obstacle: client.duplicateOf === null ? obstacle : 'duplicate'
			};
		});
		const values = cells
			.filter(({ value, obstacle }) => obstacle === null && !Number.isNaN(value))
			.map(({ value }) => value);
		const mine = own === undefined ? undefined : cells[0];
		const rules = modelled?.rules ?? [];
		return {
			...key,
			rules,
			cells,
			places: placesOf(values, mine?.obstacle === null ? mine.value : Number.NaN)
		};
	});
	return { clients, rows };
}

type RowKey = Pick<BenchmarkRow, 'id' | 'of' | 'as'>;
const isOf = (a: Pick<RowKey, 'id' | 'of'>, b: RowKey): boolean => a.id === b.id && a.of === b.of;

/** The measures that anyone has, in reading order. */
function rowKeys(clients: readonly BenchmarkClient[]): RowKey[] {
	const keys: RowKey[] = [];
	for (const { id, of, as } of clients.flatMap(({ measures }) => measures)) {
		const key = { id, of, as };
		if (!keys.some((known) => isOf(known, key))) keys.push(key);
	}
	const place = ({ id }: RowKey): number => benchmarkMeasures.indexOf(id);
	return keys.sort((a, b) => place(a) - place(b) || (a.of ?? 0) - (b.of ?? 0));
}

function obstacleOf(
	measure: ClientMeasure,
	client: BenchmarkClient,
	modelled: ClientMeasure,
	model: BenchmarkClient
): BenchmarkObstacle | null {
	if (client.refunds !== model.refunds) return 'refunds';
	if (measure.as === 'money' && client.currency !== model.currency) return 'currency';
	if (measure.version !== modelled.version) return 'version';
	if (!sameLength(measure.frame, modelled.frame)) return 'window';
	return canonicalJson(measure.rules) === canonicalJson(modelled.rules) ? null : 'rules';
}

function sameLength(a: Frame, b: Frame): boolean {
	if (a.from === null || b.from === null) return a.from === b.from;
	return Math.abs(a.asOf - a.from - (b.asOf - b.from)) <= SAME_LENGTH_DAYS;
}

function cautionsOf(client: BenchmarkClient, own: BenchmarkClient): BenchmarkCaution[] {
	const cautions: BenchmarkCaution[] = [];
	if (Math.abs(client.frame.asOf - own.frame.asOf) > SAME_TIME_DAYS) cautions.push('asOf');
	const history = ({ frame, firstDay }: BenchmarkClient): number => frame.asOf - firstDay + 1;
	const [long, short] = [history(client), history(own)].sort((a, b) => b - a) as [number, number];
	if (client.frame.from === null && own.frame.from === null && long > short * MUCH_LONGER)
		cautions.push('history');
	if (client.hideBelow !== own.hideBelow) cautions.push('limit');
	return cautions;
}
