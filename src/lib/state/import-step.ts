import {
	isGrid,
	type AnyComparison,
	type AnyInspection,
	type AnyRecipe,
	type ErrorRecord,
	type Progress,
	type StoredManifest
} from '#lib/api/index.ts';

/** Where the import goes: a workspace that exists, or a new one of that name. */
export type ImportTarget =
	| { readonly kind: 'existing'; readonly workspaceId: string }
	| { readonly kind: 'new'; readonly name: string; readonly sample: boolean };

/** The steps of an import, one at a time. */
export type ImportStep =
	| { readonly at: 'idle' }
	| { readonly at: 'inspecting'; readonly file: File }
	| {
			readonly at: 'review';
			readonly file: File;
			readonly inspection: AnyInspection;
			/** The recipe with the changes made since; the inspection may still be on its way for it. */
			readonly recipe: AnyRecipe;
			readonly refreshing: boolean;
	  }
	| {
			readonly at: 'running';
			readonly file: File;
			readonly recipe: AnyRecipe;
			readonly sheetsLeft: readonly string[];
			readonly progress: Progress | null;
			readonly cancelling: boolean;
	  }
	| {
			/** A file was compared with the dataset that it is added to; nothing is stored yet. */
			readonly at: 'deciding';
			readonly file: File;
			readonly recipe: AnyRecipe;
			readonly sheetsLeft: readonly string[];
			readonly comparison: AnyComparison;
			/** Of the file that was compared: of several that are joined anew, not always `file`. */
			readonly fileName: string;
	  }
	| {
			readonly at: 'done';
			readonly manifest: StoredManifest;
			readonly elapsedMs: number;
			/** Sheets of the columns of the one that was read, which were not. */
			readonly sheetsLeft: readonly string[];
	  }
	| {
			readonly at: 'failed';
			readonly file: File;
			readonly error: ErrorRecord;
			/** The recipe to go back to; null when the file could not even be read. */
			readonly recipe: AnyRecipe | null;
	  };

export type ImportEvent =
	| { readonly type: 'choose'; readonly file: File }
	| { readonly type: 'inspected'; readonly inspection: AnyInspection }
	| { readonly type: 'change'; readonly recipe: AnyRecipe }
	| { readonly type: 'begin' }
	| { readonly type: 'progress'; readonly progress: Progress }
	| { readonly type: 'compared'; readonly comparison: AnyComparison; readonly fileName: string }
	| { readonly type: 'decided' }
	| { readonly type: 'cancel' }
	| { readonly type: 'stored'; readonly manifest: StoredManifest; readonly elapsedMs: number }
	| { readonly type: 'fail'; readonly error: ErrorRecord }
	| { readonly type: 'again' }
	| { readonly type: 'leave' };

/**
 * The step that follows; the same step where an event has no meaning in it (a late progress report, a second
 * click), so that nothing that arrives late can move a wizard backwards.
 */
export function nextStep(step: ImportStep, event: ImportEvent): ImportStep {
	switch (event.type) {
		case 'choose':
			return isWriting(step) ? step : { at: 'inspecting', file: event.file };
		case 'inspected':
			return inspected(step, event.inspection);
		case 'change':
			return step.at === 'review' ? { ...step, recipe: event.recipe, refreshing: true } : step;
		case 'begin':
			if (!mayBegin(step)) return step;
			return running({ ...step, sheetsLeft: sheetsLeft(step.inspection, step.recipe) });
		case 'progress':
			return step.at === 'running' ? { ...step, progress: event.progress } : step;
		case 'compared':
			if (step.at !== 'running' || step.cancelling) return step;
			return {
				at: 'deciding',
				file: step.file,
				recipe: step.recipe,
				sheetsLeft: step.sheetsLeft,
				comparison: event.comparison,
				fileName: event.fileName
			};
		case 'decided':
			return step.at === 'deciding' ? running(step) : step;
		case 'cancel':
			return step.at === 'running' ? { ...step, cancelling: true } : step;
		case 'stored':
			return step.at === 'running'
				? {
						at: 'done',
						manifest: event.manifest,
						elapsedMs: event.elapsedMs,
						sheetsLeft: step.sheetsLeft
					}
				: step;
		case 'fail':
			return failed(step, event.error);
		case 'again':
			return step.at === 'failed' ? { at: 'inspecting', file: step.file } : step;
		case 'leave':
			return isWriting(step) ? step : { at: 'idle' };
	}
}

type Running = Extract<ImportStep, { at: 'running' }>;

function running({
	file,
	recipe,
	sheetsLeft: left
}: Pick<Running, 'file' | 'recipe' | 'sheetsLeft'>): Running {
	return { at: 'running', file, recipe, sheetsLeft: left, progress: null, cancelling: false };
}

/** Sheets of a workbook that have the columns of the one that is read, and are not read with it. */
function sheetsLeft({ sheets }: AnyInspection, { source }: AnyRecipe): readonly string[] {
	if (!isGrid(source) || source.more !== undefined) return [];
	return sheets.filter(({ name, alike }) => alike === true && name !== source.sheet).map(({ name }) => name);
}

/** Whether an import is under way that leaving would undo. */
export function isWriting(step: ImportStep): boolean {
	return step.at === 'running' || step.at === 'deciding';
}

/** Whether leaving now would lose work: what is being written, and cleaning steps that are not used yet. */
export function holdsWork(step: ImportStep): boolean {
	return (
		isWriting(step) ||
		((step.at === 'review' || step.at === 'failed') && (step.recipe?.steps ?? []).length > 0)
	);
}

function inspected(step: ImportStep, inspection: AnyInspection): ImportStep {
	if (step.at === 'inspecting') {
		return { at: 'review', file: step.file, inspection, recipe: inspection.recipe, refreshing: false };
	}
	if (step.at === 'review') return { ...step, inspection, recipe: inspection.recipe, refreshing: false };
	return step;
}

function failed(step: ImportStep, error: ErrorRecord): ImportStep {
	switch (step.at) {
		case 'inspecting':
			return { at: 'failed', file: step.file, error, recipe: null };
		case 'review':
			// What could not be read is the change; before it there was a review to go back to.
			return {
				at: 'failed',
				file: step.file,
				error,
				recipe: step.refreshing ? step.inspection.recipe : step.recipe
			};
		case 'running':
		case 'deciding':
			return { at: 'failed', file: step.file, error, recipe: step.recipe };
		default:
			return step;
	}
}

/** Questions that only a person can answer: until then the import does not begin, for it would have to guess. */
const mustAnswer: readonly string[] = [
	'date-order-ambiguous',
	'months-or-days',
	'seconds-or-codes',
	'amount-style-ambiguous',
	'order-lines',
	'status-by-values',
	'status-unknown'
];

/** How many things stand in the way of an import: what stops it, and questions without an answer. */
export function obstacles({ blockers, questions }: Pick<AnyInspection, 'blockers' | 'questions'>): number {
	return blockers.length + questions.filter(({ code }) => mustAnswer.includes(code)).length;
}

/** Whether everything is understood that the import needs. */
export function mayBegin(step: ImportStep): step is Extract<ImportStep, { at: 'review' }> {
	return step.at === 'review' && !step.refreshing && obstacles(step.inspection) === 0;
}

/** What a progress report says to a person. Null = not known (yet). */
export interface Pace {
	/** 0..1. */
	readonly share: number | null;
	readonly rowsPerSecond: number | null;
	readonly secondsLeft: number | null;
}

/**
 * Share done, rows a second and seconds left. The first half second says nothing of the pace.
 *
 * @example
 * paceOf({ stage: 'parsing', done: 25, total: 100, unit: 'bytes', rows: 5000, elapsedMs: 1000 }) // => { share: 0.25, rowsPerSecond: 5000, secondsLeft: 3 }
 */
export function paceOf(progress: Progress): Pace {
	const share = progress.total > 0 ? Math.min(1, progress.done / progress.total) : null;
	if (progress.elapsedMs < 500) return { share, rowsPerSecond: null, secondsLeft: null };
	const seconds = progress.elapsedMs / 1000;
	return {
		share,
		rowsPerSecond: progress.rows > 0 ? Math.round(progress.rows / seconds) : null,
		secondsLeft: share !== null && share > 0.01 ? Math.ceil((seconds * (1 - share)) / share) : null
	};
}

/**
 * A name for a workspace or dataset from a file's name: without folders and endings.
 *
 * @example
 * nameFromFile('2024 订单.csv.gz') // => '2024 订单'
 * nameFromFile('.csv') // => '.csv'
 */
export function nameFromFile(fileName: string): string {
	const bare = fileName.replace(/^.*[\\/]/, '');
	return (
		bare
			.replace(/(\.(csv|tsv|txt|tab|gz|zip|json|jsonl|ndjson|xlsx|xlsm|xls|parquet|html?))+$/i, '')
			.trim() || bare
	);
}
