import { describe, expect, test } from 'vitest';
import { messagesFor } from '#lib/i18n/messages.ts';
import { screenStatus } from '#lib/state/screen-status.ts';
import { answers } from '../../support/shop.ts';

const frame = { asOf: 19_000, from: null, weekStart: 1 };
const view = {
	messages: messagesFor('en'),
	frame,
	opening: false,
	openError: null,
	readOnly: false,
	lacksOrders: () => false
};
const nothing = { current: undefined, loading: false, error: null };
const failed = { code: 'out-of-memory', params: {} } as const;
const result = answers.overview();

describe('the state of a screen', () => {
	test('is empty without a dataset, and loading while one is opened', () => {
		expect(screenStatus('churn', { ...view, frame: null }, nothing).kind).toBe('empty');
		expect(screenStatus('churn', { ...view, frame: null, opening: true }, nothing).kind).toBe('loading');
	});

	test('says that it needs orders, and the segments that they need orders or rows with a date', () => {
		const without = { ...view, lacksOrders: () => true };
		expect(screenStatus('churn', without, nothing)).toMatchObject({
			kind: 'empty',
			title: 'This needs orders'
		});
		const segments = screenStatus('rfm', without, nothing);
		expect(segments.kind === 'empty' && segments.text).toContain('rows with a date');
	});

	test('is an error with its code when the dataset cannot be opened or the method fails', () => {
		const opened = screenStatus(
			'churn',
			{ ...view, openError: { code: 'storage-damaged', params: {} } },
			nothing
		);
		expect(opened).toMatchObject({ kind: 'error', code: 'storage-damaged', retry: null });
		expect(screenStatus('churn', view, { ...nothing, error: failed })).toMatchObject({
			kind: 'error',
			code: 'out-of-memory',
			retry: 'Try again'
		});
	});

	test('is absent for an analysis that a snapshot does not hold', () => {
		expect(screenStatus('churn', { ...view, readOnly: true }, nothing).kind).toBe('absent');
		expect(screenStatus('churn', { ...view, readOnly: true }, { ...nothing, loading: true }).kind).toBe(
			'loading'
		);
	});

	test('says what is missing when there is too little data', () => {
		const without = (code: 'no-orders' | 'no-orders-in-window' | 'origins-no-attribute') => {
			const missing = [{ code, params: {} }];
			const answer = { ...result, status: 'not-enough-data' as const, missing };
			const status = screenStatus('churn', view, { ...nothing, current: { result: answer, provenance: '' } });
			if (status.kind !== 'too-little') throw new Error(status.kind);
			expect(status.reasons[0]).not.toBe(code);
			return status.text;
		};
		expect(without('no-orders')).toContain('no row counts as a sale');
		expect(without('no-orders-in-window')).toContain('as-of date or the window');
		expect(without('origins-no-attribute'), 'no other date gives a column').toBe('');
	});

	test('keeps showing the last answer when a change cannot be computed, and says so', () => {
		const status = screenStatus('churn', view, {
			loading: false,
			error: failed,
			current: { result, provenance: '' }
		});
		expect(status.kind).toBe('ready');
		expect(status.kind === 'ready' && status.problem).toContain('before the last change');
	});
});
