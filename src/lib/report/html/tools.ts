import { markup, type Markup } from './markup.ts';
import type { Tongues } from './tongues.ts';

/** Switches of language and theme: they stand hidden until the script is there to answer them. */
export function toolsMarkup(tongues: Tongues): Markup {
	const [{ voice }] = tongues;
	const own = voice.words.reader;
	const languages =
		tongues.length === 1
			? null
			: markup`<div role="group" aria-label="${own.language()}"><button type="button" data-tongue="" aria-pressed="true">${own.both()}</button>${tongues.map(
					({ voice: { locale } }) =>
						markup`<button type="button" data-tongue="${locale}" aria-pressed="false" lang="${locale}">${locale === 'en' ? 'English' : '中文'}</button>`
				)}</div>`;
	const themes = (['', 'light', 'dark'] as const).map(
		(theme) =>
			markup`<button type="button" data-theme="${theme}" aria-pressed="${theme === '' ? 'true' : 'false'}">${own.themes[theme === '' ? 'system' : theme]()}</button>`
	);
	return markup`<div class="tools" id="tools" data-sort="${own.sort()}" hidden>${languages}<div role="group" aria-label="${own.theme()}">${themes}</div></div>\n`;
}
