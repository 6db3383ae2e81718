import { renewalModels, type ContractsResult } from '#lib/api/index.ts';
import type { CurveCompanion, CurvePoint } from '#lib/charts/chart-data.ts';
import type { TableTwin } from '#lib/charts/table-twin.ts';
import { contractMoney } from '#lib/i18n/contract-words.ts';
import { formatCount, formatNumber, formatShare } from '#lib/i18n/format.ts';
import type { Wording } from './wording.ts';

const colors = { sbg: 'var(--segment-at-risk)', bdw: 'var(--segment-potential-loyalist)' } as const;

export interface RenewalShape {
	readonly points: CurvePoint[];
	readonly companions: CurveCompanion[];
	readonly legend: { readonly label: string; readonly color: string; readonly kind: 'line' }[];
	readonly lastX: number;
	/** Renewals to come by age, where there is a model. */
	readonly remaining: CurvePoint[];
	readonly ages: TableTwin;
}

/** Who was still there after each renewal, both models beside it, and what renewals are worth by age. */
export function shapeRenewal(result: ContractsResult, wording: Wording): RenewalShape {
	const { locale, words } = wording;
	const { ages, models } = result.tables;
	const { columns, rows } = ages;
	const { scalars: s, params } = result;
	const money = contractMoney(result, wording);
	const unit = words.renewal.units[params.age]();
	const share = (value: number) => formatShare(value, locale);
	const number = (value: number, digits = 2) => formatNumber(value, locale, digits);
	const at = (name: keyof typeof columns, row: number) => columns[name][row] ?? NaN;
	const fitted = renewalModels.filter((_, code) => models.columns.model.includes(code));
	const name = (model: (typeof renewalModels)[number]) => words.renewal.models[model]();
	const best = renewalModels[s.best];
	const all = Array.from({ length: rows }, (_, row) => row);
	const hasMoney = !Number.isNaN(s.money);
	const mark = (row: number) => words.renewal.mark({ n: row, unit });
	return {
		// Ages that nobody has come to yet stand on the axis without a point.
		points: all.map((row) => ({
			x: row,
			value: at('observed', row),
			low: at('observed', row),
			high: at('observed', row),
			lines: [
				mark(row),
				`${words.renewal.observed()} ${share(at('observed', row))}`,
				...fitted.map((model) => `${name(model)} ${share(at(model, row))}`),
				...(row === 0 ? [] : [words.renewal.counts({ lost: at('lost', row), due: at('due', row) })])
			]
		})),
		companions: fitted.map((model) => ({
			points: all.map((row) => ({ x: row, value: at(model, row) })),
			color: colors[model],
			strong: model === best
		})),
		legend: [
			{ label: words.renewal.observed(), color: 'var(--mark-line)', kind: 'line' },
			...fitted.map((model) => ({
				label:
					model === best && fitted.length > 1 ? words.renewal.better({ model: name(model) }) : name(model),
				color: colors[model],
				kind: 'line' as const
			}))
		],
		lastX: Math.max(1, rows - 1),
		remaining: all
			.filter((row) => !Number.isNaN(at('remaining', row)))
			.map((row) => ({
				x: row,
				value: at('remaining', row),
				low: at('remaining', row),
				high: at('remaining', row),
				lines: [
					mark(row),
					`${words.value.remaining()} ${number(at('remaining', row))}`,
					`${words.value.active()} ${formatCount(at('active', row), locale)}`,
					...(hasMoney ? [`${words.value.value()} ${money.full(at('value', row))}`] : [])
				]
			})),
		ages: {
			columns: [
				{ id: 'age', label: words.value.age({ unit }), align: 'end' },
				...(['due', 'lost', 'observed'] as const).map((id) => ({
					...{ id, label: words.value[id](), align: 'end' as const }
				})),
				...fitted.map((id) => ({ id, label: name(id), align: 'end' as const })),
				...(['observedRetention', 'retention', 'remaining', 'active'] as const).map((id) => ({
					...{ id, label: words.value[id](), align: 'end' as const }
				})),
				...(hasMoney
					? (['money', 'value'] as const).map((id) => ({
							...{ id, label: words.value[id](), align: 'end' as const }
						}))
					: [])
			],
			rows: all.map((row) => ({
				id: String(row),
				cells: [
					...(['age', 'due', 'lost'] as const).map((id) => formatCount(at(id, row), locale)),
					...(['observed', ...fitted, 'observedRetention', 'retention'] as const).map((id) =>
						share(at(id, row))
					),
					number(at('remaining', row)),
					formatCount(at('active', row), locale),
					...(hasMoney ? (['money', 'value'] as const).map((id) => money.full(at(id, row))) : [])
				]
			}))
		}
	};
}
