import { describe, expect, test } from 'vitest';
import { personalIn } from '#lib/core/dataset/personal-data.ts';

describe('personal data in a text', () => {
	test.each([
		['write to wang.lei+shop@example.com', ['email']],
		['ｌｉ＠ｅｘａｍｐｌｅ．ｃｎ', ['email']],
		['13800138000', ['phone']],
		['电话：138 0013 8000', ['phone']],
		['+86-138-0013-8000', ['phone']],
		['(020) 7946 0018', ['phone']],
		['010-62770334', ['phone']],
		['身份证 11010519491231002X', ['id']],
		['a@b.org, 13800138000', ['email', 'phone']]
	] as const)('%s', (text, kinds) => {
		expect(personalIn(text)).toEqual(kinds);
	});

	test.each([
		'Customer review 2023–2025',
		'As of 2024-03-05',
		'20240305',
		'1,234,567 orders, £8,911,407.90',
		'SHA-256 0123456789abcdef',
		'110105194912310021',
		'版本 1.2.3',
		''
	])('is not seen in %j', (text) => {
		expect(personalIn(text)).toEqual([]);
	});
});
