import type { ReportBrand } from '#lib/core/dataset/report-layout.ts';
import type { Locale } from '#lib/i18n/messages.ts';
import { colours, hex } from '../palette.ts';

/** How the numbers of a deck are written, and in which letters. */
export interface DeckLook {
	readonly locale: Locale;
	/** What stands at the foot of each slide. */
	readonly foot: string;
	/** Whose slides they are. */
	readonly brand: ReportBrand | null;
	/** Decimal places of money, and the sign before it. */
	readonly money: { readonly scale: number; readonly sign: string };
}

/** One that has the signs of both languages, and is on every machine that shows slides. */
export const FONTS: Readonly<Record<Locale, string>> = { en: 'Calibri', 'zh-CN': 'Microsoft YaHei' };

export const langOf = (locale: Locale): string => (locale === 'en' ? 'en-US' : locale);

export const ink = hex(colours.ink);
export const ink2 = hex(colours.ink2);
export const line = hex(colours.line);

/** Inches at the upper right of each slide, and beside them. */
export const LOGO = { width: 1.9, height: 0.42, top: 0.2, gap: 0.3 } as const;
