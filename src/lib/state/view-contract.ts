import type {
	ErrorRecord,
	FindingsParams,
	FindingsResult,
	LifecycleParams,
	LifecycleResult,
	LossReasons,
	StatusMeaning,
	MigrationParams,
	MigrationResult,
	OpenBase,
	OpenDataset,
	OverviewParams,
	OverviewResult,
	ContractsParams,
	ContractsResult,
	ContributionParams,
	ContributionResult,
	ChurnParams,
	ChurnResult,
	OriginsParams,
	OriginsResult,
	RetentionParams,
	RetentionResult,
	RfmParams,
	RfmResult,
	RowNames,
	ValueParams,
	ValueResult
} from '#lib/api/index.ts';
import type { MoneyStyle } from '#lib/i18n/format.ts';
import type { Locale, Messages } from '#lib/i18n/messages.ts';

/**
 * What a screen knows of the world: one object, made by state, handed to each screen as its only prop.
 * Everything here is reactive when read in a component or a `$derived`.
 */
export interface ScreenProps {
	readonly view: AnalysisView;
}

/** The methods that screens show, with what they answer and what they take. */
export interface MethodResults {
	readonly overview: OverviewResult;
	readonly findings: FindingsResult;
	readonly rfm: RfmResult;
	readonly lifecycle: LifecycleResult;
	readonly migration: MigrationResult;
	readonly retention: RetentionResult;
	readonly origins: OriginsResult;
	readonly churn: ChurnResult;
	readonly contracts: ContractsResult;
	readonly contribution: ContributionResult;
	readonly value: ValueResult;
}
export interface MethodParams {
	readonly overview: OverviewParams;
	readonly findings: FindingsParams;
	readonly rfm: RfmParams;
	readonly lifecycle: LifecycleParams;
	readonly migration: MigrationParams;
	readonly retention: RetentionParams;
	readonly origins: OriginsParams;
	readonly churn: ChurnParams;
	readonly contracts: ContractsParams;
	readonly contribution: ContributionParams;
	readonly value: ValueParams;
}
export type MethodId = keyof MethodResults;
/** Parameters that change; `undefined`: back to the default. */
export type ParamsChange<M extends MethodId> = {
	readonly [K in keyof MethodParams[M]]?: MethodParams[M][K] | undefined;
};

/** A result that is on its way, here, or refused. */
export interface AnalysisResource<R> {
	/** The latest answer. Stays (stale) while a changed frame or parameter is being computed. */
	readonly current: { readonly result: R; readonly provenance: string } | undefined;
	readonly loading: boolean;
	/** What share of a work that takes a while is done, 0 to 1; null where nobody says. */
	readonly share: number | null;
	/** Why the latest request failed; null when it did not. `cancelled` is reported only after `stop`. */
	readonly error: ErrorRecord | null;
	/** Asks again after an error. */
	retry(): void;
	/** Gives up what is under way. */
	stop(): void;
}

/** What a mark is of: a method's answer, or the comparison of two states. */
export type MarkOwner = MethodId | 'compare';

/** A mark of a chart that people stand behind: row `row` of table `table` of what `method` answers now. */
export interface MarkSelection {
	readonly method: MarkOwner;
	readonly table: string;
	readonly row: number;
	/** In words, for the head of the customers panel: "At Risk", "R5 × F1", "2011-03, month 4". */
	readonly title: string;
}

/** What `frame.asOf` and `frame.from` resolve to for the open dataset: never null days except "all history". */
export interface ViewFrame {
	readonly asOf: number;
	readonly from: number | null;
	readonly weekStart: number;
	/** The month in which fiscal years begin; absent = January. */
	readonly yearStart?: number;
}

export interface AnalysisView {
	readonly locale: Locale;
	readonly messages: Messages;
	readonly money: MoneyStyle;
	/** Name shown on charts that leave the app. */
	readonly datasetName: string;
	/**
	 * What is open: orders, or the tables of a workspace that has none. Null until then, and for a snapshot.
	 */
	readonly base: OpenBase | null;
	/** The orders that are open. Null until a dataset is open (none imported yet, or still loading: see `opening`); null for a snapshot too. */
	readonly dataset: OpenDataset | null;
	/** Whether the workspace has no orders and the method, or whatever is no method (null), can do nothing without. */
	lacksOrders(method: MethodId | null): boolean;
	/** True while a dataset is being read from storage: screens show skeletons. */
	readonly opening: boolean;
	/** Why the dataset could not be opened. */
	readonly openError: ErrorRecord | null;
	/** A snapshot: results are as they were saved, `setParams` has no effect, nobody can be listed. */
	readonly readOnly: boolean;
	/** Null exactly when there is nothing to show yet. */
	readonly frame: ViewFrame | null;

	/**
	 * The answer of a method under the current frame and parameters, kept up to date while the calling
	 * component lives. Call it once while the component initialises, like a rune.
	 */
	resource<M extends MethodId>(method: M): AnalysisResource<MethodResults[M]>;
	/** What the user chose for a method (only what differs from its defaults); results carry the full parameters. */
	params<M extends MethodId>(method: M): Partial<MethodParams[M]>;
	/**
	 * Merges into `params(method)`; `undefined` takes one back to its default. The URL and every resource of the method
	 * follow.
	 */
	setParams<M extends MethodId>(method: M, change: ParamsChange<M>): void;
	/** Back to the method's defaults. */
	resetParams(method: MethodId): void;

	/** Where the data say why customers left, and what that means: kept with the workspace; null until something was chosen. */
	readonly lossReasons: {
		readonly current: LossReasons | null;
		keep(reasons: LossReasons | null): void;
	};
	/** What statuses of contracts mean, where somebody decided; kept with the workspace. */
	readonly contractStatuses: {
		readonly current: readonly StatusMeaning[] | null;
		keep(statuses: readonly StatusMeaning[] | null): void;
	};

	/** How a picture is shown that can be shown in several ways; null until the reader has chosen. Kept in the address. */
	look(picture: string): string | null;
	setLook(picture: string, look: string | null): void;

	/** The customers that the rows of a result's table name, by row; null for a snapshot, and where none could be had. */
	rowNames(method: MethodId, table: string): Promise<RowNames | null>;

	/** The mark whose customers are shown, so that charts can outline it. */
	readonly selection: MarkSelection | null;
	/** Opens the panel of the customers behind a mark; null closes it. */
	select(selection: MarkSelection | null): void;
	/**
	 * Goes to the screen of a mark's method, with exactly these parameters of it, and opens the customers behind the mark
	 * (from a snapshot, which lists nobody, to the screen alone).
	 */
	show<M extends MethodId>(
		selection: MarkSelection & { readonly method: M },
		params: Partial<MethodParams[M]>
	): void;
	/** Goes to the screen of a method, with what was chosen there. */
	open(method: MethodId): void;
	/** Opens "how is this computed?" for a method, scrolled to one formula (an id of its definition). */
	explain(method: MethodId, formulaId?: string): void;
	/** Leads to where data are opened or imported: to a file for the workspace that lacks orders, else to the start screen. */
	goToData(): void;
	/** A short passing message (a toast, announced to screen readers). */
	notify(text: string): void;
}
