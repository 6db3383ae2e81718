import type { RefundRule } from '#lib/core/ledger/types.ts';
import type { Frame } from '#lib/core/methods/types.ts';

/** What to compute. `params` may be partial; the method fills in its defaults and checks them. */
export interface AnalysisRequest {
	readonly method: string;
	readonly params: Readonly<Record<string, unknown>>;
	/** `asOf` null = the latest order date in the data. */
	readonly frame: Omit<Frame, 'asOf'> & { readonly asOf: number | null };
	readonly refunds: RefundRule;
}
