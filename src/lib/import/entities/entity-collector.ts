import type { EntityColumn, EntityTable } from '#lib/core/dataset/entity-table.ts';
import type { StepTotal } from '#lib/core/dataset/control-totals.ts';
import { entitySpecs } from '#lib/core/dataset/entity-specs.ts';
import { sourceColumns } from '#lib/core/dataset/made-columns.ts';
import { hasSheets, keptName, type TableRecipe } from '#lib/core/dataset/recipe.ts';
import type { IssueCode } from '#lib/core/dataset/row-issue.ts';
import { CoreError } from '#lib/core/errors.ts';
import type { CleanedSink } from '../cleaning/cleaning-stage.ts';
import { StepCounts } from '../cleaning/step-counts.ts';
import { UNDECODABLE } from '../decode.ts';
import { IssueLog } from '../issue-log.ts';
import { RejectsFile } from '../rejects.ts';
import type { RowCells } from '../row-cells.ts';
import { SeenRows } from '../seen-rows.ts';
import { StyleWatch } from '../style-watch.ts';
import { zoneClockOf } from '../values/zone-clock.ts';
import type { ColumnTaker } from './column-taker.ts';
import { DateTaker } from './date-taker.ts';
import { MoneyTaker } from './number-takers.ts';
import { repeatsKey, takerOf } from './taker-of.ts';

/**
 * Takes the rows of a table of any entity. A row goes to the rejects when what it must have is missing, or when its
 * money cannot be read; a date or number that cannot be read is left empty and remarked on. Money that could be read
 * counts in the totals wherever its row goes.
 */
export class EntityCollector implements CleanedSink {
	readonly issues = new IssueLog();
	readonly rejects: RejectsFile;
	readonly styles = new StyleWatch();
	/** Rows that cleaning steps took out. */
	readonly steps = new StepCounts();
	sourceRows = 0;
	mergedRows = 0;
	rejectedRows = 0;
	duplicatesSeen = 0;
	rows = 0;
	isExpecting = false;

	readonly #recipe: TableRecipe;
	readonly #headers: readonly string[];
	/** Columns of the source: those that steps make stand behind them. */
	readonly #sourceWidth: number;
	readonly #takers: readonly ColumnTaker[];
	readonly #money: readonly MoneyTaker[];
	/** Of each list one at least must be filled. */
	readonly #needs: readonly (readonly ColumnTaker[])[];
	readonly #key: ColumnTaker | undefined;
	/** Columns by which rows are known: undecodable bytes there make another thing of them. */
	readonly #names: ReadonlySet<number>;
	#seen = new SeenRows();

	/**
	 * @throws CoreError `mapping-lacks` {entity, roles}, `mapping-role-twice` {role}, `date-order-ambiguous`,
	 *   `amount-style-ambiguous` {column, header}, `zone-unknown` {zone}
	 */
	constructor(recipe: TableRecipe) {
		const { entity, columns, currency } = recipe;
		this.#recipe = recipe;
		this.#headers = columns.map(({ header }) => header);
		this.#sourceWidth = sourceColumns(columns).length;
		this.rejects = new RejectsFile(this.#headers.slice(0, this.#sourceWidth), hasSheets(recipe.source));
		const zone = zoneClockOf(recipe);
		this.#takers = columns
			.filter(({ role }) => role !== 'ignore')
			.map((plan) => takerOf(plan, currency, zone));
		this.#money = this.#takers.filter((taker) => taker instanceof MoneyTaker);
		const roles = new Set<string>();
		for (const { plan } of this.#takers) {
			if (plan.role === 'attribute') continue;
			if (roles.has(plan.role)) throw new CoreError('mapping-role-twice', { role: plan.role });
			roles.add(plan.role);
		}
		const { needs, key } = entitySpecs[entity];
		this.#needs = needs.map((oneOf) => {
			const found = this.#takers.filter(({ plan }) => (oneOf as readonly string[]).includes(plan.role));
			if (found.length === 0) throw new CoreError('mapping-lacks', { entity, roles: oneOf.join(',') });
			return found;
		});
		this.#key = this.#takers.find(({ plan }) => plan.role === key);
		this.#names = new Set(
			[...this.#needs.flat(), ...(this.#key === undefined ? [] : [this.#key])].map(({ plan }) => plan.index)
		);
	}

	get money(): readonly MoneyTaker[] {
		return this.#money;
	}

	get dates(): readonly DateTaker[] {
		return this.#takers.filter((taker) => taker instanceof DateTaker);
	}

	expect(rows: number): void {
		this.isExpecting = true;
		this.#seen.reserve(rows);
	}

	/** Issues and rejected rows name the sheet that they are of. */
	beginSheet(name: string): void {
		this.issues.sheet = name;
		this.rejects.sheet = name;
	}

	setApart(cells: RowCells, line: number, code: IssueCode, column = -1): void {
		this.sourceRows++;
		this.#reject(cells, line, code, code === 'row-too-long' ? this.#sourceWidth : column);
	}

	/** A row that a cleaning step took out: it counts under its step, with its money as far as that can be read. */
	takeOut(cells: RowCells, _: number, step: number, fate: StepTotal['fate']): void {
		this.sourceRows++;
		for (const money of this.#money) {
			money.readLeaving(cells);
			money.leave(fate);
		}
		this.steps.count(step, fate, 0);
	}

	add(cells: RowCells, line: number, damaged: boolean, remark: IssueCode | null): void {
		this.sourceRows++;
		const width = this.#headers.length;
		if (cells.count > width && cells.hasTextFrom(width))
			return this.#reject(cells, line, 'row-too-long', width);
		const remarks: { readonly code: IssueCode; readonly column: number }[] = [];
		let fault: { readonly code: IssueCode; readonly column: number } | null = null;
		for (const taker of this.#takers) {
			const isMoney = taker instanceof MoneyTaker;
			if (isMoney) this.styles.look(cells, { ...taker.plan, numberStyle: taker.numberStyle }, line);
			const code = taker.read(cells, line);
			const column = taker.plan.index;
			if (code === null) {
				if (isMoney && taker.rounded) remarks.push({ code: 'amount-too-precise', column });
			} else if (isMoney) fault ??= { code, column };
			else remarks.push({ code, column });
		}
		const missing = this.#needs.find((oneOf) => !oneOf.some((taker) => taker.isFilled(cells)));
		const lacking = missing?.[0];
		if (lacking !== undefined) return this.#lacks(cells, line, lacking, remarks);
		if (fault !== null) return this.#reject(cells, line, fault.code, fault.column);
		const bad = damaged ? this.#undecodable(cells) : -1;
		if (this.#names.has(bad)) return this.#reject(cells, line, 'undecodable-bytes', bad);
		if (bad >= 0) remarks.push({ code: 'undecodable-bytes', column: bad });
		if (cells.wereSeen(this.#seen, width, -1)) {
			this.duplicatesSeen++;
			if (this.#recipe.choices.duplicates === 'drop') {
				this.mergedRows++;
				for (const money of this.#money) money.leave('merged');
				return;
			}
		}
		for (const taker of this.#takers) taker.keep(cells, this.rows);
		this.rows++;
		if (this.#key !== undefined && repeatsKey(this.#key))
			remarks.push({ code: 'key-repeated', column: this.#key.plan.index });
		for (const { code, column } of remarks) this.#remark(cells, line, code, column);
		if (remark !== null) this.issues.remark(remark, line, 0, '', cells.written().join(' '));
	}

	/** The table of all rows that were kept. The collector is spent afterwards. */
	build(): EntityTable {
		this.#seen = new SeenRows();
		return {
			entity: this.#recipe.entity,
			rows: this.rows,
			columns: this.#takers.map((taker): EntityColumn => {
				const { plan } = taker;
				return { header: keptName(plan), role: plan.role, ...taker.build(this.rows) };
			}),
			currency: this.#recipe.currency
		};
	}

	/** What must be there is not: empty, cut off, or not to be read. */
	#lacks(
		cells: RowCells,
		line: number,
		{ plan }: ColumnTaker,
		unread: readonly { readonly code: IssueCode; readonly column: number }[]
	): void {
		const { index } = plan;
		const why = unread.find(({ column }) => column === index)?.code;
		const code = why ?? (cells.count <= index ? 'row-too-short' : missingCode(plan.type));
		this.#reject(cells, line, code, index);
	}

	/** A column with undecodable bytes, one that names the row first; −1 when there is none. */
	#undecodable(cells: RowCells): number {
		const bad = cells.texts().flatMap((cell, column) => (cell.includes(UNDECODABLE) ? [column] : []));
		return bad.find((column) => this.#names.has(column)) ?? bad[0] ?? -1;
	}

	#remark(cells: RowCells, line: number, code: IssueCode, place: number): void {
		const column = cells.placeOf?.(place) ?? place;
		this.issues.remark(code, line, column + 1, this.#headers[column] ?? '', cells.raw(column));
	}

	#reject(cells: RowCells, line: number, code: IssueCode, place: number): void {
		const column = cells.placeOf?.(place) ?? place;
		this.rejectedRows++;
		for (const money of this.#money) money.leave('rejected');
		const texts = cells.written();
		const raw = column < 0 ? texts.join(' ') : cells.raw(column);
		this.issues.reject(code, line, column + 1, this.#headers[column] ?? '', raw);
		this.rejects.add(code, line, column + 1, texts, cells.isPart);
	}
}

function missingCode(type: ColumnTaker['plan']['type']): IssueCode {
	if (type === 'date') return 'date-missing';
	if (type === 'number') return 'number-invalid';
	return type === 'money' ? 'amount-missing' : 'key-missing';
}
