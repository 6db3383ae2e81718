import type { CalendarRule } from '../calendar/period.ts';
import type { CustomerGroups } from '../dataset/customer-groups.ts';
import type { CustomerSigns } from '../dataset/customer-signs.ts';
import type { CustomerAnswers } from '../dataset/customer-answers.ts';
import type { ContractSource, CustomerContracts } from '../dataset/customer-contracts.ts';
import type { AnswerSource } from '../dataset/loss-reasons.ts';
import type { EventFacts, EventSource } from '../dataset/event-source.ts';
import type { OrderLines } from '../dataset/order-lines.ts';
import type { Ledger } from '../ledger/types.ts';
import type { Table } from '../result/table.ts';
import type { GenericSchema } from 'valibot';

/** A text in both languages. */
export interface Words {
	readonly en: string;
	readonly 'zh-CN': string;
}

/**
 * The frame that every method computes in.
 * `asOf` is the last day that counts (day number, inclusive). Orders after it do not exist.
 * `from` is the first day of the observation window (inclusive), or null for all history.
 */
export interface Frame extends CalendarRule {
	readonly asOf: number;
	readonly from: number | null;
}

/**
 * Gives what was made under a name, and makes it the first time. What is made must follow from the ledger, the frame
 * and the name alone, and is never changed.
 */
export type Keep = <T extends object>(name: string, make: () => T) => T;

/** Gives what another method answers about the same ledger and frame; the caller may know it already. Never changed. */
export type Ask = <P, R extends MethodResult>(method: Method<P, R>, params: P) => R;

/** Told from time to time what share of a work is done: 0 to 1, and never less than before. */
export type TellShare = (share: number) => void;

/** What a method computes from. The ledger holds orders up to `frame.asOf` only. */
export interface MethodInput {
	readonly ledger: Ledger;
	readonly frame: Frame;
	/**
	 * Keeps the part of the work that other parameters would only repeat, where the caller asks the same ledger and
	 * frame again and again. Without it everything is worked out anew; results are the same.
	 */
	readonly keep?: Keep;
	/** The customers by the attribute that the method named in `groupsBy`; null or absent where it named none. */
	readonly groups?: CustomerGroups | null;
	/** What linked tables tell of the customers, for a method that `readsSigns`; null or absent where none is linked. */
	readonly signs?: CustomerSigns | null;
	/** Whose rows the ledger's orders are, where the method named a source in `ledgerOf`; null or absent for orders. */
	readonly events?: EventFacts | null;
	/** What customers said in the column that the method named in `answersBy`; null or absent where there is no such column. */
	readonly answers?: CustomerAnswers | null;
	/** The lines by the column that the method named in `linesBy`; null or absent where it named none. */
	readonly lines?: OrderLines | null;
	/** The rows that the method named in `contractsOf`; null or absent where there is no such table. */
	readonly contracts?: CustomerContracts | null;
	/** Told how far a method has come that may take a while; others do not call it. */
	readonly tell?: TellShare;
	/** For a method that reads what others say. Without it the other method is run; results are the same. */
	readonly ask?: Ask;
}

/** A remark that travels with a result, e.g. that frequency collapses. Texts live in i18n. */
export interface Warning {
	readonly code: string;
	readonly params: Readonly<Record<string, string | number>>;
}

/** Where a formula comes from. */
export interface Source {
	readonly title: string;
	readonly url?: string;
}

/**
 * The record by which screens, reports, snapshots and the docs know a method.
 * `version` goes up whenever the same input could give another number.
 */
export interface MethodDefinition {
	readonly id: string;
	readonly version: number;
	readonly name: Words;
	/** One sentence: what question it answers. */
	readonly purpose: Words;
	/** What it needs from a dataset, by role. */
	readonly needs: readonly ('customer' | 'date' | 'amount' | 'order')[];
	/** The formulas in words, in reading order: one entry per number or table shown. */
	readonly formulas: readonly { readonly id: string; readonly name: Words; readonly text: Words }[];
	readonly assumptions: readonly Words[];
	readonly sources: readonly Source[];
}

/**
 * What a method answers. `status` 'not-enough-data' is a full answer: `missing` says what is missing and
 * tables may be empty. `n` is the number of customers that the result speaks about.
 */
export interface MethodResult<
	Id extends string = string,
	P = unknown,
	S = Readonly<Record<string, number>>,
	T = Readonly<Record<string, Table>>
> {
	readonly method: Id;
	readonly version: number;
	readonly params: P;
	readonly frame: Frame;
	readonly status: 'ok' | 'not-enough-data';
	readonly missing: readonly Warning[];
	readonly n: number;
	readonly warnings: readonly Warning[];
	/** Named single numbers; NaN means "no value". */
	readonly scalars: S;
	readonly tables: T;
}

/**
 * A result, and beside it what the method says of each customer (rows keyed by the `customer` column:
 * indices into `ledger.customers`). The second part stays in the worker and feeds lists and files.
 */
export interface MethodOutcome<R extends MethodResult = MethodResult> {
	readonly result: R;
	readonly customers: Table | null;
}

export interface Method<P = never, R extends MethodResult = MethodResult> {
	readonly definition: MethodDefinition;
	/** Validates and completes parameters: `parse(schema, {})` gives the defaults. */
	readonly params: GenericSchema<unknown, P>;
	/**
	 * The attribute, of those that the dataset has, by which `input.groups` must tell customers apart; null for none.
	 * Methods without it look at orders alone. A name that the dataset does not have is refused by the caller.
	 */
	groupsBy?(params: P, attributes: readonly string[]): string | null;
	/** The column of the orders whose values `input.lines` must have; refused by the caller as that of `groupsBy` is. */
	linesBy?(params: P): string | null;
	/** The linked table whose rows `input.ledger` has in the place of orders; null for orders. One that is not there is refused by the caller. */
	ledgerOf?(params: P): EventSource | null;
	/** The column, of a linked table or of the orders, whose texts `input.answers` must have; null for none. One that is gone gives no answers. */
	answersBy?(params: P): AnswerSource | null;
	/** The linked table whose rows `input.contracts` must be; null for none. One that is gone gives no contracts. */
	contractsOf?(params: P): ContractSource | null;
	/** It looks at what linked tables tell of customers, too. */
	readonly readsSigns?: true;
	run(input: MethodInput, params: P): MethodOutcome<R>;
	/**
	 * Who stands behind row `row` of table `table` of the result that `run` gives for the same input and
	 * parameters: ascending customer indices. Throws `selection-invalid` for a table or row without people.
	 */
	members(input: MethodInput, params: P, table: string, row: number): Uint32Array;
}

/**
 * A method whose parameter type is not known where it is called. What its own schema gives is what it takes:
 * parse first, then run.
 */
export interface AnyMethod {
	readonly definition: MethodDefinition;
	readonly params: GenericSchema<unknown, unknown>;
	groupsBy?(params: unknown, attributes: readonly string[]): string | null;
	linesBy?(params: unknown): string | null;
	ledgerOf?(params: unknown): EventSource | null;
	answersBy?(params: unknown): AnswerSource | null;
	contractsOf?(params: unknown): ContractSource | null;
	readonly readsSigns?: true;
	run(input: MethodInput, params: unknown): MethodOutcome;
	members(input: MethodInput, params: unknown, table: string, row: number): Uint32Array;
}
