import { describe, expect, it } from 'vitest';
import type { ControlTotals, ImportRecipe } from '#lib/api/index.ts';
import { messagesFor } from '#lib/i18n/messages.ts';
import { controlRows, rowsOut, totalsAgree } from '#lib/state/control-rows.ts';
import { controlTable } from '#lib/state/control-table.ts';
import { fileKind } from '#lib/state/file-kind.ts';
import { findCommands, plainMatch, type Command } from '#lib/state/palette.ts';
import { withDateOrder, withRole, withStatus } from '#lib/state/recipe-edit.ts';
import { RequestCounter } from '#lib/state/request-counter.svelte.ts';
import { fileNameOf } from '#lib/state/save-file.ts';
import { recipeText } from '#lib/state/save-recipe.ts';
import { screenIds, screenOfRoute, screenPath } from '#lib/state/screens.ts';
import { guardUnload } from '#lib/state/unload-guard.ts';

const recipe: ImportRecipe = {
	version: 1,
	source: { encoding: 'utf-8', delimiter: ',', quote: '"', header: true, skipRows: 0 },
	columns: [
		{ index: 0, header: 'a', role: 'customer' },
		{ index: 1, header: 'b', role: 'date' },
		{ index: 2, header: 'c', role: 'attribute' }
	],
	statusRules: [{ value: 'paid', treatment: 'valid' }],
	choices: {
		duplicates: 'keep',
		cancelled: 'exclude',
		cancelPrefix: '',
		zeroAmount: 'exclude',
		noCustomer: 'set-aside'
	},
	currency: null
};
const roles = (changed: ImportRecipe) => changed.columns.map((column) => column.role);

describe('changing a recipe', () => {
	it('moves a role that only one column can have, and leaves the recipe given as it was', () => {
		expect(roles(withRole(recipe, 2, 'customer'))).toEqual(['attribute', 'date', 'customer']);
		expect(roles(withRole(recipe, 0, 'ignore'))).toEqual(['ignore', 'date', 'attribute']);
		expect(roles(withRole(recipe, 0, 'attribute'))).toEqual(['attribute', 'date', 'attribute']);
		expect(roles(recipe)).toEqual(['customer', 'date', 'attribute']);
	});

	it('sets how dates are read, and what a status means, once', () => {
		expect(withDateOrder(recipe, 1, 'dmy').columns[1]?.dateOrder).toBe('dmy');
		const twice = withStatus(withStatus(recipe, 'paid', 'cancelled'), 'new', 'valid');
		expect(twice.statusRules).toEqual([
			{ value: 'paid', treatment: 'cancelled' },
			{ value: 'new', treatment: 'valid' }
		]);
	});
});

const none = { rows: 0, amount: 0 };
const totals: ControlTotals = {
	source: { rows: 10, amount: 1000 },
	kept: { sales: { rows: 6, amount: 900 }, refunds: { rows: 1, amount: -50 } },
	merged: { rows: 1, amount: 100 },
	setAside: {
		noCustomer: none,
		cancelled: { rows: 1, amount: 50 },
		zeroAmount: none,
		refundsUnmatched: none
	},
	rejected: { rows: 1, amount: 0 },
	rejectedBy: {},
	duplicatesSeen: 1,
	blankLines: 0
};

describe('control totals', () => {
	it('agree when the parts sum up, in rows and in money', () => {
		expect(totalsAgree(totals)).toBe(true);
		expect(totalsAgree({ ...totals, rejected: { rows: 2, amount: 0 } })).toBe(false);
		expect(totalsAgree({ ...totals, rejected: { rows: 1, amount: 1 } })).toBe(false);
		expect(rowsOut(totals)).toBe(3);
		expect(controlRows(totals)).toHaveLength(11);
	});

	it('are written to the last smallest unit, without the parts that no row fell into', () => {
		const table = controlTable(totals, messagesFor('en'), 'en', { scale: 3, currency: null });
		expect(table.rows.map(({ id }) => id)).toEqual([
			'source',
			'sales',
			'refunds',
			'merged',
			'cancelled',
			'rejected'
		]);
		expect(table.rows[1]?.cells.slice(1)).toEqual(['6', '0.900']);
	});
});

describe('the palette', () => {
	const command = (label: string, ...keywords: string[]): Command => ({
		id: label,
		group: 'g',
		label,
		keywords,
		run: () => undefined
	});
	const commands = [command('Open retention'), command('Retention', '留存'), command('Report')];

	it('finds by label and keyword, labels that begin with the query first', () => {
		expect(findCommands(commands, 'ret', [plainMatch]).map(({ label }) => label)).toEqual([
			'Retention',
			'Open retention'
		]);
		expect(findCommands(commands, '留存', [plainMatch]).map(({ label }) => label)).toEqual(['Retention']);
		expect(findCommands(commands, ' ', [plainMatch])).toHaveLength(3);
		expect(findCommands(commands, 'nothing', [plainMatch])).toEqual([]);
	});

	it('takes any further way of matching', () => {
		const initials = (text: string, query: string) => text === '留存' && query === 'lc';
		expect(findCommands(commands, 'lc', [plainMatch, initials]).map(({ label }) => label)).toEqual([
			'Retention'
		]);
	});
});

describe('requests to other addresses', () => {
	it('are counted; what stays in the page is not', () => {
		const counter = new RequestCounter('http://127.0.0.1:4173');
		for (const address of [
			'http://127.0.0.1:4173/_app/a.js',
			'blob:http://127.0.0.1:4173/1',
			'data:text/plain,x',
			'http://127.0.0.1:41730/elsewhere',
			'https://example.com/a'
		]) {
			counter.seen(address);
		}
		expect(counter.elsewhere).toBe(2);
	});
});

describe('screens', () => {
	it('have a path each, found again by its route', () => {
		for (const id of screenIds) expect(screenOfRoute(screenPath(id))).toBe(id);
		expect(screenOfRoute('/unknown')).toBeNull();
		expect(screenOfRoute(null)).toBeNull();
	});
});

describe('leaving the page', () => {
	it('asks only while that would lose work', () => {
		const target = new EventTarget();
		let writing = false;
		const stop = guardUnload(target, () => writing);
		const leave = () => {
			const event = new Event('beforeunload', { cancelable: true });
			target.dispatchEvent(event);
			return event.defaultPrevented;
		};
		expect(leave()).toBe(false);
		writing = true;
		expect(leave()).toBe(true);
		stop();
		expect(leave()).toBe(false);
	});
});

describe('files', () => {
	it('are told apart by their content, not their name', async () => {
		expect(await fileKind(new File(['\uFEFF {"format":1}'], 'orders.csv'))).toBe('snapshot');
		expect(await fileKind(new File([recipeText(recipe)], 'q1.recipe.json'))).toBe('recipe');
		expect(await fileKind(new File(['{"version":1,"rows":[]}'], 'x.json'))).toBe('table');
		expect(await fileKind(new File(['{"orders":[{"id":1}]}'], 'orders.json'))).toBe('table');
		expect(await fileKind(new File(['a,b\n'], 'x.clientele.json'))).toBe('table');
		expect(await fileKind(new File([], 'empty'))).toBe('table');
	});

	it('get names that every system takes', () => {
		expect(fileNameOf('a/b\\c:d*e?f"g<h>i|j', 'csv')).toBe('a b c d e f g h i j.csv');
		expect(fileNameOf('..', 'csv')).toBe('clientele.csv');
		expect(fileNameOf('客户 分析', 'html')).toBe('客户 分析.html');
	});
});
