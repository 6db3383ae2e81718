/** What becomes of a column in a file that is given away. */
export const sharingPolicies = ['keep', 'mask', 'pseudonym', 'drop'] as const;
export type SharingPolicy = (typeof sharingPolicies)[number];

/** What a column says of a person: who it is, its name, how to reach it, a group it belongs to, or anything at all. */
export const columnNatures = ['id', 'name', 'contact', 'category', 'text'] as const;
export type ColumnNature = (typeof columnNatures)[number];

/** A column whose values come from the client's data. */
export type SharedColumnId = 'customer' | 'name' | `attribute:${string}`;

/** Only customers whose attribute has this value, on their latest row that has any. */
export interface Consent {
	readonly attribute: string;
	readonly value: string;
}

/** What was chosen for the files of a workspace; what is not listed follows `defaultPolicies`. */
export interface SharingRules {
	readonly policies: readonly { readonly column: SharedColumnId; readonly policy: SharingPolicy }[];
	readonly consent: Consent | null;
	/** The limit under which groups were hidden last; absent while they never were. */
	readonly hideBelow?: number;
}

export const defaultPolicies: Readonly<Record<ColumnNature, SharingPolicy>> = {
	id: 'pseudonym',
	name: 'drop',
	contact: 'drop',
	category: 'keep',
	text: 'drop'
};

/**
 * The policy of a column: what was chosen for it, else the default of its nature.
 *
 * @example
 * policyOf(null, 'customer', 'id') // => 'pseudonym'
 * policyOf({ policies: [{ column: 'name', policy: 'mask' }], consent: null }, 'name', 'name') // => 'mask'
 */
export function policyOf(
	rules: SharingRules | null,
	column: SharedColumnId,
	nature: ColumnNature
): SharingPolicy {
	return rules?.policies.find((rule) => rule.column === column)?.policy ?? defaultPolicies[nature];
}

/**
 * What becomes of a column in a file with rows: what was chosen for it, where rows allow that; else the last that they allow. Ids that
 * are to be masked or left out become codes; prose and dates that are not to stay as they are go.
 *
 * @example
 * policyAmong(null, { id: 'attribute:Note', nature: 'text', policies: ['keep', 'drop'] }) // => 'drop'
 * const masked = { policies: [{ column: 'customer', policy: 'mask' }], consent: null };
 * policyAmong(masked, { id: 'customer', nature: 'id', policies: ['keep', 'pseudonym'] }) // => 'pseudonym'
 */
export function policyAmong(
	rules: SharingRules | null,
	{
		id,
		nature,
		policies = sharingPolicies
	}: {
		readonly id: SharedColumnId;
		readonly nature: ColumnNature;
		readonly policies?: readonly SharingPolicy[];
	}
): SharingPolicy {
	const chosen = policyOf(rules, id, nature);
	return policies.includes(chosen) ? chosen : (policies.at(-1) ?? 'drop');
}

/**
 * The column of an attribute.
 *
 * @example
 * attributeColumn('Channel') // => 'attribute:Channel'
 */
export function attributeColumn(header: string): SharedColumnId {
	return `attribute:${header}`;
}

/**
 * The attribute that a column is; null for the customer's id and name, and all that is reckoned.
 *
 * @example
 * attributeOf('attribute:a:b') // => 'a:b'
 * attributeOf('name') // => null
 */
export function attributeOf(column: string): string | null {
	return column.startsWith('attribute:') ? column.slice('attribute:'.length) : null;
}
