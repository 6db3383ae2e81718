import type { Benchmark } from '#lib/core/benchmark/types.ts';
import type { AnalysisRequest } from './analysis-request.ts';

/** Where a client's state is read from: a snapshot file, locked or not, one that is kept here, or the open dataset. */
export type BenchmarkSource =
	| { readonly kind: 'file'; readonly file: Blob; readonly passphrase: string | null }
	| { readonly kind: 'kept'; readonly id: string }
	| {
			readonly kind: 'now';
			readonly asked: readonly AnalysisRequest[];
			/** Shown where the data do not say theirs; nothing is converted. */
			readonly currency: string | null;
	  };

export interface BenchmarkRead {
	readonly source: BenchmarkSource;
	/** What the client is called; empty: as the file says. */
	readonly name: string;
	/** Groups of fewer are hidden before anything is read; a file that hides some itself stays as it is. */
	readonly hideBelow: number;
	readonly nowMs: number;
	readonly appVersion: string;
}

export interface BenchmarkFileRequest {
	readonly benchmark: Benchmark;
	readonly form: 'xlsx' | 'csv';
	readonly locale: 'zh-CN' | 'en';
	/** Letters stand in place of the names of the other clients. */
	readonly letters: boolean;
}
