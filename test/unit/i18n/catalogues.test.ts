import { describe, expect, test } from 'vitest';
import en from '../../../src/lib/i18n/en/index.ts';
import enKeeping from '../../../src/lib/i18n/en/keeping.ts';
import enSettings from '../../../src/lib/i18n/en/settings.ts';
import enReporting from '../../../src/lib/i18n/en/reporting.ts';
import { loadTopic } from '../../../src/lib/i18n/load-topic.ts';
import { locales, messagesFor } from '../../../src/lib/i18n/messages.ts';
import zhCN from '../../../src/lib/i18n/zh-CN/index.ts';
import zhKeeping from '../../../src/lib/i18n/zh-CN/keeping.ts';
import zhSettings from '../../../src/lib/i18n/zh-CN/settings.ts';
import zhReporting from '../../../src/lib/i18n/zh-CN/reporting.ts';

/** Every text of a catalogue by its dotted path. */
function leaves(node: unknown, path = ''): Map<string, string> {
	if (typeof node === 'string') return new Map([[path, node]]);
	return new Map(
		Object.entries(node as object).flatMap(([key, child]) => [
			...leaves(child, path === '' ? key : `${path}.${key}`)
		])
	);
}

/** The parameters that a text names, plurals left out. */
const parametersOf = (text: string): string[] =>
	[
		...new Set(
			[...text.replace(/\{\{[^}]*\}\}/g, '').matchAll(/\{(\w+)(?:\|\w+)?\}/g)].map((match) => match[1]!)
		)
	].sort();

const english = leaves({ ...en, reporting: enReporting, keeping: enKeeping, settings: enSettings });
const chinese = leaves({ ...zhCN, reporting: zhReporting, keeping: zhKeeping, settings: zhSettings });

describe('the catalogues', () => {
	test('hold the same keys in both languages', () => {
		expect([...chinese.keys()].sort()).toEqual([...english.keys()].sort());
		expect(english.size).toBeGreaterThan(500);
	});

	test('name no parameter in Chinese that English does not name', () => {
		const strangers = [...chinese].flatMap(([key, text]) =>
			parametersOf(text)
				.filter((name) => !parametersOf(english.get(key) ?? '').includes(name))
				.map((name) => `${key}: {${name}}`)
		);
		expect(strangers).toEqual([]);
	});

	test('leave out no figure in Chinese that English gives', () => {
		// 收入最高的是 2011-11 needs no word for the month that it is.
		// Contacts, tickets and answers are all counted in 次, and “…” stands for a bare name.
		const wordless = [
			'reporting.overview.revenueFinding: {unit}',
			'rfmSource.number: {records}',
			'rfmSource.range: {records}'
		];
		const missing = [...english].flatMap(([key, text]) =>
			parametersOf(text)
				.filter((name) => !parametersOf(chinese.get(key) ?? '').includes(name))
				.map((name) => `${key}: {${name}}`)
		);
		expect(missing.filter((entry) => !wordless.includes(entry))).toEqual([]);
	});

	test('are written in their language', () => {
		// A name is a name in any language, and each language is offered in its own words.
		const names = [
			'shell.otherLanguage',
			'start.sampleEnglish',
			'shell.commands.switchLanguage',
			'importing.containers.parquet'
		];
		const latin = [...chinese].filter(
			([key, text]) =>
				!names.includes(key) &&
				!/[\u4e00-\u9fff]/.test(text) &&
				/[a-z]{4,}/.test(text.replace(/\{[^}]*\}+|P\(alive\)|Pareto\/NBD/g, ''))
		);
		expect(latin.map(([key, text]) => `${key}: ${text}`)).toEqual([]);
		const han = [...english].filter(([, text]) =>
			/[\u4e00-\u9fff]/.test(text.replace(/中文|客析台|茶与远山/g, ''))
		);
		expect(han.map(([key, text]) => `${key}: ${text}`)).toEqual([]);
	});

	test.each(locales)('of %s give a text without a hole for every message', async (locale) => {
		const topics: Record<string, unknown> = {
			keeping: (await loadTopic('keeping', locale)).texts,
			settings: (await loadTopic('settings', locale)).texts
		};
		for (const [path, text] of english) {
			const [area = '', ...keys] = path.split('.');
			const root = topics[area] ?? messagesFor(locale)[area as keyof typeof en];
			const message = keys.reduce<unknown>((node, key) => (node as Record<string, unknown>)[key], root);
			const plurals = [...text.matchAll(/\{\{(\w+):/g)].map((match) => match[1]!);
			const params = Object.fromEntries([...parametersOf(text), ...plurals].map((name) => [name, 2]));
			const written = (message as (params: object) => string)(params);
			expect(written, path).not.toMatch(/[{}]|undefined|NaN|\[object/);
			expect(written.trim(), path).not.toBe('');
		}
	});
});
