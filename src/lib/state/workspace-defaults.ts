import type { OpenBase, Workspace, WorkspaceSettings } from '#lib/api/index.ts';
import { isDataset } from './analysis-source.ts';
import type { ReadingDefaults } from './import-surroundings.ts';

const dayMs = 86_400_000;

/**
 * The as-of date that a workspace begins with; null = the latest order, which the worker knows. The last whole month is
 * the one that ends on or before the latest order; where the data holds none, the latest order it is.
 *
 * @example
 * defaultAsOf({ kind: 'month-end' }, { firstDay: 15000, lastDay: 15317 }) // => 15308
 * defaultAsOf({ kind: 'month-end' }, { firstDay: 15310, lastDay: 15317 }) // => null
 * defaultAsOf({ kind: 'month-end' }, { firstDay: 15000, lastDay: 15308 }) // => 15308
 * defaultAsOf({ kind: 'day', day: 15200 }, { firstDay: 15000, lastDay: 15317 }) // => 15200
 */
export function defaultAsOf(
	rule: WorkspaceSettings['asOf'],
	{ firstDay, lastDay }: { readonly firstDay: number; readonly lastDay: number }
): number | null {
	if (rule === undefined) return null;
	if (rule.kind === 'day') return rule.day;
	const after = new Date((lastDay + 1) * dayMs);
	const end = Date.UTC(after.getUTCFullYear(), after.getUTCMonth(), 0) / dayMs;
	return end >= firstDay ? end : null;
}

/**
 * Parameters that a workspace gives a method where none are chosen: among them those made of values of the data, which no address has.
 * Without orders, RFM is of the rows of a table. A workspace that came with a snapshot begins with the parameters of this.
 */
export function defaultParams(
	method: string,
	workspace: Pick<Workspace, 'settings' | 'origin'> | null,
	base: OpenBase | null = null
): Readonly<Record<string, unknown>> {
	const { tiers, lossReasons, contractStatuses } = workspace?.settings ?? {};
	const said = workspace?.origin?.params[method];
	if (said !== undefined) return said;
	// What happened in a table of whatever else is looked at where somebody chooses it.
	const tables = base !== null && !isDataset(base) ? base.eventTables : [];
	const events = tables.find(({ entity }) => entity !== 'other');
	if (method === 'rfm' && events !== undefined) return { source: { table: events.table, value: null } };
	if (method === 'value' && tiers !== undefined) return { tierA: tiers.a, tierB: tiers.b };
	if (method === 'contracts' && contractStatuses !== undefined) return { statuses: contractStatuses };
	return method === 'churn' && lossReasons !== undefined ? { lossReasons } : {};
}

/** What a workspace says of a file that is read for the first time: rows that are not plain sales, and the time zone. */
export function defaultReading(settings: WorkspaceSettings | undefined): ReadingDefaults {
	const { rows = {}, zone } = settings ?? {};
	return { rows, ...(zone !== undefined && { zone }) };
}
