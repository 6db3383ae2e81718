import { describe, expect, it, vi } from 'vitest';
import type {
	AnyComparison,
	AnyRecipe,
	DatasetManifest,
	Envelope,
	ImportApi,
	ImportRecipe,
	Inspection,
	OnProgress,
	ReadAs,
	RecipeDrift
} from '#lib/api/index.ts';
import { ImportJob } from '#lib/state/import-job.svelte.ts';
import type { ImportSurroundings } from '#lib/state/import-surroundings.ts';
import { mayBegin, nextStep, paceOf, type ImportStep } from '#lib/state/import-step.ts';

const recipe: ImportRecipe = {
	version: 1,
	source: { encoding: 'utf-8', delimiter: ',', quote: '"', header: true, skipRows: 0 },
	columns: [],
	statusRules: [],
	choices: {
		duplicates: 'keep',
		cancelled: 'exclude',
		cancelPrefix: '',
		zeroAmount: 'exclude',
		noCustomer: 'set-aside'
	},
	currency: null
};

/** The recipe that an inspection was asked by; `guess` where it was asked by none. */
const recipeOf = (by: AnyRecipe | ReadAs | null, guess = recipe): ImportRecipe =>
	by === null || !('version' in by) ? guess : (by as ImportRecipe);

function inspection(change: Partial<Inspection> = {}): Inspection {
	return {
		file: { name: 'orders.csv', size: 10, compressed: false },
		members: [],
		sheets: [],
		encodings: [],
		delimiters: [],
		rows: { count: 1, exact: true },
		reasons: [],
		columns: [],
		recipe,
		preview: [],
		statuses: [],
		blockers: [],
		questions: [],
		...change
	};
}

const noDrift: RecipeDrift = {
	columns: [],
	added: [],
	unused: [],
	statuses: [],
	unknown: [],
	currency: null
};
const manifest = { id: 'd1', workspaceId: 'w1', name: 'orders' } as DatasetManifest;
const file = new File(['a,b\n1,2\n'], 'orders.csv');
const ok = <T>(value: T): Envelope<T> => ({ ok: true, value });
const refused = (code: 'cancelled' | 'file-empty' | 'storage-quota'): Envelope<never> => ({
	ok: false,
	error: { code, params: {} }
});

/** A promise that the test settles. */
function open<T>() {
	let settle: (value: T) => void = () => undefined;
	const promise = new Promise<T>((resolve) => (settle = resolve));
	return { promise, settle };
}

function job(api: Partial<ImportApi>, around: Partial<ImportSurroundings> = {}) {
	const full: ImportApi = {
		inspect: () => Promise.resolve(ok(inspection())),
		inspectBy: () => Promise.resolve(ok({ inspection: inspection(), drift: noDrift })),
		fingerprint: () => Promise.resolve(ok('f'.repeat(64))),
		run: () => Promise.resolve(ok(manifest)),
		verifyRows: () => Promise.reject(new Error('not asked for')),
		verify: () => Promise.reject(new Error('not asked for')),
		cancel: () => Promise.resolve(),
		letGo: () => Promise.resolve(ok(null)),
		settled: () => Promise.resolve(ok(null)),
		discard: () => Promise.resolve(ok(null)),
		...api
	};
	return new ImportJob({
		api: full,
		workspaceFor: () => Promise.resolve(ok('w1')),
		mayKnow: () => false,
		onStored: () => Promise.resolve(),
		now: () => 1000,
		newId: () => 'job-1',
		defaultsFor: () => ({ rows: {} }),
		mayKeep: () => true,
		keeps: () => false,
		settleMs: 20,
		...around
	});
}

describe('an import job', () => {
	it('reads a file again for a dataset by its recipe, and makes a version of it', async () => {
		const run = vi.fn<ImportApi['run']>(() => Promise.resolve(ok(manifest)));
		const inspect = vi.fn<ImportApi['inspect']>(() => Promise.resolve(ok(inspection())));
		const inspectBy = vi.fn<ImportApi['inspectBy']>(() =>
			Promise.resolve(ok({ inspection: inspection(), drift: noDrift }))
		);
		const imports = job({ run, inspect, inspectBy });
		const end = { ...recipe, source: { ...recipe.source, endLine: 9 } } as ImportRecipe;
		const dataset = { ...manifest, file: { name: 'orders.csv', size: file.size }, recipe: end };
		await imports.chooseAgain(file, dataset.recipe, { dataset });
		expect(inspect.mock.calls[0]?.[1]).toEqual(end);
		expect(imports).toMatchObject({ again: { dataset }, datasetName: 'orders', keepsOriginal: true });
		await imports.run();
		expect(run.mock.calls[0]?.[0]).toMatchObject({ replaces: 'd1', workspaceId: 'w1', keepOriginal: true });
		// Another file is not cut and mapped as that one was, but its columns are found again.
		await imports.chooseAgain(new File(['a,b\n'], 'other.csv'), dataset.recipe, { dataset });
		expect(inspectBy.mock.calls[0]?.[1]).toEqual(end);
		expect(imports.drift).toEqual({ name: null, drift: noDrift });
		await imports.choose([file], null);
		expect(imports.again).toBeNull();
	});

	it('goes on keeping the files of a dataset that are kept, however large, unless told otherwise', async () => {
		const inspect = () => Promise.resolve(ok(inspection()));
		const imports = job({ inspect }, { mayKeep: () => false, keeps: (id) => id === manifest.id });
		const dataset = { ...manifest, file: { name: 'orders.csv', size: file.size } };
		await imports.chooseAgain(file, recipe, { dataset });
		expect(imports.keepsOriginal).toBe(true);
		imports.keepsOriginal = false;
		expect(imports.keepsOriginal).toBe(false);
		await imports.choose([file], null);
		expect(imports.keepsOriginal).toBe(false);
	});

	it('reads the file in hand by the recipe of another, and as it was before where that is none', async () => {
		const other = { ...recipe, currency: 'GBP' };
		const answers = [
			ok({ inspection: inspection({ recipe: other }), drift: noDrift }),
			refused('file-empty')
		];
		const imports = job({ inspectBy: () => Promise.resolve(answers.shift()!) });
		await imports.choose([file], null);
		expect(await imports.useRecipe(other, 'Orders Q1')).toBeNull();
		expect([imports.step, imports.drift]).toMatchObject([
			{ recipe: other, refreshing: false },
			{ name: 'Orders Q1' }
		]);
		expect(await imports.useRecipe('nonsense')).toEqual({ code: 'file-empty', params: {} });
		expect(imports.step).toMatchObject({ at: 'review', refreshing: false });
		await imports.withoutRecipe();
		expect([imports.step, imports.drift]).toMatchObject([{ at: 'review', recipe }, null]);
	});

	it('reads a chosen file, waits for review, runs, and ends with what was stored', async () => {
		const stored = vi.fn(() => Promise.resolve());
		const imports = job({}, { onStored: stored });
		await imports.choose([file], null);
		expect(imports.step.at).toBe('review');
		expect(imports.target).toEqual({ kind: 'new', name: 'orders', sample: false });
		await imports.run();
		expect(imports.step).toEqual({ at: 'done', manifest, elapsedMs: 0, sheetsLeft: [] });
		expect(stored).toHaveBeenCalledWith(manifest);
	});

	it('says why a file cannot be read, and reads it again when asked', async () => {
		const answers = [refused('file-empty'), ok(inspection())];
		const imports = job({ inspect: () => Promise.resolve(answers.shift() ?? ok(inspection())) });
		await imports.choose([file], null);
		expect(imports.step).toMatchObject({ at: 'failed', error: { code: 'file-empty' }, recipe: null });
		await imports.retry();
		expect(imports.step.at).toBe('review');
	});

	it('re-reads the preview once changes have settled, by the last of them', async () => {
		const asked: (AnyRecipe | ReadAs | null)[] = [];
		const imports = job({
			inspect: (_file, by) => {
				asked.push(by);
				return Promise.resolve(ok(inspection({ recipe: recipeOf(by) })));
			}
		});
		await imports.choose([file], null);
		const first = { ...recipe, currency: 'GBP' };
		const second = { ...recipe, currency: 'CNY' };
		imports.change(first);
		imports.change(second);
		expect(imports.step).toMatchObject({ at: 'review', refreshing: true, recipe: second });
		await vi.waitFor(() => expect(imports.step).toMatchObject({ refreshing: false }));
		expect(asked).toEqual([null, second]);
	});

	it('drops a preview that answers an older recipe', async () => {
		const slow = open<Envelope<Inspection>>();
		const answers = [Promise.resolve(ok(inspection())), slow.promise];
		const imports = job({
			inspect: (_file, by) => answers.shift() ?? Promise.resolve(ok(inspection({ recipe: recipeOf(by) })))
		});
		await imports.choose([file], null);
		imports.change({ ...recipe, currency: 'GBP' });
		await vi.waitFor(() => expect(answers).toHaveLength(0));
		const last = { ...recipe, currency: 'CNY' };
		imports.change(last);
		slow.settle(ok(inspection({ recipe: { ...recipe, currency: 'GBP' } })));
		await vi.waitFor(() => expect(imports.step).toMatchObject({ refreshing: false, recipe: last }));
	});

	it('does not begin while a preview is under way or something is not understood', async () => {
		const run = vi.fn(() => Promise.resolve(ok(manifest)));
		const imports = job({
			run,
			inspect: () => Promise.resolve(ok(inspection({ blockers: [{ code: 'mapping-no-date', params: {} }] })))
		});
		await imports.choose([file], null);
		await imports.run();
		imports.change(recipe);
		await imports.run();
		expect(run).not.toHaveBeenCalled();
		expect(imports.step.at).toBe('review');
	});

	it.each(['date-order-ambiguous', 'months-or-days', 'seconds-or-codes', 'amount-style-ambiguous'] as const)(
		'does not begin while "%s" is open: nothing is imported until somebody chooses',
		async (code) => {
			const inspect = () => Promise.resolve(ok(inspection({ questions: [{ code, params: {} }] })));
			const imports = job({ inspect });
			await imports.choose([file], null);
			expect(mayBegin(imports.step)).toBe(false);
		}
	);

	it('passes a cancel on to the worker and comes back to the review with the recipe as it was', async () => {
		const ended = open<Envelope<DatasetManifest>>();
		const by: (AnyRecipe | ReadAs | null)[] = [];
		const cancel = vi.fn((_jobId: string) => {
			ended.settle(refused('cancelled'));
			return Promise.resolve();
		});
		const imports = job({
			run: () => ended.promise,
			cancel,
			inspect: (_file, used) => {
				by.push(used);
				return Promise.resolve(ok(inspection({ recipe: recipeOf(used) })));
			}
		});
		await imports.choose([file], null);
		const running = imports.run();
		await vi.waitFor(() => expect(imports.writing).toBe(true));
		await imports.cancel();
		await running;
		expect(cancel).toHaveBeenCalledWith('job-1');
		expect(imports.step).toMatchObject({ at: 'failed', error: { code: 'cancelled' }, recipe });
		await imports.retry();
		expect(by).toEqual([null, recipe]);
	});

	it('cancelled before the worker began never begins', async () => {
		const workspace = open<Envelope<string>>();
		const run = vi.fn(() => Promise.resolve(ok(manifest)));
		const imports = job({ run }, { workspaceFor: () => workspace.promise });
		await imports.choose([file], null);
		const running = imports.run();
		await imports.cancel();
		workspace.settle(ok('w1'));
		await running;
		expect(run).not.toHaveBeenCalled();
		expect(imports.step).toMatchObject({ at: 'failed', error: { code: 'cancelled' } });
	});

	it('makes one workspace, however often the import is tried', async () => {
		const targets: unknown[] = [];
		const answers = [refused('storage-quota'), ok(manifest)];
		const imports = job(
			{ run: () => Promise.resolve(answers.shift() ?? ok(manifest)) },
			{
				workspaceFor: (target) => {
					targets.push(target.kind);
					return Promise.resolve(ok('w1'));
				}
			}
		);
		await imports.choose([file], null);
		await imports.run();
		expect(imports.step).toMatchObject({ at: 'failed', error: { code: 'storage-quota' } });
		await imports.retry();
		await imports.run();
		expect(targets).toEqual(['new', 'existing']);
		expect(imports.step.at).toBe('done');
	});

	it('takes no other file while it writes, and forgets late progress afterwards', async () => {
		const ended = open<Envelope<DatasetManifest>>();
		let report: OnProgress = () => undefined;
		const imports = job({
			run: (_job, onProgress) => {
				report = onProgress;
				return ended.promise;
			}
		});
		await imports.choose([file], null);
		const running = imports.run();
		await vi.waitFor(() => expect(imports.writing).toBe(true));
		await imports.choose([new File([], 'other.csv')], null);
		expect(imports.step).toMatchObject({ at: 'running', file });
		imports.leave();
		expect(imports.writing).toBe(true);
		const progress = { stage: 'parsing', done: 1, total: 2, unit: 'bytes', rows: 1, elapsedMs: 1 } as const;
		report(progress);
		expect(imports.step).toMatchObject({ progress });
		ended.settle(ok(manifest));
		await running;
		report(progress);
		expect(imports.step.at).toBe('done');
	});

	it('keeps the other files dropped with it, and goes on with them in the same workspace', async () => {
		const imports = job({});
		const second = new File(['x'], 'second.csv');
		await imports.choose([file, second], null);
		expect(imports.files.waitingNames).toEqual(['second.csv']);
		await imports.run();
		await imports.chooseNext('w1');
		expect(imports.step).toMatchObject({ at: 'review', file: second });
		expect(imports.target).toEqual({ kind: 'existing', workspaceId: 'w1' });
		expect(imports.files.waitingNames).toEqual([]);
		expect(imports.files.all.map(({ state }) => state)).toEqual(['stored', 'open']);
	});

	it('reads the files of an archive one after the other, each guessed anew under its own name', async () => {
		const asked: (AnyRecipe | ReadAs | null)[] = [];
		const members = ['orders.csv', 'customers.csv'].map((name) => ({ name, bytes: 9 }));
		const imports = job({
			inspect: (_, by) => {
				asked.push(by);
				const member = by !== null && 'version' in by ? by.source.member : 'orders.csv';
				const source = { ...recipe.source, member: member ?? '' };
				return Promise.resolve(ok(inspection({ members, recipe: { ...recipe, source } })));
			}
		});
		await imports.choose([file, new File(['x'], 'last.csv')], null);
		imports.files.addMembers('orders.csv', ['customers.csv']);
		expect(imports.files.waitingNames).toEqual(['customers.csv', 'last.csv']);
		await imports.run();
		await imports.chooseNext('w1');
		expect(imports.datasetName).toBe('customers');
		expect(imports.step).toMatchObject({
			at: 'review',
			file,
			recipe: { source: { member: 'customers.csv' } }
		});
		expect(asked.at(-1)).toMatchObject({ source: { member: 'customers.csv' }, columns: [] });
		expect(imports.files.all.map(({ state }) => state)).toEqual(['stored', 'open', 'waiting']);
	});

	it('keeps to its file of an archive when it is tried again, read by a recipe, and read without one', async () => {
		const members = ['a.csv', 'b.csv', 'c.csv'].map((name) => ({ name, bytes: 9 }));
		let isBroken = false;
		/** Asked for none, an archive answers with its first file. */
		const look = (given: unknown) => {
			const { source } = (given ?? recipe) as ImportRecipe;
			const read = { ...recipe, source: { ...source, member: source.member ?? 'a.csv' } };
			return inspection({ members, recipe: read });
		};
		const imports = job({
			inspect: (_, by) => Promise.resolve(isBroken ? refused('file-empty') : ok(look(by))),
			inspectBy: (_, by) => Promise.resolve(ok({ inspection: look(by), drift: noDrift }))
		});
		const member = () => ('recipe' in imports.step ? imports.step.recipe?.source.member : undefined);
		await imports.choose([file], null);
		imports.files.addMembers('a.csv', ['b.csv', 'c.csv']);
		await imports.run();
		isBroken = true;
		await imports.chooseNext('w1');
		expect(imports.step).toMatchObject({ at: 'failed', recipe: null });
		isBroken = false;
		await imports.retry();
		expect(member()).toBe('b.csv');
		expect(await imports.useRecipe({ ...recipe, source: { ...recipe.source, member: 'c.csv' } })).toBeNull();
		expect(member()).toBe('b.csv');
		await imports.withoutRecipe();
		expect(member()).toBe('b.csv');
		expect(imports.files.all.map(({ state }) => state)).toEqual(['stored', 'open', 'waiting']);
	});

	it('lets the file in hand of an archive wait in the place of the one that is taken up instead', async () => {
		const imports = job({});
		await imports.choose([file], null);
		imports.files.addMembers('a.csv', ['b.csv', 'c.csv']);
		imports.readAgain({ ...recipe.source, member: 'c.csv' });
		const queue = () => imports.files.all.map(({ member, state }) => [member, state]);
		expect(queue()).toEqual([
			['c.csv', 'open'],
			['b.csv', 'waiting'],
			['a.csv', 'waiting']
		]);
		expect(imports.datasetName).toBe('c');
		await vi.waitFor(() => expect(imports.step).toMatchObject({ refreshing: false }));
		await imports.run();
		expect(imports.files.isStored(file, 'c.csv')).toBe(true);
		expect(imports.files.isStored(file, 'a.csv')).toBe(false);
	});

	it('goes back to the review when a file is not added to what it was compared with', async () => {
		const comparison = {} as AnyComparison;
		const imports = job({
			run: async (_, __, ask) =>
				(await ask?.(comparison, 'orders.csv')) === null ? refused('cancelled') : ok(manifest)
		});
		await imports.choose([file], null);
		imports.addTo({ ...manifest, recipe });
		await vi.waitFor(() => expect(imports.step).toMatchObject({ refreshing: false }));
		const running = imports.run();
		await vi.waitFor(() => expect(imports.step.at).toBe('deciding'));
		imports.decide(null);
		await running;
		expect(imports.step.at).toBe('review');
		expect(imports.appendTo).toBeNull();
	});

	it('reads a dataset anew before the files that wait, which go on after it', async () => {
		const imports = job({});
		const [second, kept] = [new File(['x'], 'second.csv'), new File(['x'], 'kept.csv')];
		await imports.choose([file, second], null);
		await imports.run();
		const dataset = { ...manifest, file: { name: 'kept.csv', size: kept.size } };
		await imports.chooseAgain(kept, recipe, { dataset });
		const queue = () => imports.files.all.map(({ file: { name }, state }) => [name, state]);
		expect(queue()).toEqual([
			['orders.csv', 'stored'],
			['kept.csv', 'open'],
			['second.csv', 'waiting']
		]);
		await imports.run();
		await imports.chooseNext('w1');
		expect(imports).toMatchObject({ step: { at: 'review', file: second }, again: null });
		expect(queue().map(([, state]) => state)).toEqual(['stored', 'stored', 'open']);
	});

	it('goes on with the file in hand as it was, into its own workspace, after others that came before it', async () => {
		const imports = job({
			inspect: (_, by) => Promise.resolve(ok(inspection({ recipe: recipeOf(by) })))
		});
		const column = { index: 0, header: 'a', role: 'customer' } as const;
		const changed = { ...recipe, columns: [column], currency: 'GBP' };
		await imports.choose([file, new File(['x'], 'second.csv')], null);
		imports.change(changed);
		await vi.waitFor(() => expect(imports.step).toMatchObject({ refreshing: false }));
		const sample = new File(['x'], 'sample.csv');
		await imports.choose([sample], { kind: 'new', name: 'Sample', sample: true }, recipe);
		expect(imports.step).toMatchObject({ at: 'review', file: sample });
		expect(imports.files.waitingNames).toEqual(['orders.csv', 'second.csv']);
		await imports.run();
		imports.leaveUnlessMoreWait();
		expect(imports.files.waitingNames).toEqual(['orders.csv', 'second.csv']);
		await imports.chooseNext('of the sample');
		expect(imports).toMatchObject({
			step: { at: 'review', file, recipe: changed },
			target: { kind: 'new', name: 'orders' },
			drift: null
		});
		expect(imports.files.waitingNames).toEqual(['second.csv']);
	});

	it('lets files that come later wait behind those that wait, and is not finished until none does', async () => {
		const imports = job({});
		const [second, third] = [new File(['x'], 'second.csv'), new File(['x'], 'third.csv')];
		expect(imports.files.add([third])).toBe(false);
		await imports.choose([file, second], null);
		expect(imports.files.add([third])).toBe(true);
		expect(imports.files.waitingNames).toEqual(['second.csv', 'third.csv']);
		expect(imports.unfinished).toBe(true);
		await imports.skip();
		await imports.skip();
		expect(imports.step).toMatchObject({ at: 'review', file: third });
		// The file can be dropped once more; cleaning steps that were made for it cannot.
		expect(imports.unfinished).toBe(false);
		imports.change({ ...recipe, steps: [{ id: 's1', kind: 'fill', column: 0, from: 'above', value: '' }] });
		expect(imports.unfinished).toBe(true);
	});

	it('skips a file that cannot be read and goes on with the next; what was put away stays listed', async () => {
		const answers = [refused('file-empty'), ok(inspection())];
		const imports = job({ inspect: () => Promise.resolve(answers.shift() ?? ok(inspection())) });
		const second = new File(['x'], 'second.csv');
		await imports.choose([file, second], null);
		expect(imports.step.at).toBe('failed');
		await imports.skip();
		expect(imports.step).toMatchObject({ at: 'review', file: second });
		expect(imports.target).toEqual({ kind: 'new', name: 'second', sample: false });
		expect(imports.files.all.map(({ state }) => state)).toEqual(['skipped', 'open']);
		await imports.skip();
		expect(imports.step).toMatchObject({ at: 'review', file: second });
		imports.files.putBack(0);
		expect(imports.files.all.map(({ state }) => state)).toEqual(['waiting', 'open']);
	});

	it('reads a file with the columns of the one before by its choices, and any other anew', async () => {
		const column = { index: 0, header: 'a', role: 'customer' } as const;
		const plan = { ...recipe, columns: [column] };
		const renamed = { ...plan, columns: [{ ...column, header: 'b' }] };
		const asked: (AnyRecipe | ReadAs | null)[] = [];
		const imports = job({
			inspect: (given, by) => {
				asked.push(by);
				const guess = given.name === 'other.csv' ? renamed : plan;
				return Promise.resolve(ok(inspection({ recipe: recipeOf(by, guess) })));
			}
		});
		await imports.choose([file, new File(['x'], 'same.csv'), new File(['x'], 'other.csv')], null);
		imports.change({ ...plan, currency: 'GBP' });
		await vi.waitFor(() => expect(imports.step).toMatchObject({ refreshing: false }));
		await imports.run();
		await imports.chooseNext('w1');
		expect(imports.keepsChoices).toBe(true);
		expect(imports.step).toMatchObject({ at: 'review', recipe: { currency: 'GBP' } });
		await imports.run();
		await imports.chooseNext('w1');
		expect(imports.keepsChoices).toBe(false);
		expect(imports.step).toMatchObject({ at: 'review', recipe: renamed });
		expect(asked).toEqual([null, { ...plan, currency: 'GBP' }, null, { ...plan, currency: 'GBP' }, null]);
	});
});

describe('the steps of an import', () => {
	const review: ImportStep = { at: 'review', file, inspection: inspection(), recipe, refreshing: false };

	it('stay as they are for events that mean nothing in them', () => {
		const idle: ImportStep = { at: 'idle' };
		expect(nextStep(idle, { type: 'begin' })).toBe(idle);
		expect(nextStep(idle, { type: 'fail', error: { code: 'internal', params: {} } })).toBe(idle);
		expect(nextStep(review, { type: 'cancel' })).toBe(review);
		const done: ImportStep = { at: 'done', manifest, elapsedMs: 1, sheetsLeft: [] };
		expect(nextStep(done, { type: 'inspected', inspection: inspection() })).toBe(done);
	});

	it('remember sheets of the same columns that were left unread, until all is stored', () => {
		const source = { kind: 'grid', container: 'xlsx', sheet: 'Q1', header: true, skipRows: 0 } as const;
		const sheets = [
			{ name: 'Notes', rows: 2 },
			{ name: 'Q1', rows: 9 },
			{ name: 'Q2', rows: 9, alike: true }
		] as const;
		const after = (recipe: ImportRecipe) => {
			const looked: ImportStep = { ...review, inspection: inspection({ sheets, recipe }), recipe };
			const running = nextStep(looked, { type: 'begin' });
			return nextStep(running, { type: 'stored', manifest, elapsedMs: 1 });
		};
		expect(after({ ...recipe, source })).toMatchObject({ at: 'done', sheetsLeft: ['Q2'] });
		expect(after({ ...recipe, source: { ...source, more: ['Q2'] } })).toMatchObject({ sheetsLeft: [] });
	});

	it('wait for an answer to what only a person can tell', () => {
		expect(mayBegin(review)).toBe(true);
		for (const code of ['date-order-ambiguous', 'amount-style-ambiguous']) {
			expect(mayBegin({ ...review, inspection: inspection({ questions: [{ code, params: {} }] }) })).toBe(
				false
			);
		}
		const harmless = inspection({ questions: [{ code: 'no-order-column', params: {} }] });
		expect(mayBegin({ ...review, inspection: harmless })).toBe(true);
	});
});

describe('the pace of an import', () => {
	it('is not known in the first half second, nor without a total', () => {
		const base = { stage: 'parsing', done: 10, total: 100, unit: 'bytes', rows: 50 } as const;
		expect(paceOf({ ...base, elapsedMs: 400 })).toEqual({
			share: 0.1,
			rowsPerSecond: null,
			secondsLeft: null
		});
		expect(paceOf({ ...base, total: 0, elapsedMs: 2000 })).toEqual({
			share: null,
			rowsPerSecond: 25,
			secondsLeft: null
		});
	});

	it('never promises more than all of it', () => {
		const over = {
			stage: 'storing',
			done: 120,
			total: 100,
			unit: 'bytes',
			rows: 9,
			elapsedMs: 1000
		} as const;
		expect(paceOf(over)).toEqual({ share: 1, rowsPerSecond: 9, secondsLeft: 0 });
	});
});
