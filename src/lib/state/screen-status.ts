import { errorText, warningText } from '#lib/i18n/coded.ts';
import type { MethodResult } from '#lib/api/index.ts';
import type { Messages } from '#lib/i18n/messages.ts';
import type { AnalysisResource, AnalysisView, MethodId } from './view-contract.ts';

/** What a screen shows instead of its result, or that the result is there. Texts are ready to be shown. */
export type ScreenStatus =
	| { readonly kind: 'empty'; readonly title: string; readonly text: string; readonly action: string }
	| { readonly kind: 'loading'; readonly text: string }
	| {
			readonly kind: 'error';
			readonly title: string;
			readonly text: string;
			readonly code: string;
			readonly retry: string | null;
	  }
	| {
			readonly kind: 'too-little';
			readonly title: string;
			readonly text: string;
			readonly reasons: readonly string[];
	  }
	| { readonly kind: 'absent'; readonly title: string; readonly text: string }
	| {
			readonly kind: 'ready';
			/** Remarks of the method, in words. */
			readonly remarks: readonly string[];
			/** Why the latest change could not be computed; the result shown is from before it. */
			readonly problem: string | null;
	  };

/** Decides what the screen of a method shows now. */
export function screenStatus(
	method: MethodId,
	view: Pick<AnalysisView, 'messages' | 'frame' | 'opening' | 'openError' | 'readOnly' | 'lacksOrders'>,
	resource: Pick<AnalysisResource<MethodResult>, 'current' | 'loading' | 'error'>
): ScreenStatus {
	const { messages } = view;
	const words = messages.screens;
	if (view.lacksOrders(method)) {
		const text = method === 'rfm' ? words.lacksRows() : words.lacksText();
		return { kind: 'empty', title: words.lacksTitle(), text, action: words.lacksAction() };
	}
	if (view.openError !== null) {
		const { code } = view.openError;
		return {
			kind: 'error',
			title: words.openErrorTitle(),
			text: errorText(messages, view.openError),
			code,
			retry: null
		};
	}
	if (view.frame === null) {
		if (view.opening) return { kind: 'loading', text: words.loading() };
		return { kind: 'empty', title: words.emptyTitle(), text: words.emptyText(), action: words.emptyAction() };
	}
	const result = resource.current?.result;
	if (result === undefined) {
		if (resource.error !== null) {
			return {
				kind: 'error',
				title: resource.error.code === 'cancelled' ? words.stoppedTitle() : words.errorTitle(),
				text: errorText(messages, resource.error),
				code: resource.error.code,
				retry: words.retry()
			};
		}
		if (view.readOnly && !resource.loading) {
			return { kind: 'absent', title: words.absentTitle(), text: words.absentText() };
		}
		return { kind: 'loading', text: words.loading() };
	}
	if (result.status === 'not-enough-data') {
		return {
			kind: 'too-little',
			title: words.tooLittleTitle(),
			text: hintFor(result.missing, words),
			reasons: result.missing.map((warning) => warningText(messages, warning))
		};
	}
	return {
		kind: 'ready',
		remarks: result.warnings.map((warning) => warningText(messages, warning)),
		problem: resource.error === null ? null : `${errorText(messages, resource.error)} ${words.stale()}`
	};
}

/** What is missing where no date, window or order more would help. */
const ofColumns: ReadonlySet<string> = new Set(['origins-no-attribute', 'no-profit', 'contracts-no-rows']);

/** What can be done about it; nothing beside a reason that says so itself. */
function hintFor(missing: MethodResult['missing'], words: Messages['screens']): string {
	if (missing.some(({ code }) => ofColumns.has(code))) return '';
	return missing.some(({ code }) => code === 'no-orders') ? words.tooLittleOrders() : words.tooLittleHint();
}
