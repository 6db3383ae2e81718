import type { EntityRole, EntitySpec, TableEntity, ValueType } from './entities.ts';

/** The entities and the roles of their columns. Data alone, without a call, so that a page which has no use for it leaves it out. */
export const entitySpecs: Readonly<Record<TableEntity, EntitySpec>> = {
	customer: {
		roles: [
			{ role: 'customer', type: 'key', tells: 1 },
			{ role: 'customer-name', type: 'category', tells: 1 },
			{ role: 'phone', type: 'key', tells: 1 },
			{ role: 'email', type: 'key', tells: 1 },
			{ role: 'birthday', type: 'date', tells: 1.5 },
			{ role: 'joined', type: 'date', tells: 1.5 },
			{ role: 'owner', type: 'key', tells: 0.5 }
		],
		key: 'customer',
		needs: [['customer']]
	},
	product: {
		roles: [
			{ role: 'product', type: 'key', tells: 1.5 },
			{ role: 'product-name', type: 'category', tells: 1 },
			{ role: 'product-category', type: 'category', tells: 1.5 },
			{ role: 'price', type: 'money', tells: 1 },
			{ role: 'cost', type: 'money', tells: 1 }
		],
		key: 'product',
		needs: [['product']]
	},
	'order-line': {
		roles: [
			{ role: 'order', type: 'key', tells: 2 },
			{ role: 'product', type: 'key', tells: 1.5 },
			{ role: 'quantity', type: 'number', tells: 1 },
			{ role: 'price', type: 'money', tells: 0.5 },
			{ role: 'amount', type: 'money', tells: 0.5 }
		],
		key: null,
		needs: [['order'], ['product']]
	},
	interaction: {
		roles: [
			{ role: 'record', type: 'key', tells: 1.5 },
			{ role: 'customer', type: 'key', tells: 0.5 },
			{ role: 'owner', type: 'key', tells: 1 },
			{ role: 'date', type: 'date', tells: 1 },
			{ role: 'kind', type: 'category', tells: 1.5 },
			{ role: 'outcome', type: 'category', tells: 1 },
			{ role: 'comment', type: 'text', tells: 1 }
		],
		key: 'record',
		needs: [['date'], ['customer', 'owner']]
	},
	ticket: {
		roles: [
			{ role: 'record', type: 'key', tells: 3 },
			{ role: 'customer', type: 'key', tells: 0.5 },
			{ role: 'customer-name', type: 'category', tells: 0.5 },
			{ role: 'owner', type: 'key', tells: 0.5 },
			{ role: 'opened', type: 'date', tells: 1 },
			{ role: 'first-reply', type: 'date', tells: 2 },
			{ role: 'solved', type: 'date', tells: 2 },
			{ role: 'status', type: 'category', tells: 1 },
			{ role: 'kind', type: 'category', tells: 1 },
			{ role: 'subject', type: 'category', tells: 1.5 },
			{ role: 'comment', type: 'text', tells: 1 },
			{ role: 'satisfaction', type: 'number', tells: 1.5 }
		],
		key: 'record',
		needs: [['record', 'customer']]
	},
	survey: {
		roles: [
			{ role: 'record', type: 'key', tells: 1 },
			{ role: 'customer', type: 'key', tells: 0.5 },
			{ role: 'date', type: 'date', tells: 0.5 },
			{ role: 'score', type: 'number', tells: 3 },
			{ role: 'comment', type: 'text', tells: 0.5 },
			{ role: 'product', type: 'key', tells: 0.5 },
			{ role: 'owner', type: 'key', tells: 0.5 }
		],
		key: 'record',
		needs: [['score']]
	},
	campaign: {
		roles: [
			{ role: 'campaign', type: 'key', tells: 2 },
			{ role: 'campaign-name', type: 'category', tells: 1 },
			{ role: 'kind', type: 'category', tells: 1 },
			{ role: 'start', type: 'date', tells: 1 },
			{ role: 'end', type: 'date', tells: 1 },
			{ role: 'cost', type: 'money', tells: 1 }
		],
		key: 'campaign',
		needs: [['campaign']]
	},
	'campaign-contact': {
		roles: [
			{ role: 'campaign', type: 'key', tells: 2 },
			{ role: 'customer', type: 'key', tells: 1.5 },
			{ role: 'date', type: 'date', tells: 0.5 },
			{ role: 'kind', type: 'category', tells: 0.5 },
			{ role: 'response', type: 'category', tells: 1.5 }
		],
		key: null,
		needs: [['campaign'], ['customer']]
	},
	membership: {
		roles: [
			{ role: 'customer', type: 'key', tells: 0.5 },
			{ role: 'level', type: 'category', tells: 3 },
			{ role: 'points', type: 'number', tells: 3 },
			{ role: 'joined', type: 'date', tells: 0.5 },
			{ role: 'end', type: 'date', tells: 0.5 },
			{ role: 'status', type: 'category', tells: 0.5 }
		],
		key: null,
		needs: [['customer'], ['level', 'points']]
	},
	subscription: {
		roles: [
			{ role: 'record', type: 'key', tells: 3 },
			{ role: 'customer', type: 'key', tells: 0.5 },
			{ role: 'product', type: 'key', tells: 0.5 },
			{ role: 'kind', type: 'category', tells: 1.5 },
			{ role: 'start', type: 'date', tells: 2 },
			{ role: 'end', type: 'date', tells: 1.5 },
			{ role: 'amount', type: 'money', tells: 2 },
			{ role: 'status', type: 'category', tells: 0.5 },
			{ role: 'tenure', type: 'number', tells: 1 }
		],
		key: 'record',
		needs: [['customer'], ['start', 'end', 'amount', 'tenure']]
	},
	owner: {
		roles: [
			{ role: 'owner', type: 'key', tells: 2 },
			{ role: 'owner-name', type: 'category', tells: 1 },
			{ role: 'team', type: 'category', tells: 2 },
			{ role: 'phone', type: 'key', tells: 0.2 },
			{ role: 'email', type: 'key', tells: 0.2 }
		],
		key: 'owner',
		needs: [['owner']]
	},
	other: { roles: [], key: null, needs: [] }
};

/**
 * How cells of a role are read; null for attributes, whose values decide.
 *
 * @example
 * typeOfRole('ticket', 'opened') // => 'date'
 * typeOfRole('ticket', 'attribute') // => null
 */
export function typeOfRole(entity: TableEntity, wanted: EntityRole): ValueType | null {
	return entitySpecs[entity].roles.find(({ role: known }) => known === wanted)?.type ?? null;
}
