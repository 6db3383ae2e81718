import { canonicalJson } from '../result/canonical-json.ts';
import type { WorkspaceOrigin, WorkspaceSettings } from './workspace.ts';

/** Settings that are parameters of a method. */
type Asked = Pick<WorkspaceSettings, 'tiers' | 'lossReasons' | 'contractStatuses'>;

/**
 * What screens of a workspace that came with a snapshot begin with once its settings were changed: the snapshot's parameters, and
 * in the place of those that a changed setting names, the setting.
 *
 * @example
 * paramsAfter({ value: { tierA: 0.7 } }, {}, { tiers: { a: 0.5, b: 0.8 } }).value // => { tierA: 0.5, tierB: 0.8 }
 * paramsAfter({ value: { tierA: 0.6, tierB: 0.9 } }, {}, {}).value // => { tierA: 0.6, tierB: 0.9 }
 */
export function paramsAfter(
	params: WorkspaceOrigin['params'],
	before: Asked,
	{ tiers, lossReasons, contractStatuses }: Asked
): WorkspaceOrigin['params'] {
	const { value, churn, contracts } = params;
	const next: Record<string, Readonly<Record<string, unknown>>> = { ...params };
	if (value !== undefined && isOther(before.tiers, tiers)) {
		const { tierA: _, tierB: __, ...rest } = value;
		next['value'] = { ...rest, ...(tiers && { tierA: tiers.a, tierB: tiers.b }) };
	}
	if (churn !== undefined && isOther(before.lossReasons, lossReasons)) {
		const { lossReasons: _, ...rest } = churn;
		next['churn'] = { ...rest, ...(lossReasons && { lossReasons }) };
	}
	if (contracts !== undefined && isOther(before.contractStatuses, contractStatuses)) {
		const { statuses: _, ...rest } = contracts;
		next['contracts'] = { ...rest, ...(contractStatuses && { statuses: contractStatuses }) };
	}
	return next;
}

const isOther = (before: unknown, after: unknown): boolean =>
	canonicalJson(before ?? null) !== canonicalJson(after ?? null);
