/** Columns of the orders that shops of a well-known kind export: a row per item, what is the order's on the first alone. */
export const shopHeaders = [
	'Name', 'Email', 'Financial Status', 'Paid at', 'Fulfillment Status', 'Fulfilled at', 'Accepts Marketing', 'Currency',
	'Subtotal', 'Shipping', 'Taxes', 'Total', 'Discount Code', 'Discount Amount', 'Shipping Method', 'Created at',
	'Lineitem quantity', 'Lineitem name', 'Lineitem price', 'Lineitem compare at price', 'Lineitem sku',
	'Lineitem requires shipping', 'Lineitem taxable', 'Lineitem fulfillment status', 'Billing Name', 'Billing City',
	'Billing Country', 'Notes', 'Cancelled at', 'Payment Method', 'Refunded Amount', 'Vendor', 'Id', 'Tags', 'Source',
	'Lineitem discount', 'Phone'
] as const; // prettier-ignore

/** An item of an order: how many, at what price and less what, in cents. */
export interface ShopItem {
	readonly quantity: number;
	readonly name: string;
	readonly price: number;
	readonly discount: number;
}

/** An order as the shop knows it; money in cents. */
export interface ShopOrder {
	readonly id: number;
	readonly customer: number;
	/** Days after 2024-01-01. */
	readonly day: number;
	readonly status: 'paid' | 'refunded' | 'partially_refunded' | 'voided';
	readonly shipping: number;
	readonly items: readonly ShopItem[];
}

const money = (cents: number): string => (cents / 100).toFixed(2);

export const lineCents = ({ quantity, price, discount }: ShopItem): number => quantity * price - discount;

/** What the customer paid: all lines, and shipping. */
export const totalCents = ({ items, shipping }: ShopOrder): number =>
	items.reduce((sum, item) => sum + lineCents(item), shipping);

/** A day as the shop writes it, at noon of its own zone. */
const instant = (day: number): string =>
	`${new Date(Date.UTC(2024, 0, 1 + day)).toISOString().slice(0, 10)} 12:00:00 +0100`;

/**
 * The export as text. `dated`: whether rows below the first say again when the order was created; `named`: whether they say its
 * number and its customer again.
 */
export function shopExport(orders: readonly ShopOrder[], { dated = false, named = true } = {}): string {
	const rows = orders.flatMap((order) =>
		order.items.map((item, i) => {
			const first = i === 0;
			const net = money(order.items.reduce((sum, one) => sum + lineCents(one), 0));
			const cells: Partial<Record<(typeof shopHeaders)[number], string>> = {
				...((first || named) && { Name: `#${order.id}`, Email: `c${order.customer}@example.org` }),
				...(first && {
					'Financial Status': order.status,
					'Paid at': instant(order.day),
					'Fulfillment Status': 'fulfilled',
					'Fulfilled at': instant(order.day + 1),
					'Accepts Marketing': 'yes',
					Currency: 'EUR',
					Subtotal: net,
					Shipping: money(order.shipping),
					Taxes: '0.00',
					Total: money(totalCents(order)),
					'Discount Amount': '0.00',
					'Shipping Method': 'Standard',
					'Billing Name': `Customer ${order.customer}`,
					'Billing City': `Town ${order.customer % 3}`,
					'Billing Country': 'DE',
					'Payment Method': 'Card',
					'Refunded Amount': '0.00',
					Id: String(5_000_000_000_000 + order.id),
					Source: 'web'
				}),
				...((first || dated) && { 'Created at': instant(order.day) }),
				'Lineitem quantity': String(item.quantity),
				'Lineitem name': item.name,
				'Lineitem price': money(item.price),
				'Lineitem sku': `SKU-${item.name}`,
				'Lineitem requires shipping': 'true',
				'Lineitem taxable': 'true',
				'Lineitem fulfillment status': 'fulfilled',
				Vendor: 'House',
				'Lineitem discount': money(item.discount)
			};
			return shopHeaders.map((header) => cells[header] ?? '').join(',');
		})
	);
	return [shopHeaders.join(','), ...rows].join('\n');
}
