import { dictionaryOf } from '#lib/core/columns/dictionary.ts';
import type { AnswerSource } from '#lib/core/dataset/loss-reasons.ts';
import {
	attributeColumn,
	policyOf,
	type SharedColumnId,
	type SharingPolicy,
	type SharingRules
} from '#lib/core/dataset/sharing.ts';
import type { ChurnResult } from '#lib/core/methods/churn/types.ts';
import { columnNature } from '#lib/core/privacy/column-nature.ts';
import type { Locale } from '#lib/i18n/messages.ts';
import type { Coder } from './pseudonyms.ts';
import { saidValues } from './said-values.ts';

/**
 * The column by which a rule speaks of answers.
 *
 * @example
 * answerColumn({ table: null, column: 'Reason' }) // => 'attribute:Reason'
 * answerColumn({ table: 'tickets', column: 'Reason' }) // => 'attribute:tickets / Reason'
 */
export function answerColumn({ table, column }: AnswerSource): SharedColumnId {
	return attributeColumn(table === null ? column : `${table} / ${column}`);
}

/**
 * Why customers left, called what the column's rule allows. Unless it stays as it is, what somebody made of its values goes too:
 * parameters name each value, and names that were given may repeat it. Counts and causes stay.
 */
export async function discloseReasons(
	result: ChurnResult,
	{
		rules,
		coder,
		locale
	}: {
		/** Null: the values are left out, whatever was chosen. */
		readonly rules: SharingRules | null;
		readonly coder: () => Promise<Coder>;
		readonly locale: Locale;
	}
): Promise<ChurnResult> {
	const { lossReasons } = result.params;
	// Snapshots of before causes were told have neither.
	const lossValues = result.tables.lossValues as ChurnResult['tables']['lossValues'] | undefined;
	if (!lossReasons) return result;
	const column = answerColumn(lossReasons);
	const values = lossValues?.columns.value ?? [];
	const answers = lossValues?.columns.answers.reduce((sum, n) => sum + n, 0) ?? 0;
	// What nobody can look at any more is taken for prose.
	const nature = values.length === 0 ? 'text' : columnNature(dictionaryOf(values), answers);
	const policy: SharingPolicy = rules === null ? 'drop' : policyOf(rules, column, nature);
	if (policy === 'keep') return result;
	const params = { ...result.params, lossReasons: { ...lossReasons, mapped: [] } };
	if (lossValues === undefined) return { ...result, params };
	const said = await saidValues(values, { policy, nature, column, coder, locale });
	const columns = { ...lossValues.columns, value: said, name: said };
	return { ...result, params, tables: { ...result.tables, lossValues: { ...lossValues, columns } } };
}
