import { Outcome, problem, type KindOfStep, type StepOf } from './row-step.ts';

/** Format and control characters (zero width, soft hyphen, direction marks), and fillers that show as blanks. */
const invisible = /(?![\t\n\v\f\r\u0085])[\p{Cc}\p{Cf}\u115f\u1160\u3164\uffa0]/gu;

/** Full-width forms of ASCII, and the full-width blank. */
const fullWidth = /[\uff01-\uff5e\u3000]/gu;

const halved = (sign: string): string =>
	sign === '\u3000' ? ' ' : String.fromCharCode(sign.charCodeAt(0) - 0xfee0);

/**
 * A text tidied as a step says.
 *
 * @example
 * tidied('  Ａｄａ\u3000 Lovelace ', { blanks: true, invisible: true, halfWidth: true, letters: 'lower' }) // => 'ada lovelace'
 */
export function tidied(
	raw: string,
	how: Pick<StepOf<'trim'>, 'blanks' | 'invisible' | 'halfWidth' | 'letters'>
): string {
	let text = raw;
	if (how.invisible) text = text.replace(invisible, '');
	if (how.halfWidth) text = text.replace(fullWidth, halved);
	if (how.blanks) text = text.trim().replace(/\s+/gu, ' ');
	if (how.letters === 'lower') return text.toLowerCase();
	return how.letters === 'upper' ? text.toUpperCase() : text;
}

export const trim: KindOfStep<StepOf<'trim'>> = {
	problem: ({ columns }) => (columns.length === 0 ? problem('columns-none') : null),
	prepare(step, { positionOf }) {
		const columns = step.columns.map(positionOf);
		return {
			apply(cells) {
				let outcome: Outcome = Outcome.SAME;
				for (const column of columns) {
					const raw = cells[column] as string;
					if (raw === '') continue;
					const text = tidied(raw, step);
					if (text === raw) continue;
					cells[column] = text;
					outcome = Outcome.CHANGED;
				}
				return outcome;
			}
		};
	}
};
