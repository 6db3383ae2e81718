import { ROW_HASHES } from './layout';

/**
 * Three words of hash of each of `count` rows whose places stand from `from` and `to` on: what `hashRange` of
 * import/row-hash.ts gives with the seed 0.
 */
export function hashRows(from: usize, to: usize, count: i32): void {
	let out = ROW_HASHES;
	for (let i = 0; i < count; i++) {
		const start = <usize>load<u32>(from);
		const end = <usize>load<u32>(to);
		let a: u32 = 0x811c9dc5;
		let b: u32 = 0x9747b28c;
		let c: u32 = 0x1b873593;
		for (let at = start; at < end; at += 8) {
			let bytes = load<u64>(at);
			const left = <u64>(end - at);
			if (left < 8) bytes &= u64.MAX_VALUE >> (8 * (8 - left));
			const one = <u32>bytes * 0xcc9e2d51;
			const two = <u32>(bytes >> 32) * 0x9e3779b1;
			a = rotl((a ^ one ^ rotl(two, 16)) * 0x1b873593, 13);
			b = rotl(b, 11) * 5 + one + two;
			c = (c + two - rotl(one, 15)) * 0x5bd1e995;
			c ^= c >>> 15;
		}
		const length = <u32>(end - start);
		store<u32>(out, mix(a ^ length));
		store<u32>(out + 4, mix(b + length));
		store<u32>(out + 8, mix(c));
		from += 4;
		to += 4;
		out += 12;
	}
}

/** Spreads every input bit over the word (the finaliser of MurmurHash3). */
function mix(word: u32): u32 {
	let h = word ^ (word >>> 16);
	h *= 0x85ebca6b;
	h ^= h >>> 13;
	h *= 0xc2b2ae35;
	return h ^ (h >>> 16);
}
