import type { Table } from '../../result/table.ts';

/** Customers by their orders in the window: four or more, two or three, one. */
export const loyaltyIds = ['often', 'again', 'once'] as const;

/** Tiers of value against something else that customers are told apart by: one row per cell. */
export type GridTable<Column extends string> = Table<
	{
		tier: Uint8Array;
		customers: Uint32Array;
		share: Float64Array;
		revenue: Float64Array;
		predicted: Float64Array;
	} & Readonly<Record<Column, Uint8Array>>
>;
