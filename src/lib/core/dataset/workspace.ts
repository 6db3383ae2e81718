import type { RefundRule } from '../ledger/types.ts';
import type { SharingRules } from './sharing.ts';

/** One client's isolated room: datasets and settings. */
export interface Workspace {
	readonly id: string;
	readonly name: string;
	/** `sample`: made by the sample generator; the same in all other respects. */
	readonly kind: 'client' | 'sample';
	readonly settings: WorkspaceSettings;
	readonly createdAt: number;
	readonly deletedAt: number | null;
}

export interface WorkspaceSettings {
	/** 1 = Monday … 7 = Sunday. */
	readonly weekStart: number;
	readonly refunds: RefundRule;
	/** What leaves in files that are given away; absent until something was chosen. */
	readonly sharing?: SharingRules;
}

/** A snapshot file kept in the browser. */
export interface SnapshotSummary {
	readonly id: string;
	readonly name: string;
	readonly createdAt: number;
	readonly addedAt: number;
	readonly methods: readonly string[];
	readonly provenance: string;
	readonly bytes: number;
	readonly deletedAt: number | null;
}
