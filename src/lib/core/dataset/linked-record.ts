import type { TableEntity } from './entities.ts';

/** What the last row with a value says in a column of a linked table; days since 1970-01-01, money in 10^−scale. */
export type LinkedValue = { readonly header: string } & (
	| { readonly type: 'text'; readonly text: string }
	| { readonly type: 'day'; readonly day: number }
	| { readonly type: 'number'; readonly value: number }
	| { readonly type: 'money'; readonly value: number; readonly scale: number }
);

/** What a linked table has about a customer. */
export interface LinkedRecord {
	readonly table: string;
	readonly entity: TableEntity;
	readonly rows: number;
	/** NaN without a row that has a day. */
	readonly lastDay: number;
	/** Whether the table says when its rows happened. */
	readonly dated: boolean;
	readonly currency: string | null;
	/** Of tables that describe customers; empty for tables of events. */
	readonly values: readonly LinkedValue[];
}
