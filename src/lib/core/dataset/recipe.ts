import type { CleaningStep } from './cleaning-step.ts';
import type { EntityKind, EntityRole, TableEntity, ValueType } from './entities.ts';
import type { DateOrder, NumberStyle } from './value-styles.ts';

export type { DateOrder, NumberStyle } from './value-styles.ts';

/**
 * A recipe is every choice by which a file became a dataset, as plain data: it can be shown, changed,
 * saved and replayed. Two imports of the same bytes by the same recipe give the same dataset.
 */

/** Encodings that the platform's TextDecoder knows, by its labels. */
export const encodings = [
	'utf-8',
	'utf-16le',
	'utf-16be',
	'gb18030',
	'big5',
	'shift_jis',
	'windows-1252',
	'windows-1251',
	'koi8-r'
] as const;
export type Encoding = (typeof encodings)[number];

/** Where the table lies within its rows. */
export interface TableLayout {
	/** Whether the first row after `skipRows` names the columns. */
	readonly header: boolean;
	/** Rows of preamble above the header. */
	readonly skipRows: number;
	/** Which file of an archive; absent for a file that is none. */
	readonly member?: string;
	/** Each line is a basket and each cell an item of it: read as one row per item, with the number of its line. */
	readonly baskets?: true;
}

/** A table written as text, one row a line. */
export interface TextFormat extends TableLayout {
	/** Absent in recipes saved before there was another kind. */
	readonly kind?: 'text';
	readonly encoding: Encoding;
	/** What parts cells, e.g. `,` or `, `; or ' +' (a blank and a plus sign) for runs of blanks. */
	readonly delimiter: string;
	readonly quote: '"' | "'" | '';
	/** A backslash takes a quote's meaning from it; without this, a quote is doubled. */
	readonly escape?: '\\';
	/** How many rows name the columns, where it is more than one: their names are joined. */
	readonly headerRows?: 2 | 3;
	/** The last physical line of the table, from 1; what follows it is set apart. */
	readonly endLine?: number;
}

/** Files that hold cells and not text; `xls` stands for every older or rarer workbook. */
export const gridContainers = ['xlsx', 'xls', 'html', 'json', 'parquet'] as const;
export type GridContainer = (typeof gridContainers)[number];

/** A table whose cells the file itself tells apart. */
export interface GridFormat extends TableLayout {
	readonly kind: 'grid';
	readonly container: GridContainer;
	/** Name of the sheet or table; null where it has none. */
	readonly sheet: string | null;
	/** Further sheets with the same columns at the same place, read one after the other behind it. */
	readonly more?: readonly string[];
}

/** How the bytes are a table. */
export type SourceFormat = TextFormat | GridFormat;

/**
 * Whether the file itself tells its cells apart.
 *
 * @example
 * isGrid({ kind: 'grid', container: 'json', sheet: null, header: true, skipRows: 0 }) // => true
 * isGrid({ encoding: 'utf-8', delimiter: ',', quote: '"', header: true, skipRows: 0 }) // => false
 */
export function isGrid(format: SourceFormat): format is GridFormat {
	return format.kind === 'grid';
}

/**
 * Whether several sheets are read one after the other.
 *
 * @example
 * hasSheets({ kind: 'grid', container: 'xlsx', sheet: 'Jan', more: ['Feb'], header: true, skipRows: 0 }) // => true
 */
export const hasSheets = (format: SourceFormat): boolean => isGrid(format) && format.more !== undefined;

/**
 * Whether each line is a basket and each cell an item of it.
 *
 * @example
 * isBaskets({ encoding: 'utf-8', delimiter: ',', quote: '"', header: false, skipRows: 0, baskets: true }) // => true
 */
export const isBaskets = (format: SourceFormat): boolean => format.baskets === true;

/**
 * What a column means for an order export. At most one column per role, `attribute` and `ignore` aside.
 * `amount` is the money of the row; in its absence quantity × price is. `profit` is what of it is left; in its absence the
 * money less `cost` is. Both are of the whole row, as the amount is, not of a piece.
 */
export const columnRoles = [
	'customer',
	'customer-name',
	'order',
	'date',
	'amount',
	'cost',
	'profit',
	'quantity',
	'price',
	'status',
	'product',
	'attribute',
	'ignore'
] as const;
export type ColumnRole = (typeof columnRoles)[number];

/** Roles whose cells are money: their signs and headers speak of its currency. */
const moneyRoles: readonly string[] = ['amount', 'cost', 'profit', 'price'] satisfies ColumnRole[];

/**
 * Whether the cells of a role are read as money.
 *
 * @example
 * isMoneyRole('cost') // => true
 * isMoneyRole('quantity') // => false
 */
export const isMoneyRole = (role: string): boolean => moneyRoles.includes(role);

/**
 * Whether the cells of a role are read as numbers, in a style of writing them.
 *
 * @example
 * isNumberRole('quantity') // => true
 * isNumberRole('order') // => false
 */
export const isNumberRole = (role: string): boolean => role === 'quantity' || isMoneyRole(role);

/** What the values of a column look like. */
export const columnKinds = ['date', 'number', 'category', 'text', 'id', 'empty'] as const;
export type ColumnKind = (typeof columnKinds)[number];

export interface ColumnPlan<Role extends string = ColumnRole> {
	/**
	 * Position in the source, from 0, those that steps made behind them. Columns are always addressed by position, never
	 * by header.
	 */
	readonly index: number;
	readonly header: string;
	/**
	 * The name under which a column to cut by is kept, where another file of the dataset called it otherwise; absent: its header.
	 */
	readonly keptAs?: string;
	readonly role: Role;
	/** What its values looked like when the recipe was made: the next file's may look otherwise. */
	readonly kind?: ColumnKind;
	/** Of a column that a step made: `<id of the step>.<n>`. */
	readonly made?: string;
	readonly dateOrder?: DateOrder;
	readonly numberStyle?: NumberStyle;
}

/**
 * The name under which the values of a column are kept.
 *
 * @example
 * keptName({ header: '产品' }) // => '产品'
 * keptName({ header: '产品', keptAs: '商品名称' }) // => '商品名称'
 */
export const keptName = ({ header, keptAs }: Pick<ColumnPlan, 'header' | 'keptAs'>): string =>
	keptAs ?? header;

/** A column of a table that is no order export: how its cells are read is said with it. */
export interface TableColumnPlan extends ColumnPlan<EntityRole> {
	readonly type: ValueType;
}

/** What a value of the status column says of its row. */
export interface StatusRule {
	readonly value: string;
	readonly treatment: 'valid' | 'cancelled';
}

/** The visible choices about rows that are not plain sales. */
export interface RowChoices {
	/** Rows equal in every source cell to an earlier one. */
	readonly duplicates: 'keep' | 'drop';
	readonly cancelled: 'exclude' | 'keep';
	/** An order id that starts with this text marks a cancellation ('' = none). */
	readonly cancelPrefix: string;
	readonly zeroAmount: 'exclude' | 'keep';
	/** `walk-in` gathers rows without a customer under one customer of that name. */
	readonly noCustomer: 'set-aside' | 'walk-in';
}

export interface ImportRecipe {
	readonly version: 1;
	readonly source: SourceFormat;
	readonly columns: readonly ColumnPlan[];
	/** What is done to the rows of the source before they are read, in order; absent: nothing. */
	readonly steps?: readonly CleaningStep[];
	readonly statusRules: readonly StatusRule[];
	/** No column says which orders count, although the values of one look like it: somebody said so. */
	readonly noStatus?: true;
	readonly choices: RowChoices;
	/** ISO 4217 code read from the data or chosen by the user; null = not known. */
	readonly currency: string | null;
	/**
	 * IANA name of the time zone in whose days times count that say how far they are from UTC; absent: days and times are
	 * those that are written.
	 */
	readonly zone?: string;
}

/** A recipe for a table of another entity. Of the choices only that about duplicates says something of it. */
export interface TableRecipe extends Omit<ImportRecipe, 'columns'> {
	readonly entity: TableEntity;
	readonly columns: readonly TableColumnPlan[];
}

/** A recipe for whatever a file is; those without an entity are for orders. */
export type AnyRecipe = ImportRecipe | TableRecipe;

/**
 * Whether a recipe is for a table of another entity than orders.
 *
 * @example
 * isTableRecipe({ version: 1, entity: 'customer' }) // => true
 * isTableRecipe({ version: 1 }) // => false
 */
export function isTableRecipe(recipe: AnyRecipe): recipe is TableRecipe {
	return 'entity' in recipe;
}

/**
 * Asks for a file to be read as of a kind: what each column means is then guessed for that kind, and where the table lies
 * is kept.
 */
export interface ReadAs {
	readonly entity: EntityKind;
	readonly source: SourceFormat;
}
