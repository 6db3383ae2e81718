import { WHOLE_METHOD, type LayoutItem, type ReportLayout, type ReportTemplate } from '#lib/api/index.ts';
import { reportMethods } from './report-methods.ts';
import type { MethodId } from './view-contract.ts';

/** An item before it has a place. */
export type NewItem = LayoutItem extends infer I ? (I extends LayoutItem ? Omit<I, 'id'> : never) : never;

const summary: NewItem = { kind: 'summary' };
const heading = (word: Extract<LayoutItem, { kind: 'heading' }>['word']): NewItem => ({
	...{ kind: 'heading', text: '', word }
});
const pieces = (method: MethodId, ...names: readonly string[]): NewItem[] =>
	names.map((piece) => ({ ...{ kind: 'piece', method, piece, view: null, caption: '', remarks: [] } }));

/** What each ready report consists of; its pieces follow the screens until they are given a view of their own. */
const items: Readonly<Record<ReportTemplate, readonly NewItem[]>> = {
	everything: [summary, ...reportMethods.flatMap((method) => pieces(method, WHOLE_METHOD))],
	lifecycle: [
		summary,
		heading('base'),
		...pieces('overview', 'tiles', 'active'),
		heading('stages'),
		...pieces('lifecycle', 'findings', 'stages', 'funnel', 'rules'),
		heading('growth'),
		...pieces('lifecycle', 'growth', 'board'),
		heading('movement'),
		...pieces('migration', 'findings', 'matrix', 'ways', 'flow'),
		heading('retention'),
		...pieces('retention', 'findings', 'curve', 'triangle'),
		heading('churn'),
		...pieces('churn', 'findings', 'bands', 'periods')
	],
	value: [
		summary,
		heading('base'),
		...pieces('overview', 'findings', 'tiles', 'concentration'),
		heading('value'),
		...pieces('value', 'findings', 'tiles', 'tiers', 'curve', 'grid'),
		heading('outlook'),
		...pieces('value', 'deciles', 'alive', 'calibration', 'rivals'),
		heading('retention'),
		...pieces('value', 'cohorts', 'ageCurve'),
		heading('segments'),
		...pieces('rfm', 'findings', 'segments')
	],
	segments: [
		summary,
		heading('segments'),
		...pieces('rfm', 'findings', 'matrix', 'segments', 'rules', 'vip', 'types', 'base'),
		heading('movement'),
		...pieces('migration', 'findings', 'matrix', 'ways', 'changes', 'flow'),
		heading('value'),
		...pieces('value', 'tiers', 'grid'),
		heading('cuts'),
		...pieces('rfm', 'cuts', 'ranks', 'sensitivity')
	],
	year: [
		summary,
		heading('year'),
		...pieces('overview', 'findings', 'tiles', 'change', 'revenue', 'active'),
		heading('growth'),
		...pieces('contribution', 'findings', 'steps', 'moves', 'top'),
		heading('base'),
		...pieces('overview', 'orderCounts'),
		...pieces('rfm', 'findings', 'segments'),
		heading('retention'),
		...pieces('retention', 'findings', 'curve'),
		heading('churn'),
		...pieces('churn', 'findings', 'bands', 'revenue'),
		heading('origins'),
		...pieces('origins', 'findings', 'groups')
	],
	retention: [
		summary,
		heading('retention'),
		...pieces('retention', 'findings', 'curve', 'triangle', 'newest', 'stickiness', 'intervals'),
		heading('churn'),
		...pieces('churn', 'findings', 'bands', 'periods', 'revenue'),
		heading('warning'),
		...pieces('churn', 'survival', 'backtest', 'agreement', 'causes', 'reasons'),
		heading('growth'),
		...pieces('lifecycle', 'growth')
	]
};

/** What they consist of besides, at the end, in a workspace that has contracts. */
const underContract: Readonly<Partial<Record<ReportTemplate, readonly NewItem[]>>> = {
	everything: pieces('contracts', WHOLE_METHOD),
	value: [heading('contracts'), ...pieces('contracts', 'findings', 'tiles', 'renewal', 'value')],
	year: [heading('contracts'), ...pieces('contracts', 'findings', 'tiles', 'groups')],
	retention: [heading('contracts'), ...pieces('contracts', 'findings', 'groups', 'survival', 'renewal')]
};

/** A ready report; ids are the places of its items. */
export function templateItems(template: ReportTemplate, withContracts: boolean): LayoutItem[] {
	const more = withContracts ? (underContract[template] ?? []) : [];
	return [...items[template], ...more].map((item, i): LayoutItem => ({ ...item, id: `${template}-${i}` }));
}

/** All that each method has to say. */
export function everyMethod(withContracts: boolean): LayoutItem[] {
	return templateItems('everything', withContracts).filter(({ kind }) => kind === 'piece');
}

/** The report of a workspace of which nothing was changed yet. */
export function plainLayout(withContracts: boolean): ReportLayout {
	return {
		...{ template: 'everything', title: '', preparedFor: '', notes: '' },
		items: templateItems('everything', withContracts),
		brand: { organisation: '', accent: null, logo: null }
	};
}
