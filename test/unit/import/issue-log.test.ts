import { describe, expect, it } from 'vitest';
import { IssueLog } from '#lib/import/issue-log.ts';

describe('the list of issues', () => {
	it('counts rows and money by outcome and code, and keeps the first five of each', () => {
		const log = new IssueLog();
		for (let line = 1; line <= 7; line++) log.reject('date-invalid', line, 2, 'date', `x${line}`, 10);
		log.remark('date-invalid', 8, 2, 'date', 'y', 5);
		log.reject('amount-invalid', 9, 3, 'amount', 'abc');
		expect(log.rejectedBy).toEqual({ 'date-invalid': 7, 'amount-invalid': 1 });
		expect(log.remarks).toEqual({ 'date-invalid': 1 });
		expect(log.listed).toHaveLength(9);
		const [dates, remark, amounts] = log.groups;
		expect(dates).toMatchObject({ code: 'date-invalid', outcome: 'rejected', rows: 7, amount: 70 });
		expect(dates?.examples.map(({ line, raw }) => [line, raw])).toEqual([
			[1, 'x1'],
			[2, 'x2'],
			[3, 'x3'],
			[4, 'x4'],
			[5, 'x5']
		]);
		expect([remark?.amount, amounts?.amount]).toEqual([5, 0]);
	});

	it('counts money in the unit of the moment', () => {
		const log = new IssueLog();
		log.reject('date-missing', 1, 1, '', '', 3);
		log.rescale((units) => units * 100);
		log.reject('date-missing', 2, 1, '', '', 5);
		expect(log.groups[0]?.amount).toBe(305);
	});
});
