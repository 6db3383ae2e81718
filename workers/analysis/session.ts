import type { Analysis, AnalysisRequest, OpenBase, OpenDataset } from '#lib/api/index.ts';
import { CoreError } from '#lib/core/errors.ts';
import { isCoded } from '#lib/core/dataset/workspace.ts';
import { withKnownCustomers } from '#lib/core/dataset/known-customers.ts';
import { withoutOrders } from '#lib/core/dataset/without-orders.ts';
import { undecided } from '#lib/core/identity/decide.ts';
import type { SameCustomers } from '#lib/core/identity/types.ts';
import type { RefundRule } from '#lib/core/ledger/types.ts';
import type {
	Ask,
	Method,
	MethodInput,
	MethodOutcome,
	MethodResult,
	TellShare
} from '#lib/core/methods/types.ts';
import {
	currentVersion,
	listWorkspaces,
	loadAttribute,
	loadTable,
	sameCustomersOf,
	type Connection
} from '#lib/storage/index.ts';
import { Cache } from './cache.ts';
import { linkedTablesOf, tablesAlone } from './linked-tables-of.ts';
import { mergedCustomers } from './merged-customers.ts';
import { OpenData } from './open-data.ts';
import { datasetOf, summaryOf } from './open-summary.ts';
import { questionOf, type FindMethod, type Question } from './question.ts';

/** Results are small; what they say of each customer is not (27 bytes each for RFM). */
const keptAnswers = 64;
const keptOutcomes = 6;

export interface SessionTools {
	readonly connection: Connection;
	readonly findMethod: FindMethod;
	/** SHA-256 over everything that a result depends on. */
	readonly provenance: (data: OpenData, question: Question, refunds: RefundRule) => Promise<string>;
}

/** The dataset that is open, and the answers given about it. */
export class Session {
	readonly #tools: SessionTools;
	readonly #answers = new Cache<Analysis>(keptAnswers);
	readonly #outcomes = new Cache<MethodOutcome>(keptOutcomes);
	readonly #results = new Cache<MethodResult>(keptAnswers);
	#data: OpenData | null = null;
	#turn = 0;

	constructor(tools: SessionTools) {
		this.#tools = tools;
	}

	get isOpen(): boolean {
		return this.#data !== null;
	}

	/** Throws `dataset-not-open`. */
	get data(): OpenData {
		if (this.#data === null) throw new CoreError('dataset-not-open');
		return this.#data;
	}

	/** Reads a dataset, unless it is the one held, in the same version. Throws `cancelled` when another was asked for meanwhile. */
	async open(datasetId: string, refunds: RefundRule): Promise<OpenDataset> {
		const turn = ++this.#turn;
		const { connection } = this.#tools;
		const stale = (): boolean => turn !== this.#turn;
		const held = this.#data;
		if (held?.manifest?.id === datasetId && held.version === (await this.#stampOf(datasetId))) {
			// Tables may have been linked, or have gone, since.
			const linked = await linkedTablesOf(connection, held.manifest);
			if (stale()) throw new CoreError('cancelled');
			if (held.beside.key === linked.key) return datasetOf(held, refunds);
		}
		if (stale()) throw new CoreError('cancelled');
		// The one before makes room first: two datasets may not fit.
		this.#data = null;
		const same = await connection.use((database) => sameCustomersOf(database, datasetId));
		const workspaces = await connection.use(listWorkspaces);
		// Merged customers are put in order of time anew: that takes their instants.
		const columns = same.merged.length > 0 ? 'timed' : 'ledger';
		const { manifest, table, version } = await connection.use((database) =>
			loadTable(database, datasetId, { columns })
		);
		const linked = await linkedTablesOf(connection, manifest);
		// Ids that were merged away are known by their orders.
		const known = await linked.unknownTo(table.customers);
		if (stale()) throw new CoreError('cancelled');
		const analysed = mergedCustomers(table, same);
		const all = known === null ? null : withKnownCustomers(analysed.table, known);
		this.#data = new OpenData({
			manifest,
			workspaceId: manifest.workspaceId,
			version: stamped(version, same),
			analysed: { ...analysed, table: all?.table ?? analysed.table },
			loadAttribute: (header) => connection.use((database) => loadAttribute(database, version, header)),
			linked,
			since: all?.since ?? null,
			coded: isCoded(workspaces.find(({ id }) => id === manifest.workspaceId)?.origin) || undefined,
			days: null
		});
		return datasetOf(this.data, refunds);
	}

	/**
	 * Reads who the customers of a workspace without orders are, unless it is what is held. Which of them are one was decided over
	 * orders, and is not asked here. Throws `cancelled` as `open` does, and `orders-needed` where no table names anybody.
	 */
	async openTables(workspaceId: string, refunds: RefundRule): Promise<OpenBase> {
		const turn = ++this.#turn;
		const { connection } = this.#tools;
		const version = `tables of ${workspaceId}`;
		const { linked, importedOn } = await tablesAlone(connection, workspaceId);
		if (turn !== this.#turn) throw new CoreError('cancelled');
		const held = this.#data;
		if (held?.version === version && held.beside.key === linked.key) return summaryOf(held, refunds);
		this.#data = null;
		const named = await linked.named();
		if (turn !== this.#turn) throw new CoreError('cancelled');
		if (named.keys.size === 0) throw new CoreError('orders-needed');
		const days = named.days ?? { first: importedOn, last: importedOn };
		const { table, since } = withoutOrders(named, days.first);
		this.#data = new OpenData({
			manifest: null,
			workspaceId,
			version,
			analysed: mergedCustomers(table, undecided),
			loadAttribute: async () => null,
			linked,
			since,
			days
		});
		return summaryOf(this.data, refunds);
	}

	/** Names what would be read now: the version of the dataset, and of the decisions about its customers. */
	#stampOf(datasetId: string): Promise<string> {
		return this.#tools.connection.use(async (database) =>
			stamped(await currentVersion(database, datasetId), await sameCustomersOf(database, datasetId))
		);
	}

	question(request: AnalysisRequest): Promise<Question> {
		return questionOf(request, this.data, this.#tools.findMethod);
	}

	/** What the method says, of the whole and of each customer. */
	outcome(question: Question, tell?: TellShare): MethodOutcome {
		const { method, params, key } = question;
		return this.#outcomes.get(key, () => method.run(this.inputOf(question, tell), params));
	}

	/** What a method computes from, which can ask other methods for what was worked out before. */
	inputOf({ input, siblingKey }: Question, tell?: TellShare): MethodInput {
		const ask: Ask = <P, R extends MethodResult>(method: Method<P, R>, params: P): R => {
			const { id, version } = method.definition;
			// What is kept under a key is what that method gave for it, and has its type.
			return this.#results.get(siblingKey(id, version, params), () => method.run(input, params).result) as R;
		};
		return { ...input, ask, ...(tell === undefined ? {} : { tell }) };
	}

	async analyse(request: AnalysisRequest, tell?: TellShare): Promise<Analysis> {
		const { data } = this;
		const question = await this.question(request);
		const held = this.#answers.find(question.key);
		if (held !== undefined) return held;
		const { result } = this.outcome(question, tell);
		this.#results.keep(question.key, result);
		const provenance = await this.#tools.provenance(
			data,
			{ ...question, params: result.params },
			request.refunds
		);
		return this.#answers.keep(question.key, { result, provenance });
	}
}

/** Names a version of a dataset under the decisions about its customers. */
export const stamped = (version: string, same: SameCustomers): string => `${version} ${same.version}`;
