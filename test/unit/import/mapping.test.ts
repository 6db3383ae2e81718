import { describe, expect, it } from 'vitest';
import { guessCancelPrefix } from '#lib/import/cancel-prefix.ts';
import { guessStatusRules, treatmentOf } from '#lib/import/status-rules.ts';
import { nameScore } from '#lib/import/entities/entity-names.ts';
import { isPersonal, rolesByName } from '#lib/import/synonyms.ts';
import { guessRoles } from '#lib/import/map.ts';
import { profileColumns } from '#lib/import/infer.ts';
import { look } from '../../support/import.ts';

/** The roles guessed for a table of one header and rows made by a function of the row number. */
async function rolesFor(header: readonly string[], row: (i: number) => readonly string[], rows = 60) {
	const lines = [header, ...Array.from({ length: rows }, (_, i) => row(i))];
	const { columns } = await look(lines.map((cells) => cells.join(',')).join('\n'));
	return columns.map((column) => column.role);
}

const day = (i: number) => `2024-01-${String((i % 28) + 1).padStart(2, '0')}`;

describe('What columns mean', () => {
	it.each([
		['Customer ID', 'customer'],
		['client_id', 'customer'],
		['会员编号', 'customer'],
		['买家昵称', 'customer'],
		['会员号码', 'customer'],
		['购货单位', 'customer'],
		['Sold-to party', 'customer'],
		['Order No.', 'order'],
		['InvoiceNo', 'order'],
		['订单编号', 'order'],
		['Order Date', 'date'],
		['付款时间', 'date'],
		['Order Total (USD)', 'amount'],
		['实付金额（元）', 'amount'],
		['net sales', 'amount'],
		['价税合计', 'amount'],
		['含税金额', 'amount'],
		['qty', 'quantity'],
		['购买数量', 'quantity'],
		['number_of_cds', 'quantity'],
		['Unit Price', 'price'],
		['单价', 'price'],
		['Order Status', 'status'],
		['交易状态', 'status'],
		['SKU', 'product'],
		['商品名称', 'product'],
		['收货人姓名', 'customer-name']
	])('%s is the %s', (header, role) => {
		expect(rolesByName(header)[0]?.role).toBe(role);
	});

	it.each([
		'Ship Date',
		'发货时间',
		'Discount Amount',
		'优惠金额',
		'Profit Margin',
		'运费金额',
		'Refund Amount'
	])('%s is none of them', (header) => {
		expect(rolesByName(header)).toEqual([]);
	});

	it('is told by name and values together', async () => {
		const roles = await rolesFor(
			['Order ID', 'Order Date', 'Ship Date', 'Customer ID', 'Customer Name', 'Segment', 'Sales', 'Quantity'],
			(i) => [
				`O${i}`,
				day(i),
				day(i + 2),
				`C${i % 20}`,
				`Name ${i % 20}`,
				i % 2 ? 'Home' : 'Office',
				`${i}.50`,
				'2'
			]
		);
		expect(roles).toEqual([
			'order',
			'date',
			'ignore',
			'customer',
			'customer-name',
			'attribute',
			'amount',
			'quantity'
		]);
	});

	it('the amount of the row goes before quantity × price', async () => {
		const roles = await rolesFor(['customer', 'date', 'qty', 'unit price', 'amount'], (i) => [
			`C${i % 9}`,
			day(i),
			'2',
			'1.50',
			'3.00'
		]);
		expect(roles).toEqual(['customer', 'date', 'quantity', 'price', 'amount']);
	});

	it('a name of the trade above values that contradict it does not count', async () => {
		const roles = await rolesFor(['customer', 'date', 'amount', 'total'], (i) => [
			`C${i % 9}`,
			day(i),
			i % 2 ? 'small' : 'large',
			'3.00'
		]);
		expect(roles.slice(2)).toEqual(['attribute', 'amount']);
	});

	it('money is never guessed from values under a header', async () => {
		const roles = await rolesFor(['customer', 'date', 'age', 'height'], (i) => [
			`C${i % 9}`,
			day(i),
			'33',
			'1.80'
		]);
		expect(roles).not.toContain('amount');
	});

	it('customers without ids go by their names', async () => {
		const roles = await rolesFor(['姓名', '日期', '金额'], (i) => [`客户${i % 9}`, day(i), '12.5']);
		expect(roles).toEqual(['customer', 'date', 'amount']);
	});

	it.each([
		['Period', '202403', 'Posting Date'],
		['Order Month', '2024-03', 'Trans Date'],
		['账期', '2024-03', '业务日期'],
		['Cohort', '2024-01', 'When']
	])('days go before the months of %s, which are something to cut by', (months, month, days) => {
		const rows = Array.from({ length: 60 }, (_, i) => [
			i % 2 ? month : month.replace(/.$/, '5'),
			day(i),
			`c${i % 9}`,
			'1.5'
		]);
		const guesses = guessRoles(profileColumns([months, days, 'customer', 'amount'], rows), true);
		expect(guesses.map(({ role }) => role)).toEqual(['attribute', 'date', 'customer', 'amount']);
	});

	it('months alone are the date where there are no days', async () => {
		const roles = await rolesFor(['账期', 'customer', 'amount'], (i) => ['202403', `c${i % 9}`, '1.5']);
		expect(roles).toEqual(['date', 'customer', 'amount']);
	});

	it('personal details are left out until someone asks for them', async () => {
		expect(['E-mail', '手机号', 'First Name', '收货地址'].map(isPersonal)).toEqual([true, true, true, true]);
		const roles = await rolesFor(['customer', 'date', 'amount', 'phone', 'city'], (i) => [
			`C${i % 9}`,
			day(i),
			'3.00',
			`1380000000${i % 5}`,
			`Town ${i % 3}`
		]);
		expect(roles).toEqual(['customer', 'date', 'amount', 'ignore', 'attribute']);
	});

	it('choices of a recipe are kept for columns that still exist, wherever they moved', async () => {
		const first = 'customer,date,amount,extra\nA,2024-01-05,10.5,x\nB,2024-01-06,7,y\n';
		const { recipe } = await look(first);
		const changed = {
			...recipe,
			columns: recipe.columns.map((c) => (c.header === 'extra' ? { ...c, role: 'attribute' as const } : c)),
			choices: { ...recipe.choices, duplicates: 'drop' as const }
		};
		const moved = 'extra,date,new,customer,amount\nx,2024-01-05,1,A,10.5\ny,2024-01-06,2,B,7\n';
		const again = await look(moved, changed);
		expect(again.recipe.columns.map((c) => c.role)).toEqual([
			'attribute',
			'date',
			'ignore',
			'customer',
			'amount'
		]);
		expect(again.recipe.choices.duplicates).toBe('drop');
		expect(again.columns[0]?.reason).toBe('chosen');
	});
});

describe('Headers of other forms', () => {
	it('of two rows are read with the group above: 订单 / 编号 is no 编号 of anything', () => {
		const role = (header: string) => rolesByName(header)[0]?.role;
		expect(role('订单 / 编号')).toBe('order');
		expect(role('Customer / ID')).toBe('customer');
		expect(role('订单 / 日期')).toBe('date');
		expect(role('金额 / 含税')).toBe('amount');
		expect(role('Order / Amount')).toBe('amount');
		expect(role('Customer / City')).toBeUndefined();
		expect(nameScore('owner', 'owner', '订单 / 编号')).toBe(0);
		expect(nameScore('owner', 'owner', '负责人 / 工号')).toBeGreaterThan(0);
	});

	it.each([
		[['Amount / Discount', 'Amount / Tax', 'Amount / Total'], 2],
		[['金额 / 优惠', '金额 / 实付'], 1],
		[['Refund / Amount', 'Sold / Total'], 1],
		[['Cost / Total', 'Amount / Net'], 1],
		[['Amount / Before', 'Net / Amount'], 1]
	])('of %j in two rows, number %i is the money', (headers, expected) => {
		const rows = Array.from({ length: 30 }, (_, i) => [`c${i % 9}`, day(i), ...headers.map(() => `${i}.5`)]);
		const named = ['customer', 'date', ...headers];
		const roles = guessRoles(profileColumns(named, rows), true).map(({ role }) => role);
		expect(roles.indexOf('amount') - 2).toBe(expected);
	});

	it('in traditional characters are those in simplified ones', () => {
		const headers = [
			'訂單編號',
			'會員編號',
			'客戶姓名',
			'下單時間',
			'實付金額',
			'數量',
			'訂單狀態',
			'商品名稱'
		];
		const roles = ['order', 'customer', 'customer-name', 'date', 'amount', 'quantity', 'status', 'product'];
		expect(headers.map((header) => rolesByName(header)[0]?.role)).toEqual(roles);
		expect(treatmentOf('交易關閉')).toBe('cancelled');
	});
});

describe('Order statuses', () => {
	it.each([
		['交易成功', 'valid'],
		['已完成', 'valid'],
		['已付款', 'valid'],
		['卖家已发货，等待买家确认', 'valid'],
		['交易关闭', 'cancelled'],
		['付款以后用户退款成功，交易自动关闭', 'cancelled'],
		['等待买家付款', null],
		['待付款', 'cancelled'],
		['测试订单', 'cancelled'],
		['completed', 'valid'],
		['Paid', 'valid'],
		['Shipped', 'valid'],
		['Cancelled', 'cancelled'],
		['refunded', 'cancelled'],
		['Partially refunded', 'valid'],
		['voided', 'cancelled'],
		['payment failed', 'cancelled'],
		['unpaid', 'cancelled'],
		['test', 'cancelled'],
		['purple', null]
	])('%s: %s', (status, treatment) => {
		expect(treatmentOf(status)).toBe(treatment);
	});

	it('come with their counts, and those not known have no rule until somebody gives one', () => {
		expect(guessStatusRules(['paid', 'purple', 'paid', '', 'void'])).toEqual({
			counts: [
				{ value: 'paid', rows: 2 },
				{ value: 'purple', rows: 1 },
				{ value: 'void', rows: 1 }
			],
			rules: [
				{ value: 'paid', treatment: 'valid' },
				{ value: 'void', treatment: 'cancelled' }
			]
		});
	});
});

describe('The prefix of cancellations', () => {
	it('is found when few ids have it and their amounts are negative', () => {
		const ids = [...Array.from({ length: 50 }, (_, i) => String(536365 + i)), 'C536379', 'C536380'];
		expect(guessCancelPrefix(ids, [...Array<boolean>(50).fill(false), true, true])).toBe('C');
	});

	it('is none when such rows are sales, or when all ids are numbered so', () => {
		const ids = [...Array.from({ length: 50 }, (_, i) => String(536365 + i)), 'W536379'];
		expect(guessCancelPrefix(ids, Array<boolean>(51).fill(false))).toBe('');
		expect(guessCancelPrefix(['C1', 'C2', 'C3', 'C4'], [true, true, true, true])).toBe('');
	});
});

describe('Statuses that deny, or speak of a part', () => {
	it.each([
		['Nicht bezahlt|Noch nicht bezahlt|No pagado|Non payée|未決済|決済待ち|決済エラー|Impagado', 'cancelled'],
		['未完了|Non terminé|Nicht abgeschlossen|Non evaso|Inevaso|Zurückgestellt', null],
		['Teilweise erstattet|Teilstorno|Partiellement remboursé|Parcialmente reembolsado', 'valid'],
		['Parzialmente rimborsato|一部返金|一部返品|Partially refunded', 'valid'],
		['Nicht storniert|Non annulée|No cancelado|Non remboursé|返金なし|キャンセルなし', 'valid'],
		['Broker|Booked|token|smoked|Testament|membership', null],
		['test order|voided|Testbestellung|Closed', 'cancelled'],
		['OK|Okay|Done|Evaso|Payée|Shipped', 'valid']
	])('%s: %s', (statuses, treatment) => {
		for (const status of statuses.split('|')) expect(treatmentOf(status), status).toBe(treatment);
	});
});

describe('Which of two days is that of the order', () => {
	const rows = (headers: string, days: readonly ((day: number) => string | number)[]) =>
		[
			`Kundennummer,Betrag,${headers}`,
			...Array.from({ length: 25 }, (_, i) => `K${i % 4},${i}.50,${days.map((at) => at(i + 1)).join(',')}`)
		].join('\n');
	const iso = (day: number) => `2024-03-${String(day).padStart(2, '0')}`;
	const serial = (day: number) => 45_000 + day;

	it.each([
		'Fälligkeitsdatum',
		'Änderungsdatum',
		'Stornodatum',
		'Mahndatum',
		'注文キャンセル日',
		'注文変更日'
	])('is not %s, which alone is asked about', async (header) => {
		const two = await look(rows(`${header},Gebucht`, [iso, iso]));
		expect(two.recipe.columns.map(({ role }) => role).indexOf('date')).toBe(3);
		const one = await look(rows(header, [iso]));
		expect(one.recipe.columns[2]?.role).toBe('date');
		expect(one.questions.map(({ code }) => code)).toContain('low-confidence');
	});

	it.each(['Tag', 'Data'])('is none of numbers below %s, but where there are no others', async (header) => {
		const two = await look(rows(`${header},Gebucht`, [serial, iso]));
		expect(two.recipe.columns[3]?.role).toBe('date');
		expect((await look(rows(header, [serial]))).recipe.columns[2]?.role).toBe('date');
	});
});

it('The number of a line is not that of its order, nor that of a group of customers that of the customer', () => {
	for (const header of ['Auftragspositionsnr', 'Rechnungspositionsnr', '注文明細番号', 'Kundengruppennr'])
		expect(rolesByName(header), header).toEqual([]);
});
