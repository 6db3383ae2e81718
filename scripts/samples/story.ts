import type { Draw } from './random.ts';

/** How a kind of customer behaves. */
export interface Archetype {
	readonly id: string;
	readonly customers: number;
	/** First and last day on which such a customer may arrive. */
	readonly arrives: readonly [number, number];
	/** Days between orders, and how regular they are (1 = not at all). */
	readonly meanGap: number;
	readonly regularity: number;
	/** Chance of never ordering again, after each order. */
	readonly stopsAfterOrder: number;
	/** Chance of leaving in the quarter after the price rise, if a customer by then. */
	readonly leavesAfterRise: number;
	/** How strongly seasons move this kind: 0 = not at all, 1 = as the shop's calendar says. */
	readonly seasonality: number;
	/** Minutes of the day between which such a customer orders. */
	readonly minutes: readonly [number, number];
	readonly lines: readonly [number, number];
	readonly quantity: readonly [number, number];
	/** Weights of the shop's channels. */
	readonly channels: readonly number[];
}

/** What happens in a shop over three years: the facts that an analysis has to find again. */
export interface ShopStory {
	readonly firstDay: number;
	readonly lastDay: number;
	/** The day of the price rise, by how much, and how long its churn wave takes. */
	readonly riseDay: number;
	readonly rise: number;
	readonly waveDays: number;
	/** How busy a day is; 1 = an ordinary one. */
	season(day: number): number;
	readonly archetypes: readonly Archetype[];
}

/** One order before it has lines. `serial` counts the orders of its customer, from 0. */
export interface Visit {
	readonly customer: number;
	readonly archetype: Archetype;
	readonly day: number;
	readonly minute: number;
	readonly serial: number;
}

/**
 * Lives all customers of a story through and returns their orders by time. A gap is measured in busy-ness, not in
 * days: a season of 2 makes the same gap pass twice as fast.
 */
export function liveThrough(story: ShopStory, draw: Draw): { visits: Visit[]; customers: Archetype[] } {
	const customers: Archetype[] = [];
	const visits: Visit[] = [];
	for (const archetype of story.archetypes) {
		for (let i = 0; i < archetype.customers; i++) {
			const customer = customers.push(archetype) - 1;
			for (const [serial, day] of orderDays(story, archetype, draw).entries()) {
				visits.push({ customer, archetype, day, minute: draw.int(...archetype.minutes), serial });
			}
		}
	}
	visits.sort((a, b) => a.day - b.day || a.minute - b.minute || a.customer - b.customer);
	return { visits, customers };
}

function orderDays(story: ShopStory, kind: Archetype, draw: Draw): number[] {
	const first = arrival(story, kind, draw);
	const leaves = draw.chance(kind.leavesAfterRise)
		? story.riseDay + draw.int(0, story.waveDays - 1)
		: Infinity;
	// Whoever arrives after the rise knows the new prices.
	const end = Math.min(story.lastDay, first < story.riseDay ? leaves : Infinity);
	const days = [first];
	let day = first;
	while (!draw.chance(kind.stopsAfterOrder)) {
		let wait = Math.max(1, draw.gap(kind.meanGap, kind.regularity));
		while (wait > 0 && day <= end) wait -= busy(story, kind, ++day);
		if (day > end) break;
		days.push(day);
	}
	return days;
}

function arrival(story: ShopStory, kind: Archetype, draw: Draw): number {
	const [from, to] = kind.arrives;
	for (;;) {
		const day = draw.int(from, to);
		// Busy days bring more new customers: accept in proportion, up to four times an ordinary day.
		if (draw.chance(Math.min(1, busy(story, kind, day) / 4))) return day;
	}
}

function busy(story: ShopStory, kind: Archetype, day: number): number {
	return Math.max(0.02, 1 + kind.seasonality * (story.season(day) - 1));
}
