import type { OwnText } from './types.ts';

const ENTRY = /^\s*(?:[-*•·]|(\d{1,3})[.)、])\s+(.*)$/;

/**
 * Words as they were typed: a blank line ends a paragraph, lines that begin with a dash or a number are entries of a list.
 *
 * @example
 * ownText('Two things:\n- one\n- two').map(({ kind }) => kind) // => ['paragraph', 'list']
 * ownText('1. first\n2. second') // => [{ kind: 'list', numbered: true, entries: ['first', 'second'] }]
 * ownText('a\nb\n\n c ') // => [{ kind: 'paragraph', text: 'a\nb' }, { kind: 'paragraph', text: 'c' }]
 */
export function ownText(typed: string): OwnText[] {
	const found: OwnText[] = [];
	let lines: string[] = [];
	let entries: string[] = [];
	let numbered = false;
	const endParagraph = () => {
		if (lines.length > 0) found.push({ kind: 'paragraph', text: lines.join('\n') });
		lines = [];
	};
	const endList = () => {
		if (entries.length > 0) found.push({ kind: 'list', numbered, entries });
		entries = [];
	};
	for (const line of typed.split('\n')) {
		const entry = ENTRY.exec(line);
		if (entry !== null) {
			endParagraph();
			const isNumbered = entry[1] !== undefined;
			if (isNumbered !== numbered) endList();
			numbered = isNumbered;
			entries.push(entry[2] ?? '');
			continue;
		}
		endList();
		if (line.trim() === '') endParagraph();
		else lines.push(line.trim());
	}
	endParagraph();
	endList();
	return found;
}
