import { describe, expect, it } from 'vitest';
import { headerNamesAbroad } from '#lib/import/header-names-abroad.ts';
import { headerNames } from '#lib/import/header-names.ts';
import { importOrders, inspectFile } from '#lib/import/index.ts';
import { plainName, rolesByName } from '#lib/import/synonyms.ts';
import { fileOf, look } from '../../support/import.ts';

const lists: readonly Readonly<Record<string, string | readonly string[]>>[] = [
	headerNames,
	...headerNamesAbroad
];
const allNames = lists.flatMap((language) =>
	Object.entries(language).flatMap(([role, names]) =>
		(typeof names === 'string' ? names.split(/\s+/) : names).map((name) => ({ role, name }))
	)
);

describe('The names of columns', () => {
	it('are written as they are compared, and mean one role each, whatever the language', () => {
		for (const { role, name } of allNames) {
			expect(plainName(plainName(name)), name).toBe(plainName(name));
			expect(/[\s\-_.]|[À-ÿ]/.test(name), name).toBe(false);
			const roles = new Set(rolesByName(name).map((match) => match.role));
			expect([...roles], `${name}, which is ${role}`).toEqual([role]);
		}
	});

	it.each([
		// Numbers of things that are not counted, and dates of other things.
		...['Numéro de téléphone', 'Lieferdatum', 'Geburtsdatum', 'Date de livraison', '配送日', 'Versandkosten'],
		...['Steuerbetrag', '割引金額', 'Remise', 'Straße', 'メモ', 'Código postal']
	])('%s is none of them', (header) => {
		expect(rolesByName(header)).toEqual([]);
	});
});

/** Headers, one row with its amounts and dates, and what they mean in orders. */
const exports = {
	'a German shop': [
		'Bestellnummer;Bestelldatum;Kundennummer;Kundenname;Artikelnummer;Menge;Einzelpreis;Gesamtbetrag;Bestellstatus;Lieferdatum;Straße',
		'B-%i;%d.03.2024 10:15;K%c;Muster GmbH %c;A-%c;2;617,25;1.234,50;Abgeschlossen;14.03.2024;Weg %i',
		'order date customer customer-name product quantity price amount status ignore ignore'
	],
	'a German ledger': [
		'Umsatz (ohne Soll/Haben-Kz);Soll/Haben-Kennzeichen;WKZ Umsatz;Debitorennummer;Belegdatum;Belegfeld 1;Buchungstext',
		'1234,50;S;EUR;1000%c;%d.03.2024;R-%i;Rechnung %c',
		'amount ignore ignore customer date order attribute'
	],
	'a French shop': [
		'N° de commande;Date de commande;Code client;Raison sociale;Désignation;Quantité;Prix unitaire HT;Montant HT;Statut',
		'C-%i;%d/03/2024;CL%c;Société %c;Produit %c;2;617,25;1 234,50;Payée',
		'order date customer customer-name product quantity price amount status'
	],
	'a Spanish shop': [
		'Nº de pedido;Fecha del pedido;ID cliente;Nombre del cliente;Producto;Cantidad;Precio unitario;Importe total;Estado del pedido',
		'P-%i;%d/03/2024;%c;Cliente %c;Producto %c;2;617,25;1.234,50 €;Completado',
		'order date customer customer-name product quantity price amount status'
	],
	'an Italian shop': [
		'Numero ordine;Data ordine;Codice cliente;Ragione sociale;Codice articolo;Quantità;Prezzo unitario;Importo totale;Stato ordine',
		'O-%i;%d/03/2024;CC%c;Ditta %c;ART-%c;2;617,25;1.234,50;Evaso',
		'order date customer customer-name product quantity price amount status'
	],
	'a Brazilian shop': [
		'Número do pedido;Data do pedido;Código do cliente;Nome do cliente;Produto;Quantidade;Preço unitário;Valor total;Situação do pedido',
		'%i;%d/03/2024;C%c;Cliente %c;Produto %c;2;617,25;R$ 1.234,50;Entregue',
		'order date customer customer-name product quantity price amount status'
	],
	'a Japanese mall': [
		'注文番号,注文日時,注文者メールアドレス,商品名,個数,単価,請求金額,注文ステータス',
		'274555-%i,2024/03/%d 10:15:00,c%c@example.jp,商品%c,2,617,1234,発送済',
		'order date customer product quantity price amount status'
	],
	'a shop in Taiwan': [
		'訂單編號,訂購日期,會員編號,購買金額,訂單狀態',
		'A%i,2024/03/%d,M%c,1234,已完成',
		'order date customer amount status'
	]
} as const;

it.each(Object.entries(exports))('%s is read without a correction', async (_, [header, line, roles]) => {
	const rows = Array.from({ length: 30 }, (_row, i) =>
		line
			.replaceAll('%i', String(1000 + i))
			.replaceAll('%d', String((i % 28) + 1).padStart(2, '0'))
			.replaceAll('%c', String(i % 9))
	);
	const file = [header, ...rows].join('\n');
	const { columns, recipe, blockers } = await look(file);
	expect(blockers).toEqual([]);
	const meant = columns
		.map(({ role }) => role)
		.map((role, i) => (roles.split(' ')[i] === undefined ? '' : role));
	expect(meant.join(' ').trim()).toBe(roles);
	const { table, totals } = await importOrders(fileOf(file), 'x', recipe);
	expect(totals.kept.sales.rows).toBe(30);
	const each = (table.amount[0] as number) / 10 ** table.scale;
	expect([1234, 1234.5]).toContain(each);
	expect(table.day[0]).toBe(Date.parse('2024-03-01') / 86_400_000);
});

it('The price of an item is that of the line in reports of Amazon, and the name is that of the order in those of Shopify', async () => {
	const amazon = await look(
		'amazon-order-id\tpurchase-date\tbuyer-email\tsku\tquantity\titem-price\titem-tax\n' +
			'058-1\t2024-03-05T10:00:00+00:00\ta@example.com\tS1\t3\t30.00\t5.70\n' +
			'058-2\t2024-03-06T10:00:00+00:00\tb@example.com\tS1\t1\t10.00\t1.90\n'
	);
	expect(amazon.columns.map(({ role }) => role).slice(0, 6)).toEqual(
		'order date customer product quantity amount'.split(' ')
	);
	const shopify = await look(
		'Name,Email,Financial Status,Paid at,Total,Created at,Lineitem quantity,Lineitem name,Lineitem price\n' +
			'#1001,a@example.com,paid,2024-03-05 10:00:00 +0100,30.50,2024-03-05 09:59:00 +0100,1,Cap,30.50\n' +
			'#1002,b@example.com,paid,2024-03-06 10:00:00 +0100,10.50,2024-03-06 09:59:00 +0100,1,Cap,10.50\n'
	);
	const { columns } = shopify;
	expect(columns.map(({ role }) => role).slice(0, 6)).toEqual(
		'order customer status ignore amount date'.split(' ')
	);
});

it.each([
	[
		'Kundennummer;Kundenname;Telefon;E-Mail-Adresse;Geburtsdatum;Kunde seit',
		'K%i;Name %i;0170 55%i;m%i@example.de;05.03.1990;01.02.2020'
	],
	[
		'Codice cliente;Ragione sociale;Cellulare;Indirizzo e-mail;Data di nascita;Data registrazione',
		'K%i;Ditta %i;333 55%i;m%i@example.it;05/03/1990;21/02/2020'
	],
	[
		'顧客番号;氏名;電話番号;メールアドレス;生年月日;登録日',
		'K%i;山田%i;090-55%i;m%i@example.jp;1990/03/05;2020/02/01'
	]
])('Customers are read from %s', async (header, line) => {
	const rows = Array.from({ length: 30 }, (_, i) => line.replaceAll('%i', String(100 + i)));
	const { recipe } = await inspectFile(fileOf([header, ...rows].join('\n')), 'export.csv', null);
	expect('entity' in recipe ? recipe.entity : 'order').toBe('customer');
	expect(recipe.columns.map(({ role }) => role)).toEqual([
		...['customer', 'customer-name', 'phone', 'email', 'birthday', 'joined']
	]);
});
