import { describe, expect, it } from 'vitest';
import { messagesFor } from '#lib/i18n/messages.ts';
import type { KeyValueStore } from '#lib/state/key-value-store.ts';
import { preferredLocale, Settings, settingsKey, startLocale } from '#lib/state/settings.svelte.ts';

function memoryStore(
	entries: Record<string, string> = {}
): KeyValueStore & { readonly entries: Map<string, string> } {
	const map = new Map(Object.entries(entries));
	return {
		entries: map,
		getItem: (key) => map.get(key) ?? null,
		setItem: (key, value) => void map.set(key, value)
	};
}

const english = { locale: 'en', messages: messagesFor('en') } as const;

describe('settings', () => {
	it('begin in the first language of the browser that is known', () => {
		expect(preferredLocale(['zh-Hans-CN', 'en'])).toBe('zh-CN');
		expect(preferredLocale(['fr', 'en-GB', 'zh'])).toBe('en');
		expect(preferredLocale([])).toBe('en');
		expect(preferredLocale(['zhx'])).toBe('en');
	});

	it('are kept, and win over the browser’s wishes at the next visit', async () => {
		const store = memoryStore();
		const settings = new Settings(store, english);
		await settings.speak('zh-CN');
		settings.theme = 'dark';
		settings.singleKeys = false;
		expect(startLocale(store, ['en'])).toBe('zh-CN');
		const next = new Settings(store, english);
		expect([next.theme, next.singleKeys]).toEqual(['dark', false]);
	});

	it('speak the language chosen once its texts are here; of two wishes the later', async () => {
		const settings = new Settings(null, english);
		expect(settings.t.common.appName()).toBe('Clientele');
		await settings.speak('zh-CN');
		expect([settings.locale, settings.t.common.appName()]).toEqual(['zh-CN', '客析台']);
		await Promise.all([settings.speak('en'), settings.speak('zh-CN')]);
		expect(settings.locale).toBe('zh-CN');
	});

	it.each(['', 'null', '7', '{"locale":"fr","theme":"blue"}', '{'])(
		'survive a store that holds %j',
		(text) => {
			const store = memoryStore({ [settingsKey]: text });
			const settings = new Settings(store, english);
			expect([settings.theme, settings.singleKeys]).toEqual(['system', true]);
			expect(startLocale(store, ['zh'])).toBe('zh-CN');
		}
	);

	it('survive a store that refuses', () => {
		const refusing: KeyValueStore = {
			getItem: () => {
				throw new Error('forbidden');
			},
			setItem: () => {
				throw new Error('full');
			}
		};
		expect(startLocale(refusing, ['en'])).toBe('en');
		const settings = new Settings(refusing, english);
		settings.theme = 'dark';
		expect(settings.theme).toBe('dark');
	});
});
