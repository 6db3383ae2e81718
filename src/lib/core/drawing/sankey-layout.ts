/** A block of a flow: so many of a group at one step. */
export interface SankeyNode {
	/** Column, from 0. */
	readonly step: number;
	/** Names the group: the same in every column, and its place from top to bottom. */
	readonly group: number;
	/** Drawn no smaller than what flows in and what flows out. */
	readonly value: number;
}
/** What flows from a group at a step to a group at the next. */
export interface SankeyLink {
	readonly step: number;
	readonly from: number;
	readonly to: number;
	readonly value: number;
}
export interface PlacedNode {
	readonly x: number;
	readonly y: number;
	readonly height: number;
}
export interface PlacedLink {
	/** The band as an SVG path. */
	readonly path: string;
	/** Its middle. */
	readonly x: number;
	readonly y: number;
}
export interface SankeyPlaces {
	readonly nodes: readonly PlacedNode[];
	readonly links: readonly PlacedLink[];
}

/**
 * Places blocks in columns and bands between them: groups from top to bottom in their order, bands at a block in the order
 * of where they lead, one scale for all columns. A layout with a fixed order needs no search for a good one, and a group
 * stays where the eye looks for it.
 *
 * @param nodes in any order; results keep it
 * @example
 * const nodes = [{ step: 0, group: 0, value: 4 }, { step: 1, group: 0, value: 4 }];
 * const size = { width: 110, height: 40, nodeWidth: 10, gap: 4 };
 * layoutSankey(nodes, [{ step: 0, from: 0, to: 0, value: 4 }], size).nodes // => [{ x: 0, y: 0, height: 40 }, { x: 100, y: 0, height: 40 }]
 */
export function layoutSankey(
	nodes: readonly SankeyNode[],
	links: readonly SankeyLink[],
	size: { readonly width: number; readonly height: number; readonly nodeWidth: number; readonly gap: number }
): SankeyPlaces {
	const at = new Map(nodes.map(({ step, group }, index) => [key(step, group), index]));
	const out = new Float64Array(nodes.length);
	const into = new Float64Array(nodes.length);
	for (const { step, from, to, value } of links) {
		const [start, end] = [at.get(key(step, from)), at.get(key(step + 1, to))];
		if (start !== undefined) out[start] = (out[start] as number) + value;
		if (end !== undefined) into[end] = (into[end] as number) + value;
	}
	const values = nodes.map(({ value }, i) => Math.max(value, out[i] as number, into[i] as number));
	const steps = 1 + Math.max(0, ...nodes.map(({ step }) => step));
	const columns = Array.from({ length: steps }, (_, step) =>
		[...nodes.keys()]
			.filter((i) => nodes[i]?.step === step)
			.sort((a, b) => (nodes[a]?.group ?? 0) - (nodes[b]?.group ?? 0))
	);
	const scale = Math.min(
		...columns.map((own) => {
			const sum = own.reduce((total, i) => total + (values[i] ?? 0), 0);
			return sum > 0 ? Math.max(0, size.height - (own.length - 1) * size.gap) / sum : Infinity;
		})
	);
	const unit = Number.isFinite(scale) ? scale : 0;
	const apart = steps > 1 ? (size.width - size.nodeWidth) / (steps - 1) : 0;
	const placed: PlacedNode[] = nodes.map(() => ({ x: 0, y: 0, height: 0 }));
	columns.forEach((own, step) => {
		let y = 0;
		for (const i of own) {
			const height = (values[i] ?? 0) * unit;
			placed[i] = { x: step * apart, y, height };
			y += height + size.gap;
		}
	});
	return { nodes: placed, links: placeLinks(links, at, placed, unit, size.nodeWidth) };
}

function placeLinks(
	links: readonly SankeyLink[],
	at: ReadonlyMap<string, number>,
	nodes: readonly PlacedNode[],
	unit: number,
	nodeWidth: number
): PlacedLink[] {
	const leaving = nodes.map(({ y }) => y);
	const arriving = nodes.map(({ y }) => y);
	const starts = new Float64Array(links.length);
	const ends = new Float64Array(links.length);
	const endsOf = (link: SankeyLink) =>
		[at.get(key(link.step, link.from)) ?? -1, at.get(key(link.step + 1, link.to)) ?? -1] as const;
	const order = [...links.keys()];
	const by = (first: 'from' | 'to', second: 'from' | 'to') => (a: number, b: number) => {
		const [x, y] = [links[a] as SankeyLink, links[b] as SankeyLink];
		return x.step - y.step || x[first] - y[first] || x[second] - y[second];
	};
	for (const i of [...order].sort(by('from', 'to'))) {
		const [start] = endsOf(links[i] as SankeyLink);
		starts[i] = leaving[start] ?? 0;
		leaving[start] = starts[i] + (links[i]?.value ?? 0) * unit;
	}
	for (const i of [...order].sort(by('to', 'from'))) {
		const [, end] = endsOf(links[i] as SankeyLink);
		ends[i] = arriving[end] ?? 0;
		arriving[end] = ends[i] + (links[i]?.value ?? 0) * unit;
	}
	return links.map((link, i): PlacedLink => {
		const [start, end] = endsOf(link);
		const x0 = (nodes[start]?.x ?? 0) + nodeWidth;
		const x1 = nodes[end]?.x ?? 0;
		const width = link.value * unit;
		const [y0, y1] = [starts[i] as number, ends[i] as number];
		return {
			path: bandPath([x0, y0], [x1, y1], width),
			x: (x0 + x1) / 2,
			y: (y0 + y1 + width) / 2
		};
	});
}

/**
 * A band of a height from a point to a point, level at both ends, as an SVG path.
 *
 * @example
 * bandPath([0, 0], [10, 4], 2) // => 'M0,0C5,0 5,4 10,4V6C5,6 5,2 0,2Z'
 */
export function bandPath(
	[x0, y0]: readonly [number, number],
	[x1, y1]: readonly [number, number],
	height: number
): string {
	const n = (value: number): string => String(Math.round(value * 100) / 100);
	const mid = n((x0 + x1) / 2);
	const [a, b, c, d] = [n(y0), n(y1), n(y1 + height), n(y0 + height)];
	return `M${n(x0)},${a}C${mid},${a} ${mid},${b} ${n(x1)},${b}V${c}C${mid},${c} ${mid},${d} ${n(x0)},${d}Z`;
}

const key = (step: number, group: number): string => `${step}.${group}`;
