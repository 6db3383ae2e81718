import type {
	ColumnProfile,
	EntityColumnProfile,
	ImportRecipe,
	NumberValues,
	TextValues,
	ValueProfile
} from '#lib/api/index.ts';
import type { Bar } from '#lib/charts/bar.ts';
import type { TableTwin } from '#lib/charts/table-twin.ts';
import {
	formatCount,
	formatDay,
	formatMoney,
	formatMoneyShort,
	formatNumber,
	formatPeriod,
	formatShare,
	NO_VALUE,
	type MoneyStyle
} from '#lib/i18n/format.ts';
import type { TopicTexts } from '#lib/i18n/load-topic.ts';
import type { Locale, Messages } from '#lib/i18n/messages.ts';
import type { TableRow } from '#lib/ui/types.ts';

/** Share of the rows from which on the most frequent text is named. */
const MENTIONED = 0.01;

/** In what words a profile is shown. */
export interface ProfileWording {
	readonly messages: Messages;
	readonly locale: Locale;
}

/** What a column looks like, and what it is called. */
export interface NamedProfile extends ValueProfile {
	readonly name: string;
	readonly means: string;
	/** Of what kind its values are, where they do not say. */
	readonly kind?: string;
	readonly money: MoneyStyle;
}

/** A column's values, ready to be drawn. */
export interface ProfileChart {
	readonly title: string;
	readonly finding: string;
	/** Upright over an axis of numbers or days; lying with the names of texts. */
	readonly upright: boolean;
	readonly bars: Bar[];
	readonly table: TableTwin;
}

/** The columns of orders, called as their file calls them. */
export function orderProfiles(
	profiles: readonly ColumnProfile[],
	recipe: ImportRecipe,
	messages: Messages,
	money: MoneyStyle
): NamedProfile[] {
	return profiles.map((profile) => {
		const plan = recipe.columns.find(({ role }) => role === profile.role);
		const means = messages.importing.roles[profile.role]();
		const header = profile.header ?? plan?.header ?? '';
		return { ...profile, name: header === '' ? means : header, means, money };
	});
}

/** The columns of a table of another entity. */
export function tableProfiles(
	profiles: readonly EntityColumnProfile[],
	words: TopicTexts<'entities'>,
	messages: Messages,
	currency: string | null
): NamedProfile[] {
	return profiles.map((profile, i) => {
		const { header, role, type, scale } = profile;
		return {
			...profile,
			name: header === '' ? messages.importing.noHeader({ n: i + 1 }) : header,
			means: words.roles[role](),
			kind: words.types[type](),
			money: { scale, currency }
		};
	});
}

/** One row of the overview per column, in its order. */
export function profileRows(profiles: readonly NamedProfile[], wording: ProfileWording): TableRow[] {
	const { messages, locale } = wording;
	return profiles.map((profile, i) => {
		const { name, means, kind, rows, missing, values } = profile;
		const isEmpty = missing === rows;
		return {
			id: String(i),
			muted: isEmpty,
			cells: [
				name,
				means,
				kind ?? (values === null ? NO_VALUE : messages.data.profile.kinds[values.kind]()),
				missing === 0 ? '0' : `${formatCount(missing, locale)} (${formatShare(missing / rows, locale)})`,
				values === null ? (isEmpty ? '0' : NO_VALUE) : formatCount(values.distinct, locale),
				values === null ? NO_VALUE : gist(values, profile, wording),
				values === null || values.kind === 'text'
					? NO_VALUE
					: values.fences === null
						? messages.data.profile.notJudged()
						: formatCount(values.below + values.above, locale)
			]
		};
	});
}

function gist(
	values: TextValues | NumberValues,
	{ rows, missing, money }: NamedProfile,
	wording: ProfileWording
): string {
	const words = wording.messages.data.profile;
	const filled = rows - missing;
	if (values.kind !== 'text') {
		const { low, high, median } = values;
		const [from, to, middle] = [low, high, median].map((value) =>
			valueText(value, values.kind, { ...wording, money })
		);
		return words.range({ from: from ?? '', to: to ?? '', median: middle ?? '' });
	}
	const [first] = values.top;
	if (first === undefined || values.distinct === filled) return words.allDifferent();
	// A share that would be written as 0 % says nothing.
	if (first.rows < MENTIONED * filled) return words.atMost({ n: first.rows });
	return words.mostly({ value: first.value, share: first.rows / filled });
}

interface MoneyWording extends ProfileWording {
	readonly money: MoneyStyle;
}

function valueText(value: number, kind: NumberValues['kind'], { locale, money }: MoneyWording): string {
	if (kind === 'day') return formatDay(Math.floor(value));
	return kind === 'money' ? formatMoney(value, locale, money) : formatNumber(value, locale, 2);
}

/** The chart of a column; null where there are no values to draw. */
export function profileChart(profile: NamedProfile, shown: ProfileWording): ProfileChart | null {
	const { values, money } = profile;
	if (values === null) return null;
	const wording = { ...shown, money };
	const { messages } = wording;
	const words = messages.data.profile;
	const filled = profile.rows - profile.missing;
	const entries = values.kind === 'text' ? textEntries(values, messages) : binEntries(values, wording);
	const title = words.chartTitle({ name: profile.name });
	return {
		title,
		finding: finding(values, filled, wording),
		upright: values.kind !== 'text',
		bars: entries.map(({ label, name, rows }) => {
			const text = formatCount(rows, wording.locale);
			const share = formatShare(rows / filled, wording.locale);
			const lines = [name, `${words.rows()} ${text}`, words.share({ share: rows / filled })];
			return { label, value: rows, text, ...(values.kind === 'text' && { sub: share }), lines };
		}),
		table: {
			columns: [
				{ id: 'value', label: words.value() },
				{ id: 'rows', label: words.rows(), align: 'end' },
				{ id: 'share', label: words.shareOf(), align: 'end' }
			],
			rows: entries.map(({ name, rows }, i) => ({
				id: String(i),
				cells: [name, formatCount(rows, wording.locale), formatShare(rows / filled, wording.locale)]
			}))
		}
	};
}

interface Entry {
	/** Short, for an axis. */
	readonly label: string;
	readonly name: string;
	readonly rows: number;
}

function textEntries({ top, otherRows, distinct }: TextValues, messages: Messages): Entry[] {
	const named = top.map(({ value, rows }) => ({ label: value, name: value, rows }));
	if (otherRows === 0) return named;
	const others = messages.data.profile.others({ n: distinct - top.length });
	return [...named, { label: others, name: others, rows: otherRows }];
}

function binEntries(
	{ kind, bins, unit, fences, below, above }: NumberValues,
	wording: MoneyWording
): Entry[] {
	const { locale, money, messages } = wording;
	const words = messages.data.profile;
	const width = bins.starts.length > 1 ? (bins.starts[1] as number) - (bins.starts[0] as number) : 0;
	const inside = Array.from(bins.rows, (rows, i): Entry => {
		const start = bins.starts[i] as number;
		if (unit !== null) {
			const name = formatPeriod(start, unit, locale);
			return { label: name, name, rows };
		}
		const label = kind === 'money' ? formatMoneyShort(start, locale, money) : formatNumber(start, locale, 2);
		const from = valueText(start, kind, wording);
		const name = width === 0 ? from : words.bin({ from, to: valueText(start + width, kind, wording) });
		return { label, name, rows };
	});
	if (fences === null) return inside;
	const edge = (value: number) => valueText(value, kind, wording);
	return [
		...(below === 0 ? [] : [{ label: '<', name: words.below({ value: edge(fences.low) }), rows: below }]),
		...inside,
		...(above === 0 ? [] : [{ label: '>', name: words.above({ value: edge(fences.high) }), rows: above }])
	];
}

function finding(values: TextValues | NumberValues, filled: number, wording: MoneyWording): string {
	const words = wording.messages.data.profile;
	if (values.kind === 'text') {
		if (values.distinct === filled) return words.allDifferent();
		const named = values.top.reduce((sum, { rows }) => sum + rows, 0);
		return words.textFinding({ n: values.top.length, share: named / filled, distinct: values.distinct });
	}
	const far = values.below + values.above;
	const median = valueText(values.median, values.kind, wording);
	if (values.fences === null) return words.evenFinding({ median });
	return far === 0
		? words.calmFinding({ median })
		: words.farFinding({ median, n: far, share: far / filled });
}
