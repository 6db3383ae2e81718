import { beforeEach, expect, it } from 'vitest';
import type { ReportRequest } from '#lib/api/index.ts';
import { writeReport } from '#lib/report/index.ts';
import { saveSnapshot } from '#lib/storage/index.ts';
import { freshBrowser } from '../../storage/fixture.ts';
import { analysisHandler } from '../../../workers/analysis/handler.ts';
import { provenanceOf } from '../../../workers/analysis/provenance.ts';
import { definitions, findMethod, shopLines, storedShop, tableOf } from './shop.ts';

beforeEach(freshBrowser);

const page = { locale: 'en', also: null, interactive: false, nowMs: 0, appVersion: '0' } as const;
const request: ReportRequest = {
	...{ ...page, title: 'Shop', preparedFor: '', notes: '', hideBelow: null, sharing: null },
	sections: [
		{
			method: 'lifecycle',
			params: {},
			frame: { asOf: null, from: null, weekStart: 1 },
			refunds: 'net'
		}
	],
	items: [
		{
			...{ kind: 'piece', section: 0, piece: 'funnel', caption: 'Seen' },
			remarks: [{ at: '#1.0', text: 'Too few' }]
		}
	]
};

it('makes the report of a kept snapshot again where no dataset is open, and says what its items are called', async () => {
	const connection = await storedShop(tableOf(shopLines));
	const tools = { connection, definitions, findMethod, writeReport, provenance: provenanceOf, now: () => 0 };
	const api = analysisHandler(tools);
	await api.open('shop', 'net');
	const written = async (form: 'html' | 'snapshot') => {
		const answer = await api.report(request, form, null);
		if (!answer.ok) throw new Error(answer.error.code);
		return answer.value.text();
	};
	const bytes = new TextEncoder().encode(await written('snapshot'));
	const summary = { name: '', createdAt: 0, addedAt: 0, methods: [], provenance: '', bytes: bytes.length };
	await connection.use((database) => saveSnapshot(database, { ...summary, id: 'a', deletedAt: null }, bytes));

	const elsewhere = analysisHandler(tools);
	const again = await elsewhere.reportAgain({ ...page, snapshot: 'a' }, 'html', null);
	expect(again.ok && (await again.value.text())).toBe(await written('html'));
	const outline = await elsewhere.outlineAgain({ ...page, snapshot: 'a' });
	expect(outline.ok && outline.value.items[0]).toMatchObject({ title: 'Funnel', missing: false });
	expect(outline.ok && outline.value.items[0]?.cells[0]).toBe('Customers');
	expect(await elsewhere.reportAgain({ ...page, snapshot: 'none' }, 'html', null)).toMatchObject({
		ok: false,
		error: { code: 'storage-not-found' }
	});
});
