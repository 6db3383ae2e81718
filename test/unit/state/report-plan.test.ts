import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { LayoutItem, Workspace, WorkspaceChange, WorkspaceSettings } from '#lib/api/index.ts';
import { askedItems } from '#lib/state/asked-items.ts';
import { ReportPlan, type PlanSurroundings } from '#lib/state/report-plan.svelte.ts';
import { plainLayout, templateItems } from '#lib/state/report-templates.ts';
import { reportTemplates } from '#lib/api/index.ts';
import { methods } from '#lib/core/methods/registry.ts';

/** A workspace that keeps what is stored in it, and the plan of its report. */
function planOf(settings: Partial<WorkspaceSettings> = {}) {
	let workspace = {
		id: 'w',
		name: 'W',
		settings: { weekStart: 1, refunds: 'net', ...settings }
	} as Workspace;
	let ids = 0;
	const said: string[] = [];
	const updateWorkspace = vi.fn(({ settings: change }: WorkspaceChange) => {
		workspace = { ...workspace, settings: { ...workspace.settings, ...change } as WorkspaceSettings };
		return Promise.resolve({ ok: true as const, value: workspace });
	});
	const app = {
		newId: () => `id${++ids}`,
		workbench: {
			get workspace() {
				return workspace;
			},
			dataset: { contractTables: [] }
		},
		location: {
			view: { params: { rfm: { bins: 4 } }, asOf: 15_000, window: { kind: 'months', months: 12 } }
		},
		library: { workspace: () => workspace, updateWorkspace },
		settings: {
			t: { charts: { inReport: ({ title }: { title: string }) => title }, common: { undo: () => '' } }
		},
		speaker: { toast: (text: string) => said.push(text) }
	} as unknown as PlanSurroundings;
	return { plan: new ReportPlan(app), updateWorkspace, said, stored: () => workspace.settings.report };
}
const names = (items: readonly LayoutItem[]) =>
	items.map((item) => (item.kind === 'piece' ? `${item.method}.${item.piece}` : item.kind));

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('the plan of a report', () => {
	test('begins as everything, and takes a chart with the settings of its screen under a heading of its own', () => {
		const { plan, said } = planOf();
		const before = plan.layout.items.length;
		plan.take({ piece: 'rfm.matrix', title: 'Matrix' });
		plan.take({ piece: 'rfm.types', title: 'Types' });
		expect(names(plan.layout.items.slice(before))).toEqual(['heading', 'rfm.matrix', 'rfm.types']);
		expect(plan.layout.items.at(-1)).toMatchObject({
			view: { params: { bins: 4 }, asOf: 15_000, window: { kind: 'months', months: 12 } }
		});
		expect(said).toEqual(['Matrix', 'Types']);
		plan.take({ piece: 'unheard-of.x', title: 'X' });
		expect(plan.layout.items).toHaveLength(before + 3);
	});

	test('moves, splits, edits and removes, and takes each back', () => {
		const { plan } = planOf();
		plan.begin('retention');
		const start = plan.layout.items;
		const [first, second] = start;
		plan.move(first?.id ?? '', 99);
		expect(plan.layout.items.at(-1)).toBe(first);
		plan.undo();
		expect(plan.layout.items).toEqual(start);
		plan.redo();
		plan.undo();
		plan.replace(second?.id ?? '', []);
		expect(plan.layout.items).toHaveLength(start.length - 1);
		plan.undo();
		plan.edit(second?.id ?? '', { text: 'a' });
		plan.edit(second?.id ?? '', { text: 'ab' });
		expect(plan.layout.items[1]).toMatchObject({ text: 'ab' });
		// Typing is one change.
		plan.undo();
		expect(plan.layout.items).toEqual(start);
		plan.undo();
		expect(plan.layout).toEqual(plainLayout(false));
		expect(plan.canUndo).toBe(false);
	});

	test('is stored once typing pauses, and no other setting with it', async () => {
		const { plan, updateWorkspace, stored } = planOf({ currency: 'EUR' });
		plan.change({ notes: 'a' }, 'notes');
		plan.change({ notes: 'ab' }, 'notes');
		await vi.advanceTimersByTimeAsync(1000);
		expect(updateWorkspace).toHaveBeenCalledTimes(1);
		expect(stored()?.notes).toBe('ab');
		expect(updateWorkspace.mock.calls[0]?.[0]).toEqual({ id: 'w', settings: { report: stored() } });
	});
});

describe('ready reports', () => {
	test.each(reportTemplates)(
		'%s speaks of methods that there are, each item once and by its own id',
		(id) => {
			const items = templateItems(id, false);
			expect(new Set(items.map((item) => item.id)).size).toBe(items.length);
			const pieces = names(items).filter((name) => name !== 'heading');
			expect(new Set(pieces).size).toBe(pieces.length);
			for (const item of items)
				if (item.kind === 'piece') expect(Object.keys(methods)).toContain(item.method);
		}
	);
});

test('pieces under the same settings are one question, under others another', () => {
	const piece = { kind: 'piece' as const, method: 'rfm', piece: 'matrix', caption: '', remarks: [] };
	const view = { params: { bins: 4 }, asOf: null, window: { kind: 'all' as const } };
	const { sections, items } = askedItems(
		[
			{ ...piece, id: 'a', view: null },
			{ ...piece, id: 'b', view },
			{ ...piece, id: 'c', view: null }
		],
		(method, own) => ({
			method,
			params: own?.params ?? {},
			frame: { asOf: null, from: null, weekStart: 1 },
			refunds: 'net'
		})
	);
	expect(sections).toHaveLength(2);
	expect(items.map((item) => item.kind === 'piece' && item.section)).toEqual([0, 1, 0]);
});
