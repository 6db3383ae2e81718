import type { AnalysisRequest } from '#lib/api/index.ts';
import { CoreError } from '#lib/core/errors.ts';
import { cutLedger } from '#lib/core/ledger/cut-ledger.ts';
import type { AnyMethod, Frame, MethodInput } from '#lib/core/methods/types.ts';
import type { LinkedInput } from '#lib/core/result/provenance.ts';
import { getDotPath, safeParse } from 'valibot';
import type { OpenData } from './open-data.ts';

/** What comes across the wall is typed, not checked. */
const refundRules: readonly string[] = ['net', 'gross'];

/** Throws `method-unknown`. */
export type FindMethod = (id: string) => AnyMethod | Promise<AnyMethod>;

/** A request that was checked and completed: what exactly is computed, and a text that names it. */
export interface Question {
	readonly method: AnyMethod;
	readonly params: unknown;
	readonly input: MethodInput;
	/** The other tables that the answer depends on. */
	readonly linked: readonly LinkedInput[];
	/** Equal for requests with equal answers. */
	readonly key: string;
	/** The key of another method's question about the same ledger and frame. */
	readonly siblingKey: (id: string, version: number, params: unknown) => string;
}

/**
 * Checks a request against its method's schema and fills in what it leaves open: the method's defaults, and the
 * latest order date as the as-of date.
 *
 * Reads the attribute that the method groups customers by, the table whose rows stand for orders, and what linked tables
 * tell of customers, if it does.
 *
 * Throws `method-unknown`, `params-invalid` (with the method and the parameter that is wrong).
 */
export async function questionOf(
	request: AnalysisRequest,
	data: OpenData,
	findMethod: FindMethod
): Promise<Question> {
	const method = await findMethod(request.method);
	const parsed = safeParse(method.params, request.params);
	if (!parsed.success) {
		const [issue] = parsed.issues;
		throw new CoreError('params-invalid', { method: request.method, param: getDotPath(issue) ?? '' });
	}
	if (!refundRules.includes(request.refunds)) throw invalid(request, 'refunds');
	const asOf = request.frame.asOf ?? data.lastDay(request.refunds);
	const frame = checkedFrame(request, asOf);
	const { id, version } = method.definition;
	const params: unknown = parsed.output;
	const source = method.ledgerOf?.(params) ?? null;
	const events = source === null ? null : await data.beside.events(request.refunds, source, id);
	const ledger = events === null ? data.ledgerAsOf(request.refunds, asOf) : cutLedger(events.ledger, asOf);
	const by = method.groupsBy?.(params, data.attributes) ?? null;
	const groups = by === null ? null : await data.columns.groups(request.refunds, by, id);
	const lines = method.linesBy?.(params) ?? null;
	const said = method.answersBy?.(params) ?? null;
	const bound = method.contractsOf?.(params) ?? null;
	const readsSigns = method.readsSigns === true;
	const signs = readsSigns ? await data.beside.signs() : null;
	const keep = data.keeperOf(request.refunds, frame, source);
	const siblingKey: Question['siblingKey'] = (other, itsVersion, given) =>
		JSON.stringify([data.key, other, itsVersion, given, frame, request.refunds]);
	return {
		method,
		params,
		input: {
			...{ ledger, frame, keep, groups, signs, events: events?.facts ?? null },
			answers: said === null ? null : await data.answers(said),
			contracts: bound === null ? null : await data.beside.contracts(request.refunds, bound),
			lines: lines === null ? null : await data.columns.lines(lines, id)
		},
		linked: data.beside.inputs(by, { readsSigns, source, answers: said, contracts: bound }),
		key: siblingKey(id, version, params),
		siblingKey
	};
}

function checkedFrame(request: AnalysisRequest, asOf: number): Frame {
	const { from, weekStart, yearStart } = request.frame;
	if (!Number.isSafeInteger(asOf)) throw invalid(request, 'asOf');
	if (from !== null && !(Number.isSafeInteger(from) && from <= asOf)) throw invalid(request, 'from');
	if (!(Number.isInteger(weekStart) && weekStart >= 1 && weekStart <= 7)) throw invalid(request, 'weekStart');
	if (yearStart === undefined || yearStart === 1) return { asOf, from, weekStart };
	if (!(Number.isInteger(yearStart) && yearStart > 1 && yearStart <= 12)) throw invalid(request, 'yearStart');
	return { asOf, from, weekStart, yearStart };
}

function invalid({ method }: AnalysisRequest, param: string): CoreError {
	return new CoreError('params-invalid', { method, param });
}
