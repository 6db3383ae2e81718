/**
 * `npm run encodings -- [--rounds 20] [--seed 1] [--wrong]`: writes exports in four languages, seven forms and nine
 * sizes, decodes them with no help, and says how many come out to the letter.
 */
import { parseArgs } from 'node:util';
import { measureEncodings, type Tally } from './encodings/measure.ts';

const { values } = parseArgs({
	options: {
		rounds: { type: 'string', default: '20' },
		seed: { type: 'string', default: '1' },
		wrong: { type: 'boolean', default: false }
	}
});
const { all, kinds, rows, wrong } = measureEncodings(Number(values.rounds), Number(values.seed));
const say = (name: string, { files, right }: Tally): void => {
	console.log(
		`${name.padEnd(28)} ${String(right)} of ${String(files)} (${((100 * right) / files).toFixed(2)} %)`
	);
};
for (const [kind, tally] of kinds) say(kind, tally);
for (const [count, tally] of rows) say(`${String(count)} row${count === 1 ? '' : 's'}`, tally);
say('all', all);
if (values.wrong) {
	for (const { language, form, rows: count, guess, text } of wrong) {
		console.log(
			`${language}, ${form}, ${String(count)} rows, taken for ${guess ?? 'no text'}: ${JSON.stringify(text.slice(0, 120))}`
		);
	}
}
