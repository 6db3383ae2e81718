import type { Locale } from '#lib/i18n/messages.ts';
import type { ReportModel } from '../model/types.ts';
import type { Voice } from '../model/voice.ts';
import { markup, type Markup } from './markup.ts';

/** The report in one of its languages. */
export interface Tongue {
	readonly model: ReportModel;
	readonly voice: Voice;
}

/** The report in each of its languages: one or two; what only occurs once is of the first. */
export type Tongues = readonly [Tongue, ...Tongue[]];

/** A part in every language, one below the other; in one language just it. */
export function inEach(tongues: Tongues, part: (tongue: Tongue) => Markup): Markup {
	if (tongues.length === 1) return part(tongues[0]);
	const parts = tongues.map((tongue) => of(tongue.voice.locale, part(tongue)));
	return markup`${parts}`;
}

/** A few words in every language, on one line. */
export function words(tongues: Tongues, text: (tongue: Tongue) => string): Markup {
	if (tongues.length === 1) return markup`${text(tongues[0])}`;
	const parts = tongues.map((tongue, i) => {
		const gap = i === 0 ? '' : ' ';
		return markup`<span class="tongue" lang="${tongue.voice.locale}">${gap}${text(tongue)}</span>`;
	});
	return markup`${parts}`;
}

/** A part in its language. */
export function of(locale: Locale, part: Markup): Markup {
	return part.text === '' ? part : markup`<div class="tongue" lang="${locale}">${part}</div>\n`;
}

/** An id of a part that occurs once in each language: ids are unique. */
export function idIn(tongues: Tongues, tongue: Tongue, id: string): string {
	return tongue === tongues[0] ? id : `${id}-${tongue.voice.locale}`;
}
