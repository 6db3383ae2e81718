import type { DateOrder, ImportRecipe, IssueCode, NumberStyle, RowChoices } from '#lib/api/index.ts';

/** A change of a recipe that may cure a kind of issue. */
export type Fix =
	| { readonly id: 'choice'; readonly choice: keyof RowChoices; readonly value: string }
	| { readonly id: 'date-order'; readonly header: string; readonly order: DateOrder }
	| { readonly id: 'number-style'; readonly header: string; readonly style: NumberStyle }
	| { readonly id: 'status'; readonly value: string; readonly treatment: 'valid' | 'cancelled' };

/** A fix with the recipe that it makes. */
export interface Proposal {
	readonly fix: Fix;
	readonly recipe: ImportRecipe;
}

/** Kinds of rows that a choice decides about. */
export const choiceKinds = ['duplicates', 'noCustomer', 'cancelled', 'zeroAmount'] as const;
export type ChoiceKind = (typeof choiceKinds)[number];

const otherChoice: Readonly<Record<ChoiceKind, readonly [string, string]>> = {
	duplicates: ['keep', 'drop'],
	noCustomer: ['set-aside', 'walk-in'],
	cancelled: ['exclude', 'keep'],
	zeroAmount: ['exclude', 'keep']
};

/**
 * The other answer to a choice about rows.
 *
 * @example
 * otherAnswer('duplicates', 'keep') // => 'drop'
 */
export function otherAnswer(kind: ChoiceKind, value: string): string {
	const [one, other] = otherChoice[kind];
	return value === one ? other : one;
}

/** What would be decided otherwise about a kind of rows. Of statuses, those that a rule of the recipe names. */
export function choiceProposals(kind: ChoiceKind, recipe: ImportRecipe): Proposal[] {
	const value = otherAnswer(kind, recipe.choices[kind]);
	const choices = { ...recipe.choices, [kind]: value };
	const proposals: Proposal[] = [
		{ fix: { id: 'choice', choice: kind, value }, recipe: { ...recipe, choices } }
	];
	if (kind !== 'cancelled' || !recipe.columns.some(({ role }) => role === 'status')) return proposals;
	for (const rule of recipe.statusRules.slice(0, 12)) {
		const treatment = rule.treatment === 'valid' ? 'cancelled' : 'valid';
		const statusRules = recipe.statusRules.map((one) =>
			one === rule ? ({ ...rule, treatment } as const) : one
		);
		proposals.push({
			fix: { id: 'status', value: rule.value, treatment },
			recipe: { ...recipe, statusRules }
		});
	}
	return proposals;
}

const writtenOrders: readonly DateOrder[] = ['ymd', 'dmy', 'mdy'];
const styles: readonly NumberStyle[] = [
	{ decimal: '.', group: ',' },
	{ decimal: ',', group: '.' }
];

/** What may cure an issue of cells: another order of dates for the column, or another style of numbers. */
export function issueProposals(code: IssueCode, recipe: ImportRecipe): Proposal[] {
	if (code === 'date-invalid' || code === 'date-impossible') {
		return writtenOrders.flatMap((order) =>
			withColumns(
				recipe,
				['date'],
				({ dateOrder }) => dateOrder !== order,
				{ dateOrder: order },
				(header) => ({
					id: 'date-order',
					header,
					order
				})
			)
		);
	}
	const roles =
		code === 'amount-invalid'
			? ['amount']
			: code === 'price-invalid'
				? ['price']
				: code === 'quantity-invalid'
					? ['quantity']
					: [];
	return styles.flatMap((style) =>
		withColumns(
			recipe,
			roles,
			({ numberStyle }) => numberStyle?.decimal !== style.decimal,
			{ numberStyle: style },
			(header) => ({ id: 'number-style', header, style })
		)
	);
}

type Plan = ImportRecipe['columns'][number];

/** The recipe with a change of the column in a role, where that column differs. */
function withColumns(
	recipe: ImportRecipe,
	roles: readonly string[],
	differs: (plan: Plan) => boolean,
	change: Partial<Plan>,
	fix: (header: string) => Fix
): Proposal[] {
	const found = recipe.columns.find((plan) => roles.includes(plan.role));
	if (found === undefined || !differs(found)) return [];
	const columns = recipe.columns.map((plan) => (plan === found ? { ...plan, ...change } : plan));
	return [{ fix: fix(found.header), recipe: { ...recipe, columns } }];
}
