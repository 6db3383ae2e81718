/** Why a row was rejected, or what was remarkable about it. Texts live in i18n (`issues`). */
export const issueCodes = [
	'date-missing',
	'date-invalid',
	'date-impossible',
	'amount-missing',
	'amount-invalid',
	'amount-too-large',
	'amount-too-precise',
	'amount-other-currency',
	'quantity-invalid',
	'price-invalid',
	'profit-invalid',
	'cost-other-sign',
	'profit-not-rest',
	'number-invalid',
	'key-missing',
	'key-repeated',
	'row-too-short',
	'row-too-long',
	'quote-unclosed',
	'undecodable-bytes',
	'quote-stray',
	'row-total',
	'row-repeated-header',
	'row-separator',
	'row-note',
	'row-after-table',
	'repaired-quote',
	'repaired-extra-delimiter',
	'repaired-missing-delimiter',
	'repaired-other-delimiter',
	'repaired-short',
	'currency-no-rate',
	'formula-no-value',
	'status-unruled',
	'cell-stray'
] as const;
export type IssueCode = (typeof issueCodes)[number];

/** One bad cell or row. `line` is the physical line in the file or sheet, from 1; `column` from 1, 0 = whole row. */
export interface RowIssue {
	readonly code: IssueCode;
	/** Which of several sheets that were read together. */
	readonly sheet?: string;
	readonly line: number;
	readonly column: number;
	readonly header: string;
	readonly raw: string;
}
