import { describe, expect, it } from 'vitest';
import { candidatePairs } from '#lib/core/identity/candidate-pairs.ts';
import { jaroWinkler } from '#lib/core/identity/jaro-winkler.ts';
import { PairReason } from '#lib/core/identity/types.ts';
import { peopleWithCopies, type CopyKind } from '../../support/people.ts';

describe('Jaro–Winkler', () => {
	// Porter & Winkler (1997), Approximate String Comparison and its Effect on an Advanced Record Linkage System, table 1.
	it.each([
		['SHACKLEFORD', 'SHACKELFORD', 0.982],
		['DUNNINGHAM', 'CUNNIGHAM', 0.896],
		['NICHLESON', 'NICHULSON', 0.956],
		['JONES', 'JOHNSON', 0.832],
		['MASSEY', 'MASSIE', 0.933],
		['ABROMS', 'ABRAMS', 0.922],
		['JERALDINE', 'GERALDINE', 0.926],
		['MARHTA', 'MARTHA', 0.961],
		['MICHELLE', 'MICHAEL', 0.921],
		['JULIES', 'JULIUS', 0.933],
		['TANYA', 'TONYA', 0.88],
		['DWAYNE', 'DUANE', 0.84],
		['SEAN', 'SUSAN', 0.805],
		['JON', 'JOHN', 0.933]
	])('of %s and %s is the published %f, to three decimals', (a, b, published) => {
		expect(jaroWinkler(a, b)).toBeCloseTo(published, 3);
	});
});

/** A sequence that is the same each time (Numerical Recipes' generator). */
function sequence(seed: number): (below: number) => number {
	let state = seed >>> 0;
	return (below) => {
		state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
		return Math.floor((state / 2 ** 32) * below);
	};
}

describe('Pairs among 3,000 customers with 600 known copies', () => {
	const { facts, copies } = peopleWithCopies(3000, sequence(7));
	const size = facts.ids.length;
	const truth = new Map(copies.map(({ pair: [a, b], kind }) => [a * size + b, kind]));
	const pairs = candidatePairs(facts);
	const found = [...pairs.first].map((first, i) => ({
		kind: truth.get(first * size + (pairs.second[i] as number)),
		reasons: pairs.reasons[i] as number
	}));
	const recall = (kinds: readonly CopyKind[], of: (reasons: number) => boolean): number => {
		const known = copies.filter(({ kind }) => kinds.includes(kind)).length;
		return found.filter(({ kind, reasons }) => kind && kinds.includes(kind) && of(reasons)).length / known;
	};
	const precision = (of: (reasons: number) => boolean): number => {
		const proposed = found.filter(({ reasons }) => of(reasons));
		return proposed.filter(({ kind }) => kind !== undefined).length / proposed.length;
	};
	const exact = PairReason.SAME_PHONE | PairReason.SAME_EMAIL | PairReason.SAME_ID;
	const isExact = (reasons: number) => (reasons & exact) !== 0;
	const isBulk = (reasons: number) => isExact(reasons) && (reasons & PairReason.OTHER_NAME) === 0;

	it('finds every copy with the same phone or address by the exact rules, and no other but households', () => {
		expect(recall(['phone-form', 'email-form', 'han-phone'], isExact)).toBe(1);
		expect(precision(isBulk)).toBeGreaterThan(0.98);
	});

	it('finds nine in ten of the copies that only a name gives away', () => {
		expect(recall(['word-order'], () => true)).toBeGreaterThan(0.95);
		expect(recall(['typo'], () => true)).toBeGreaterThan(0.9);
		const byName = (reasons: number) => !isExact(reasons);
		// The names are made of few words: most of the others are namesakes, which only a person can tell apart.
		expect(precision(byName)).toBeGreaterThan(0.35);
		if (process.env['SHOW_FIGURES'] !== undefined) {
			console.info({
				pairs: found.length,
				exact: precision(isExact),
				bulk: precision(isBulk),
				byName: precision(byName),
				typo: recall(['typo'], () => true),
				order: recall(['word-order'], () => true),
				email: recall(['email-form'], isExact)
			});
		}
	});
});
