import type { ErrorRecord } from '#lib/core/errors.ts';
import type { Warning } from '#lib/core/methods/types.ts';
import type { Messages } from './messages.ts';

type CodedTexts = Readonly<
	Record<string, ((params: Readonly<Record<string, string | number>>) => string) | undefined>
>;

function coded(texts: unknown, code: string, params: Readonly<Record<string, string | number>>): string {
	// A code without a text answers with itself: visible in tests, and still something to search for.
	return (texts as CodedTexts)[code]?.(params) || code;
}

/** What a coded error says to the user, in the language of `messages`; the code itself when it has no text. */
export function errorText(messages: Messages, error: ErrorRecord): string {
	return coded(messages.errors, error.code, error.params);
}

/** What a warning (or a missing requirement) of a result says; the code itself when it has no text. */
export function warningText(messages: Messages, warning: Warning): string {
	return coded(messages.warnings, warning.code, warning.params);
}

/** What a question of the import's review says; the code itself when it has no text. */
export function questionText(messages: Messages, question: Warning): string {
	return coded(messages.importing.questions, question.code, question.params);
}

/** Why a text was cut as it was; the code itself when it has no text. */
export function cutReasonText(messages: Messages, reason: Warning): string {
	return coded(messages.importing.cutReasons, reason.code, reason.params);
}

/** Why a row was rejected, or what is remarkable about it. */
export function issueText(messages: Messages, code: string): string {
	return coded(messages.issues, code, {});
}
