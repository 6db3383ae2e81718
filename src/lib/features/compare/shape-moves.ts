import { movePlaceKinds, type GroupMoves } from '#lib/api/index.ts';
import type { AxisEntry, FlowBand, FlowBlock, HeatCell } from '#lib/charts/chart-data.ts';
import { segmentColor, stageColor, typeColor } from '#lib/charts/group-colors.ts';
import { scaleStep } from '#lib/charts/scale-step.ts';
import type { TableTwin } from '#lib/charts/table-twin.ts';
import { standingNames } from '#lib/i18n/figure-names.ts';
import {
	formatCount,
	formatCountShort,
	formatMoney,
	formatMoneyShort,
	formatShare
} from '#lib/i18n/format.ts';
import type { TopicTexts } from '#lib/i18n/load-topic.ts';
import type { Wording } from './wording.ts';

/** The words for movement that its own screen has too. */
export interface MovesWording extends Wording {
	readonly matrix: TopicTexts<'migration'>['matrix'];
}

export interface MovesShape {
	readonly axis: AxisEntry[];
	/** cells[from][to]. */
	readonly cells: HeatCell[][];
	readonly blocks: FlowBlock[];
	readonly bands: FlowBand[];
	/** Of each band, and each row of the table: its row in the matrix. */
	readonly filled: readonly number[];
	/** A cell in words. */
	readonly mark: (cell: number) => string;
	readonly table: TableTwin;
	/** Those in both states, those of them who are in another group, those who came, those who left. */
	readonly totals: Readonly<Record<'both' | 'moved' | 'joined' | 'left', number>>;
}

/** Who went from which group to which between two states, as a matrix and as a flow. */
export function shapeMoves(
	moves: GroupMoves,
	measure: 'customers' | 'revenue',
	wording: MovesWording
): MovesShape {
	const { locale, money, messages, words, matrix: heads } = wording;
	const groups = standingNames(moves.of, moves.rules, messages.terms);
	const colorOf = { segments: segmentColor, types: typeColor, stages: stageColor }[moves.of];
	const kinds = Array.from(moves.places.columns.kind, (kind) => movePlaceKinds[kind] ?? 'group');
	const places = kinds.map((kind, place) => {
		const group = groups[moves.places.columns.code[place] ?? 0];
		if (kind === 'group') return { name: group?.name ?? '', color: colorOf(group?.tone ?? 0) };
		return { name: kind === 'absent' ? words.moves.absent() : words.moves.noGroup(), color: 'var(--ink-3)' };
	});
	const width = places.length;
	const { columns } = moves.matrix;
	const n = (cell: number) => columns.customers[cell] ?? 0;
	const from = (cell: number) => Math.floor(cell / width);
	const to = (cell: number) => cell % width;
	const name = (place: number) => places[place]?.name ?? '';
	const short = (units: number | undefined) => formatMoneyShort(units ?? NaN, locale, money);
	const mark = (cell: number) =>
		from(cell) === to(cell)
			? heads.stayed({ from: name(from(cell)) })
			: heads.mark({ from: name(from(cell)), to: name(to(cell)) });
	const lines = (cell: number): string[] =>
		n(cell) === 0
			? [mark(cell), messages.charts.emptyCell()]
			: [
					mark(cell),
					messages.common.customers({ n: n(cell) }),
					heads.ofRow({ share: columns.share[cell] ?? NaN, from: name(from(cell)) }),
					`${words.state.a()} ${short(columns.revenueBefore[cell])} → ${words.state.b()} ${short(columns.revenue[cell])}`
				];
	const heat = (cell: number): HeatCell => ({
		step: scaleStep(columns.share[cell] || 0, 1),
		text: measure === 'customers' ? formatCountShort(n(cell), locale) : short(columns.revenue[cell]),
		...(n(cell) === 0 ? {} : { sub: formatShare(columns.share[cell] ?? NaN, locale, 0) }),
		empty: n(cell) === 0,
		lines: lines(cell)
	});
	const block = (step: 0 | 1, group: number): FlowBlock => {
		const size = moves.places.columns[step === 0 ? 'before' : 'now'][group] ?? 0;
		return {
			step,
			group,
			value: measure === 'customers' ? size : 0,
			label: name(group),
			color: places[group]?.color ?? '',
			lines: [name(group), messages.common.customers({ n: size })]
		};
	};
	const filled = [...columns.customers.keys()].filter((cell) => n(cell) > 0);
	const sum = (wanted: (a: number, b: number) => boolean) =>
		filled.reduce((total, cell) => total + (wanted(from(cell), to(cell)) ? n(cell) : 0), 0);
	const isAway = (place: number) => kinds[place] === 'absent';
	return {
		axis: places.map(({ name: label }) => ({ label })),
		cells: places.map((_, row) => places.map((__, column) => heat(row * width + column))),
		blocks: places.flatMap((_, group) => [
			...(moves.places.columns.before[group] === 0 ? [] : [block(0, group)]),
			...(moves.places.columns.now[group] === 0 ? [] : [block(1, group)])
		]),
		bands: filled.map((cell) => ({
			step: 0,
			from: from(cell),
			to: to(cell),
			value: columns[measure][cell] ?? 0,
			color: places[from(cell)]?.color ?? '',
			lines: lines(cell)
		})),
		filled,
		mark,
		table: movesTable(),
		totals: {
			both: sum((a, b) => !isAway(a) && !isAway(b)),
			moved: sum((a, b) => !isAway(a) && !isAway(b) && a !== b),
			joined: sum(isAway),
			left: sum((_, b) => isAway(b))
		}
	};

	function movesTable(): TableTwin {
		const end = (id: string, label: string) => ({ id, label, align: 'end' as const });
		return {
			columns: [
				{ id: 'from', label: heads.from() },
				{ id: 'to', label: heads.to() },
				end('customers', heads.customers()),
				end('share', heads.share()),
				end('before', `${heads.revenue()} ${words.state.a()}`),
				end('now', `${heads.revenue()} ${words.state.b()}`)
			],
			rows: filled.map((cell) => ({
				id: String(cell),
				cells: [
					name(from(cell)),
					name(to(cell)),
					formatCount(n(cell), locale),
					formatShare(columns.share[cell] ?? NaN, locale),
					formatMoney(columns.revenueBefore[cell] ?? NaN, locale, money),
					formatMoney(columns.revenue[cell] ?? NaN, locale, money)
				]
			}))
		};
	}
}
