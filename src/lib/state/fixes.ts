import type { DateOrder, ImportRecipe, IssueCode, NumberStyle, RowChoices } from '#lib/api/index.ts';

/** A change of a recipe that may cure a kind of issue. */
export type Fix =
	| { readonly id: 'choice'; readonly choice: keyof RowChoices; readonly value: string }
	| { readonly id: 'date-order'; readonly header: string; readonly order: DateOrder }
	| { readonly id: 'number-style'; readonly header: string; readonly style: NumberStyle }
	| { readonly id: 'status'; readonly value: string; readonly treatment: 'valid' | 'cancelled' };

/** A fix with the recipe that it makes of another. */
export interface RecipeFix {
	readonly fix: Fix;
	readonly recipe: ImportRecipe;
}

/** A fix of one or several of the files of a dataset: the recipes that it makes, at their places; null = as it is. */
export interface Proposal {
	readonly fix: Fix;
	readonly recipes: readonly (ImportRecipe | null)[];
}

/**
 * The fixes of files that need one (null = does not) as they can be chosen: for all files together that the same may cure, and
 * for each of these alone.
 */
export function proposalsOf(
	files: readonly (ImportRecipe | null)[],
	fixesOf: (recipe: ImportRecipe) => readonly RecipeFix[]
): Proposal[] {
	const alike = new Map<string, Proposal>();
	files.forEach((own, place) => {
		for (const { fix, recipe } of own === null ? [] : fixesOf(own)) {
			const key = JSON.stringify(fix);
			const recipes = alike.get(key)?.recipes ?? files.map(() => null);
			alike.set(key, { fix, recipes: recipes.with(place, recipe) });
		}
	});
	return [...alike.values()].flatMap(({ fix, recipes }) => {
		const changed = recipes.filter((recipe) => recipe !== null).length;
		const single = recipes.flatMap((recipe, place) =>
			recipe === null ? [] : [{ fix, recipes: files.map((_, i) => (i === place ? recipe : null)) }]
		);
		return changed > 1 ? [{ fix, recipes }, ...single] : single;
	});
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
export function choiceProposals(kind: ChoiceKind, recipe: ImportRecipe): RecipeFix[] {
	const value = otherAnswer(kind, recipe.choices[kind]);
	const choices = { ...recipe.choices, [kind]: value };
	const proposals: RecipeFix[] = [
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
export function issueProposals(code: IssueCode, recipe: ImportRecipe): RecipeFix[] {
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
			({ numberStyle }) => numberStyle?.decimal !== style.decimal || numberStyle.group !== style.group,
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
): RecipeFix[] {
	const found = recipe.columns.find((plan) => roles.includes(plan.role));
	// What a step makes is written by it: cells that it handed on unread are not to be read behind its back.
	if (found === undefined || found.made !== undefined || !differs(found)) return [];
	const columns = recipe.columns.map((plan) => (plan === found ? { ...plan, ...change } : plan));
	return [{ fix: fix(found.header), recipe: { ...recipe, columns } }];
}
