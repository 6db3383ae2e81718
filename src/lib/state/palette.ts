/** One thing that the palette can do. */
export interface Command {
	readonly id: string;
	readonly group: string;
	readonly label: string;
	/** Further words to be found by, e.g. the name in the other language. */
	readonly keywords: readonly string[];
	/** Keys that do the same, for show. */
	readonly keys?: readonly string[];
	readonly run: () => void;
}

/** Tells whether a text matches what was typed; `pinyin-match` does it for Chinese once it is loaded. */
export type Matcher = (text: string, query: string) => boolean;

/**
 * Matches when every typed word occurs in the text, whatever the case.
 *
 * @example
 * plainMatch('Open workspace Online Retail', 'retail open') // => true
 * plainMatch('客户分层', 'khfc') // => false
 */
export const plainMatch: Matcher = (text, query) => {
	const where = text.toLocaleLowerCase();
	return query
		.toLocaleLowerCase()
		.split(/\s+/)
		.every((word) => where.includes(word));
};

/**
 * The commands that match a query, those whose own label begins with it first. All of them for an empty query.
 */
export function findCommands(
	commands: readonly Command[],
	query: string,
	matchers: readonly Matcher[]
): Command[] {
	const typed = query.trim();
	if (typed === '') return [...commands];
	const found = commands.filter((command) =>
		[command.label, ...command.keywords].some((text) => matchers.some((matches) => matches(text, typed)))
	);
	const begins = (command: Command): number =>
		command.label.toLocaleLowerCase().startsWith(typed.toLocaleLowerCase()) ? 0 : 1;
	return found.toSorted((a, b) => begins(a) - begins(b));
}
