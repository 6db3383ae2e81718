import { describe, expect, it } from 'vitest';
import type { KeyValueStore } from '#lib/state/key-value-store.ts';
import { preferredLocale, Settings, settingsKey } from '#lib/state/settings.svelte.ts';

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

describe('settings', () => {
	it('begin in the first language of the browser that is known', () => {
		expect(preferredLocale(['zh-Hans-CN', 'en'])).toBe('zh-CN');
		expect(preferredLocale(['fr', 'en-GB', 'zh'])).toBe('en');
		expect(preferredLocale([])).toBe('en');
		expect(preferredLocale(['zhx'])).toBe('en');
	});

	it('are kept, and win over the browser’s wishes at the next visit', () => {
		const store = memoryStore();
		const settings = new Settings(store, ['en']);
		settings.locale = 'zh-CN';
		settings.theme = 'dark';
		settings.singleKeys = false;
		const next = new Settings(store, ['en']);
		expect([next.locale, next.theme, next.singleKeys]).toEqual(['zh-CN', 'dark', false]);
	});

	it('speak the language chosen, at once', () => {
		const settings = new Settings(null, ['en']);
		expect(settings.t.common.appName()).toBe('Clientele');
		settings.locale = 'zh-CN';
		expect(settings.t.common.appName()).toBe('客析台');
	});

	it.each(['', 'null', '7', '{"locale":"fr","theme":"blue"}', '{'])(
		'survive a store that holds %j',
		(text) => {
			const settings = new Settings(memoryStore({ [settingsKey]: text }), ['zh']);
			expect([settings.locale, settings.theme, settings.singleKeys]).toEqual(['zh-CN', 'system', true]);
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
		const settings = new Settings(refusing, ['en']);
		settings.theme = 'dark';
		expect(settings.theme).toBe('dark');
	});
});
