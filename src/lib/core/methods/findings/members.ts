import * as v from 'valibot';
import { churn } from '../churn/method.ts';
import { lifecycle } from '../lifecycle/method.ts';
import { overview } from '../overview/method.ts';
import { retention } from '../retention/method.ts';
import { noSuchSelection } from '../select-customers.ts';
import type { MethodInput } from '../types.ts';
import type { Found } from './find-all.ts';
import { segmentMembers } from './segment-shares.ts';
import { findingSources } from './types.ts';

/**
 * Who stands behind a row: of `segments` the customers of the segment with an order in either period, of `movers` the one
 * customer, of `findings` whoever stands behind the number it points at.
 *
 * @throws CoreError `selection-invalid`
 */
export function findingsMembers(
	input: MethodInput,
	{ sources, tables, segments }: Found,
	table: string,
	row: number
): Uint32Array {
	const { movers } = tables;
	if (sources === null || !Number.isInteger(row) || row < 0) throw noSuchSelection(table, row);
	if (table === 'segments' && row < tables.segments.rows) return segmentMembers(sources, segments, row);
	if (table === 'movers' && row < movers.rows) return movers.columns.customer.slice(row, row + 1);
	if (table !== 'findings' || row >= tables.findings.rows) throw noSuchSelection(table, row);
	const { source, table: tables_, row: rows } = tables.findings.columns;
	const name = findingSources[source[row] as number];
	const place = [tables_[row] as string, rows[row] as number] as const;
	const { unit } = sources.params;
	switch (name) {
		case 'overview':
			return overview.members(input, v.parse(overview.params, { unit }), ...place);
		case 'lifecycle':
			return lifecycle.members(input, v.parse(lifecycle.params, { unit }), ...place);
		case 'retention':
			return retention.members(input, v.parse(retention.params, { unit }), ...place);
		case 'churn':
			return churn.members(input, v.parse(churn.params, { unit, model: 'none' }), ...place);
		case 'findings':
			return place[0] === 'movers'
				? movers.columns.customer.slice().sort()
				: segmentMembers(sources, segments, place[1]);
		default:
			throw noSuchSelection(table, row);
	}
}
