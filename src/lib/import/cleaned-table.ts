import type { CleaningStep } from '#lib/core/dataset/cleaning-step.ts';
import type { Inspection } from '#lib/core/dataset/inspection.ts';
import { madeColumns, type MadeColumn } from '#lib/core/dataset/made-columns.ts';
import type { AnyRecipe } from '#lib/core/dataset/recipe.ts';
import type { StepReport } from '#lib/core/dataset/step-report.ts';
import { profileSample, type ColumnProfile } from './infer.ts';
import type { SampleTable } from './sample-table.ts';
import { zoneClockOf } from './values/zone-clock.ts';

/** The rows that were looked at, after the cleaning steps of a recipe. */
export interface CleanedTable {
	readonly steps: readonly CleaningStep[];
	/** Columns that steps make; they come behind those of the file. */
	readonly made: readonly MadeColumn[];
	readonly rows: readonly (readonly string[])[];
	readonly profiles: readonly ColumnProfile[];
	/** Steps that cannot be done. */
	readonly blockers: Inspection['blockers'];
	/** What the steps did, as an inspection tells it; nothing where there are none. */
	readonly told: Pick<Inspection, 'steps'>;
}

/** Runs the steps of a recipe, if there is one, over the sample of a file. `asGiven`: profiles of its columns without them. */
export async function cleanedTable(
	table: SampleTable,
	asGiven: readonly ColumnProfile[],
	recipe: AnyRecipe | null
): Promise<CleanedTable> {
	const given = recipe?.steps ?? [];
	if (given.length === 0)
		return { steps: [], made: [], rows: table.rows, profiles: asGiven, blockers: [], told: {} };
	// Loaded where there are steps: most files have none.
	const { cleanSample } = await import('./cleaning/clean-sample.ts');
	const { tied } = await import('./cleaning/derive.ts');
	const steps = tiedSteps(given, table.headers, tied);
	const zone = zoneClockOf(recipe ?? {});
	const cleaned = await cleanSample(steps, table.headers, table.rows, table.farRows, zone);
	return {
		steps,
		made: madeColumns(steps, table.headers.length),
		rows: cleaned.rows,
		profiles: profileSample(cleaned),
		blockers: stepBlockers(cleaned.reports),
		told: { steps: cleaned.reports }
	};
}

/** The steps of a recipe for columns of these names, each name in a formula tied to the column of that header. */
function tiedSteps(
	steps: readonly CleaningStep[],
	headers: readonly string[],
	tied: typeof import('./cleaning/derive.ts').tied
): readonly CleaningStep[] {
	return steps.map((step, i) => {
		if (step.kind !== 'derive') return step;
		const made = madeColumns(steps.slice(0, i), headers.length);
		return tied(step, (header) => {
			const at = headers.indexOf(header);
			return at >= 0 ? at : (made.find((column) => column.header === header)?.made ?? null);
		});
	});
}

/** One for all steps that cannot be run: each is marked where it stands, and says why. */
function stepBlockers(reports: readonly StepReport[]): Inspection['blockers'] {
	const broken = reports.flatMap(({ problem }, i) => (problem === null ? [] : [{ step: i + 1, problem }]));
	const [first] = broken;
	if (first === undefined) return [];
	if (broken.length === 1)
		return [{ code: 'step-invalid', params: { step: first.step, problem: first.problem.code } }];
	const steps = broken.map(({ step }) => step).join(', ');
	return [{ code: 'steps-invalid', params: { n: broken.length, steps } }];
}
