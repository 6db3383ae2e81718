import type { DatasetManifest, ImportRecipe, IssueCode, IssueGroup } from '#lib/api/index.ts';
import { issueText } from '#lib/i18n/coded.ts';
import { formatCount, formatMoney } from '#lib/i18n/format.ts';
import type { TopicTexts } from '#lib/i18n/load-topic.ts';
import type { Locale, Messages } from '#lib/i18n/messages.ts';
import type { TableRow } from '#lib/ui/types.ts';
import { controlRows } from '#lib/state/control-rows.ts';
import {
	choiceKinds,
	choiceProposals,
	issueProposals,
	proposalsOf,
	type ChoiceKind,
	type Fix,
	type Proposal
} from '#lib/state/fixes.ts';

/** A kind of row that is no plain sale, or reads oddly. */
export interface IssueKind {
	readonly id: string;
	readonly label: string;
	readonly outcome: 'rejected' | 'remark' | 'aside' | 'merged' | 'kept';
	/** Null where a choice hides how many there are. */
	readonly rows: number | null;
	/** In smallest units; null where it was not counted. */
	readonly amount: number | null;
	readonly examples: IssueGroup['examples'];
	readonly proposals: readonly Proposal[];
}

export interface IssueWording {
	readonly words: TopicTexts<'keeping'>['issues'];
	readonly messages: Messages;
	readonly locale: Locale;
}

/** Whether cells could read otherwise in another order of dates or style of numbers: "n/a" is none in any. */
const mayHelp = (examples: IssueGroup['examples']): boolean =>
	examples.length === 0 || examples.some(({ raw }) => /\p{Nd}.*[^\p{Nd}\s].*\p{Nd}/u.test(raw));

/**
 * All kinds of a dataset, those that cost most rows first: rejections and remarks by code, and the rows that choices
 * decide about. `groups` is null where only their counts are known.
 */
export function issueKinds(
	manifest: DatasetManifest,
	groups: readonly IssueGroup[] | null,
	{ words, messages }: IssueWording
): IssueKind[] {
	const { totals } = manifest;
	const files: readonly FileOfIt[] = manifest.sources ?? [manifest];
	const coded = (groups ?? countedOnly(manifest)).map(
		({ code, outcome, rows, amount, examples }): IssueKind => ({
			id: `${outcome}-${code}`,
			label: issueText(messages, code),
			outcome,
			rows,
			// Of what is rejected for its money, the money is just what could not be read.
			amount: outcome === 'rejected' && /^(?:amount|price|quantity)-/.test(code) ? null : amount,
			examples,
			proposals:
				outcome === 'rejected' && mayHelp(examples)
					? proposalsOf(
							files.map((file) => ((file.totals.rejectedBy[code] ?? 0) > 0 ? file.recipe : null)),
							(own) => issueProposals(code, own)
						)
					: []
		})
	);
	const chosen = choiceKinds.flatMap((kind): IssueKind[] => {
		const isDuplicates = kind === 'duplicates';
		const part = isDuplicates ? mergedWithin(files, manifest.scale) : totals.setAside[kind];
		// Where some files keep them and others do not, what the others left out is what is known of them.
		const isKept = part.rows === 0 && files.some((file) => isKeptBy(file.recipe, kind));
		const seen = isDuplicates ? totals.duplicatesSeen : null;
		const rows = isKept ? seen : part.rows;
		// A choice by default of which no row was met says nothing.
		if (rows === 0) return [];
		return [
			{
				id: kind,
				label: words.kinds[kind](),
				outcome: isKept ? 'kept' : isDuplicates ? 'merged' : 'aside',
				rows,
				amount: isKept ? null : part.amount,
				examples: [],
				proposals: proposalsOf(
					files.map((file) => (mayHave(file, kind) ? file.recipe : null)),
					(own) => choiceProposals(kind, own)
				)
			}
		];
	});
	const { rows, amount } = totals.setAside.refundsUnmatched;
	const unmatched: IssueKind[] =
		rows === 0
			? []
			: [
					{
						id: 'refundsUnmatched',
						label: words.kinds.refundsUnmatched(),
						outcome: 'aside',
						rows,
						amount,
						examples: [],
						proposals: []
					}
				];
	return [...coded, ...chosen, ...unmatched].toSorted((a, b) => (b.rows ?? -1) - (a.rows ?? -1));
}

/** What is asked of each file that a dataset was made of. */
type FileOfIt = Pick<DatasetManifest, 'recipe' | 'totals' | 'scale'>;

/** Rows equal to an earlier one of their file that were dropped, in units of `scale`; rows that another file has are no fault. */
function mergedWithin(files: readonly FileOfIt[], scale: number): { rows: number; amount: number } {
	return files.reduce(
		({ rows, amount }, { totals: { merged }, scale: own }) => ({
			rows: rows + merged.rows,
			amount: amount + merged.amount * 10 ** (scale - own)
		}),
		{ rows: 0, amount: 0 }
	);
}

/** Whether rows of a kind are kept as all others are. */
function isKeptBy({ choices }: ImportRecipe, kind: ChoiceKind): boolean {
	const choice = choices[kind];
	return choice === 'keep' || choice === 'walk-in';
}

/** Whether a file may have rows of a kind: where they are kept, most are not counted. */
function mayHave({ recipe, totals }: FileOfIt, kind: ChoiceKind): boolean {
	if (kind === 'duplicates') return totals.duplicatesSeen > 0;
	return isKeptBy(recipe, kind) || totals.setAside[kind].rows > 0;
}

function countedOnly({ totals }: DatasetManifest): IssueGroup[] {
	const of = (by: Readonly<Partial<Record<IssueCode, number>>>, outcome: IssueGroup['outcome']) =>
		Object.entries(by).map(([code, rows]) => ({
			code: code as IssueCode,
			outcome,
			rows,
			amount: null,
			examples: []
		}));
	return [...of(totals.rejectedBy, 'rejected'), ...of(totals.remarks ?? {}, 'remark')];
}

/** What a fix does, in words; where a dataset has several files, of which of them. */
export function proposalText(
	{ fix, recipes }: Proposal,
	{ sources }: Pick<DatasetManifest, 'sources'>,
	wording: IssueWording
): string {
	const text = fixText(fix, wording);
	if (sources === undefined) return text;
	const [first, ...others] = recipes.flatMap((recipe, place) => (recipe === null ? [] : [place]));
	const { words } = wording;
	if (others.length > 0) return words.inFiles({ fix: text, n: others.length + 1 });
	return words.inFile({ fix: text, name: sources[first ?? 0]?.file.name ?? '' });
}

/** What a fix does, in words. */
function fixText(fix: Fix, { words, messages }: IssueWording): string {
	const { fixes } = words;
	switch (fix.id) {
		case 'date-order':
			return fixes.dateOrder({ header: fix.header, order: messages.importing.dateOrders[fix.order]() });
		case 'number-style': {
			const { group, decimal } = fix.style;
			return fixes.numberStyle({ header: fix.header, example: `1${group}234${decimal}56` });
		}
		case 'status':
			return fix.treatment === 'valid'
				? fixes.statusValid({ value: fix.value })
				: fixes.statusCancelled({ value: fix.value });
		case 'choice':
			return choiceText(fix.choice, fix.value, fixes);
	}
}

function choiceText(choice: string, value: string, fixes: IssueWording['words']['fixes']): string {
	switch (choice) {
		case 'duplicates':
			return value === 'drop' ? fixes.duplicatesDrop() : fixes.duplicatesKeep();
		case 'noCustomer':
			return value === 'walk-in' ? fixes.noCustomerWalkIn() : fixes.noCustomerAside();
		case 'cancelled':
			return value === 'keep' ? fixes.cancelledKeep() : fixes.cancelledExclude();
		default:
			return value === 'keep' ? fixes.zeroKeep() : fixes.zeroExclude();
	}
}

/** Control totals before and after, the parts that have a row in either; each money in its own unit. */
export function comparisonRows(
	before: DatasetManifest,
	after: DatasetManifest,
	{ messages, locale }: Omit<IssueWording, 'words'>
): TableRow[] {
	const { total } = messages.importing;
	const now = controlRows(before.totals);
	const then = controlRows(after.totals);
	return now.flatMap(({ part, value }, i): TableRow[] => {
		const other = then[i]?.value ?? value;
		if (value.rows === 0 && other.rows === 0) return [];
		const money = (amount: number, of: DatasetManifest) => formatMoney(amount, locale, of, true);
		const cells = [
			total[part](),
			formatCount(value.rows, locale),
			formatCount(other.rows, locale),
			money(value.amount, before),
			money(other.amount, after)
		];
		return [{ id: part, cells, selected: cells[1] !== cells[2] || cells[3] !== cells[4] }];
	});
}
