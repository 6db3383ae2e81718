import type { Contact, ContactFacts } from '#lib/core/identity/types.ts';

const given = ['Ada', 'Alan', 'Grace', 'Edsger', 'Barbara', 'Donald', 'Frances', 'Niklaus', 'Radia', 'Tony'];
const family = [
	'Lovelace',
	'Turing',
	'Hopper',
	'Dijkstra',
	'Liskov',
	'Knuth',
	'Allen',
	'Wirth',
	'Perlman',
	'Hoare'
];
const syllables = [
	'bar',
	'den',
	'for',
	'gal',
	'hem',
	'kir',
	'lin',
	'mos',
	'nor',
	'pel',
	'ros',
	'ter',
	'ven',
	'wick'
];
const surnames = Array.from('王李张刘陈杨黄赵吴周');
const characters = Array.from('伟芳娜敏静丽强磊军洋勇艳杰娟涛明超兰霞平刚桂英华玉梅红建文');

/** Why a copy was made: what is told of it is the truth that rules are held to. */
export type CopyKind = 'phone-form' | 'email-form' | 'typo' | 'word-order' | 'han-phone';

export interface People {
	readonly facts: ContactFacts;
	/** Pairs of customers that are one, and how the second was written. */
	readonly copies: readonly { readonly pair: readonly [number, number]; readonly kind: CopyKind }[];
}

/** Customers of whom one in five was written down twice, in another way; and households that share a phone. */
export function peopleWithCopies(people: number, next: (below: number) => number): People {
	const ids: string[] = [];
	const names: string[] = [];
	const phones: Contact[] = [];
	const emails: Contact[] = [];
	const copies: { pair: [number, number]; kind: CopyKind }[] = [];
	const pick = <T>(from: readonly T[]): T => from[next(from.length)] as T;
	const add = (name: string, phone: string | null, email: string | null): number => {
		const customer = ids.push(`C${ids.length}`) - 1;
		names.push(name);
		if (phone !== null) phones.push({ customer, value: phone });
		if (email !== null) emails.push({ customer, value: email });
		return customer;
	};
	for (let i = 0; i < people; i++) {
		const isHan = i % 3 === 0;
		const name = isHan
			? pick(surnames) + pick(characters) + pick(characters)
			: `${pick(given)}${pick(syllables)} ${pick(family)}${pick(syllables)}${pick(syllables)}`;
		const phone = `13${String(i).padStart(9, '0')}`;
		const email = `person${i}@example.com`;
		const who = add(name, phone, i % 2 === 0 ? email : null);
		if (i % 20 === 7) add(`${pick(given)} ${pick(family)}`, phone, null);
		if (i % 5 !== 0) continue;
		const kind: CopyKind = isHan
			? 'han-phone'
			: pick(['phone-form', 'email-form', 'typo', 'word-order'] as const);
		const spoken = `+86 ${phone.slice(0, 3)}-${phone.slice(3, 7)}-${phone.slice(7)}`;
		const [first = '', last = ''] = name.split(' ');
		const at = 2 + next(Math.max(1, last.length - 3));
		const swapped = last.slice(0, at) + (last[at + 1] ?? '') + (last[at] ?? '') + last.slice(at + 2);
		if (kind === 'email-form' && i % 2 !== 0) emails.push({ customer: who, value: email });
		const copy = {
			'han-phone': () => add(`${name.slice(0, 1)} ${name.slice(1)}`, spoken, null),
			'phone-form': () => add(name, `0086${phone}`, null),
			'email-form': () => add(`${first[0]}. ${last}`, null, ` ${email.toUpperCase()}`),
			typo: () => add(`${first} ${swapped}`, null, null),
			'word-order': () => add(`${last.toUpperCase()}, ${first}`, null, null)
		}[kind]();
		copies.push({ pair: [who, copy], kind });
	}
	return { facts: { ids, names, phones, emails }, copies };
}
