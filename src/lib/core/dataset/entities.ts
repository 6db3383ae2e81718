/**
 * What a table can be about, besides the orders: the field's entities, and what the columns of each mean. Everything that
 * knows entities (the import, its review, templates, links) reads it here.
 */

/** Entities that are tables of their own; `other` is any table that is none of them. */
export const tableEntities = [
	'customer',
	'product',
	'order-line',
	'interaction',
	'ticket',
	'survey',
	'campaign',
	'campaign-contact',
	'membership',
	'subscription',
	'owner',
	'other'
] as const;
export type TableEntity = (typeof tableEntities)[number];

/** What a file can be: `order` stands for orders and their lines. */
export const entityKinds = ['order', ...tableEntities] as const;
export type EntityKind = (typeof entityKinds)[number];

/**
 * How the cells of a column are read and held: `key` names something (ids stay text), `category` is a text to cut by, `text`
 * is prose, `date` a day with its time of day where there is one.
 */
export const valueTypes = ['key', 'category', 'text', 'date', 'number', 'money'] as const;
export type ValueType = (typeof valueTypes)[number];

/** What a column of an entity's table can mean. At most one column per role, `attribute` and `ignore` aside. */
export const entityRoles = [
	'customer',
	'customer-name',
	'phone',
	'email',
	'birthday',
	'joined',
	'owner',
	'owner-name',
	'team',
	'product',
	'product-name',
	'product-category',
	'order',
	'quantity',
	'price',
	'cost',
	'record',
	'date',
	'kind',
	'outcome',
	'comment',
	'opened',
	'first-reply',
	'solved',
	'status',
	'subject',
	'satisfaction',
	'score',
	'campaign',
	'campaign-name',
	'start',
	'end',
	'response',
	'level',
	'points',
	'amount',
	'tenure',
	'attribute',
	'ignore'
] as const;
export type EntityRole = (typeof entityRoles)[number];

/** Roles that one column of a table has at most. */
export type SingleRole = Exclude<EntityRole, 'attribute' | 'ignore'>;

/** Roles that name something that another table can be about: what tables are linked by. */
export const linkRoles = ['customer', 'product', 'campaign', 'owner'] as const;
export type LinkRole = (typeof linkRoles)[number];

export interface RoleSpec {
	readonly role: SingleRole;
	readonly type: ValueType;
	/** How much finding it says that the table is of this entity, 0..3. */
	readonly tells: number;
}

export interface EntitySpec {
	/** In the order in which columns are given out and templates are written. */
	readonly roles: readonly RoleSpec[];
	/** The role that names a row; null where a row is an event and has no name of its own. */
	readonly key: SingleRole | null;
	/** Of each list at least one role must have a column, and a row at least one of these filled. */
	readonly needs: readonly (readonly SingleRole[])[];
}
