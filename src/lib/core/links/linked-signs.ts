import { NO_CODE, stringAt, type Dictionary } from '../columns/dictionary.ts';
import { signKinds, type SignKind, type SignRows } from '../dataset/customer-signs.ts';
import type { EntityRole, TableEntity } from '../dataset/entities.ts';
import { NO_DAY, type EntityColumn, type EntityTable } from '../dataset/entity-table.ts';
import type { TableManifest } from '../dataset/table-manifest.ts';

/** What the rows of an entity tell of a customer, the day they tell it of, and the number that they give. */
const telling: Readonly<
	Partial<
		Record<
			TableEntity,
			{ readonly kind: SignKind; readonly day: EntityRole; readonly value: EntityRole | null }
		>
	>
> = {
	interaction: { kind: 'contact', day: 'date', value: null },
	'campaign-contact': { kind: 'contact', day: 'date', value: null },
	ticket: { kind: 'ticket', day: 'opened', value: 'satisfaction' },
	survey: { kind: 'answer', day: 'date', value: 'score' }
};

/** A ticket is a complaint where its kind or subject says so, in either language. Nothing is read from prose. */
const complaint = /投诉|投訴|抱怨|客诉|complain/iu;
const saying: readonly EntityRole[] = ['kind', 'subject'];

/** The columns of a table that are needed for what it tells of customers; null where it tells nothing. */
export function signColumns(
	{ entity, columns }: Pick<TableManifest, 'entity' | 'columns'>,
	key: number
): number[] | null {
	const wanted = telling[entity];
	if (wanted === undefined) return null;
	const { day, value } = wanted;
	const roles: readonly (EntityRole | null)[] = [day, value, ...(entity === 'ticket' ? saying : [])];
	return columns.flatMap(({ role }, at) => (at === key || roles.includes(role) ? [at] : []));
}

/** A table's rows as signs. `customerOf`: the customer that an entry of the table's keys means. */
export function signRows(
	{ entity, rows, columns }: EntityTable,
	keys: Uint32Array,
	customerOf: Uint32Array
): SignRows {
	const { kind, day, value } = telling[entity] ?? { kind: 'contact', day: 'date', value: null };
	const byRole = (role: EntityRole | null) => columns.find((column) => column.role === role);
	const days = byRole(day);
	const values = byRole(value);
	const words = entity === 'ticket' ? columns.filter(({ role }) => saying.includes(role)) : [];
	const complaining = words.map(complaintEntries);
	const kinds = new Uint8Array(rows).fill(signKinds.indexOf(kind));
	words.forEach((column, at) => {
		if (!('codes' in column)) return;
		column.codes.forEach((code, row) => {
			if (complaining[at]?.has(code) === true) kinds[row] = signKinds.indexOf('complaint');
		});
	});
	return {
		// Tickets without a complaint among their kinds may be of a desk that does not name them: no rate is better than none.
		told: [kind, ...(complaining.some((entries) => entries.size > 0) ? (['complaint'] as const) : [])],
		customer: keys.map((entry) => (entry === NO_CODE ? NO_CODE : (customerOf[entry] as number))),
		day: days?.type === 'date' ? days.day : new Int32Array(rows).fill(NO_DAY),
		kind: kinds,
		value: values?.type === 'number' ? values.values : new Float64Array(rows).fill(Number.NaN)
	};
}

function complaintEntries(column: EntityColumn): ReadonlySet<number> {
	if (!('dictionary' in column)) return new Set();
	const { dictionary } = column;
	return new Set(entriesOf(dictionary).filter((code) => complaint.test(stringAt(dictionary, code))));
}

const entriesOf = ({ size }: Dictionary): number[] => Array.from({ length: size }, (_, code) => code);
