import { describe, expectTypeOf, it } from 'vitest';
import type {
	AnalysisApi,
	DatasetManifest,
	Envelope,
	ErrorRecord,
	ImportApi,
	LibraryApi,
	Progress
} from '#lib/api/index.ts';
import type { createClients } from '#lib/client/index.ts';
import type { Remote } from '#lib/client/remote.ts';
import type { analysisHandler } from '../../../workers/analysis/handler.ts';
import type { importHandler } from '../../../workers/import-handler.ts';
import type { libraryHandler } from '../../../workers/library-handler.ts';

/** Methods that answer with something else than an envelope (or nothing at all). */
type Unenveloped<Api> = {
	[K in keyof Api]: Api[K] extends (...args: never[]) => Promise<infer A>
		? [A] extends [Envelope<unknown>]
			? never
			: K
		: K;
}[keyof Api];

/** Whether anything in a type is a function: such a value cannot be cloned across the wall. */
type HoldsFunction<T> = T extends (...args: never[]) => unknown
	? true
	: T extends string | number | boolean | null | undefined | ArrayBufferView | Blob
		? false
		: T extends readonly (infer Item)[]
			? HoldsFunction<Item>
			: T extends object
				? true extends { [K in keyof T]: HoldsFunction<T[K]> }[keyof T]
					? true
					: false
				: false;

describe('the contracts of the workers', () => {
	it('answer with envelopes, but for the call to stop, which has no answer', () => {
		expectTypeOf<Unenveloped<AnalysisApi>>().toEqualTypeOf<'cancel'>();
		expectTypeOf<Unenveloped<ImportApi>>().toEqualTypeOf<'cancel'>();
		expectTypeOf<Unenveloped<LibraryApi>>().toEqualTypeOf<never>();
	});

	it('are what handlers offer and what the page gets', () => {
		expectTypeOf<ReturnType<typeof analysisHandler>>().toEqualTypeOf<AnalysisApi>();
		expectTypeOf<ReturnType<typeof importHandler>>().toEqualTypeOf<ImportApi>();
		expectTypeOf<ReturnType<typeof libraryHandler>>().toEqualTypeOf<LibraryApi>();
		expectTypeOf<ReturnType<typeof createClients>>().toEqualTypeOf<{
			readonly importing: ImportApi;
			readonly library: LibraryApi;
			readonly analysis: AnalysisApi;
		}>();
	});

	it('make an answer’s value readable only where it is there', () => {
		expectTypeOf<Extract<Envelope<number>, { ok: true }>['value']>().toEqualTypeOf<number>();
		expectTypeOf<Extract<Envelope<number>, { ok: false }>>().not.toHaveProperty('value');
	});

	it('send plain values only', () => {
		expectTypeOf<HoldsFunction<DatasetManifest>>().toEqualTypeOf<false>();
		expectTypeOf<HoldsFunction<ErrorRecord>>().toEqualTypeOf<false>();
		expectTypeOf<HoldsFunction<Progress>>().toEqualTypeOf<false>();
		expectTypeOf<HoldsFunction<{ a: { b: () => void } }>>().toEqualTypeOf<true>();
	});

	it('type what is called by name', () => {
		type Call = Remote<ImportApi>['call'];
		const check = (call: Call) => {
			expectTypeOf(call('discard', 'job')).toEqualTypeOf<Promise<Envelope<null>>>();
			// @ts-expect-error -- a job has a name, not a number
			void call('discard', 5);
			// @ts-expect-error -- answers nothing, and goes by the client's own `cancel`
			void call('cancel', 'job');
		};
		expectTypeOf(check).toBeFunction();
	});
});
