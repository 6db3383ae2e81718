import type { DatasetManifest, IssueCode, IssueGroup } from '#lib/api/index.ts';
import { issueText } from '#lib/i18n/coded.ts';
import { formatCount, formatMoney } from '#lib/i18n/format.ts';
import type { TopicTexts } from '#lib/i18n/load-topic.ts';
import type { Locale, Messages } from '#lib/i18n/messages.ts';
import type { TableRow } from '#lib/ui/types.ts';
import { controlRows } from '#lib/state/control-rows.ts';
import { choiceKinds, choiceProposals, issueProposals, type Fix, type Proposal } from '#lib/state/fixes.ts';

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

/**
 * All kinds of a dataset, those that cost most rows first: rejections and remarks by code, and the rows that choices
 * decide about. `groups` is null where only their counts are known.
 */
export function issueKinds(
	manifest: DatasetManifest,
	groups: readonly IssueGroup[] | null,
	{ words, messages }: IssueWording
): IssueKind[] {
	const { recipe, totals } = manifest;
	const coded = (groups ?? countedOnly(manifest)).map(
		({ code, outcome, rows, amount, examples }): IssueKind => ({
			id: `${outcome}-${code}`,
			label: issueText(messages, code),
			outcome,
			rows,
			// Of what is rejected for its money, the money is just what could not be read.
			amount: outcome === 'rejected' && /^(?:amount|price|quantity)-/.test(code) ? null : amount,
			examples,
			proposals: outcome === 'rejected' ? issueProposals(code, recipe) : []
		})
	);
	const { setAside, merged, duplicatesSeen } = totals;
	const chosen = choiceKinds.flatMap((kind): IssueKind[] => {
		const choice = recipe.choices[kind];
		const kept = choice === 'keep' || choice === 'walk-in';
		const isDuplicates = kind === 'duplicates';
		const part = isDuplicates ? merged : setAside[kind];
		const rows = isDuplicates ? duplicatesSeen : kept ? null : part.rows;
		// A choice by default of which no row was met says nothing.
		if (rows === 0) return [];
		return [
			{
				id: kind,
				label: words.kinds[kind](),
				outcome: kept ? 'kept' : isDuplicates ? 'merged' : 'aside',
				rows,
				amount: kept ? null : part.amount,
				examples: [],
				proposals: choiceProposals(kind, recipe)
			}
		];
	});
	const { rows, amount } = setAside.refundsUnmatched;
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

/** What a fix does, in words. */
export function fixText(fix: Fix, { words, messages }: IssueWording): string {
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
