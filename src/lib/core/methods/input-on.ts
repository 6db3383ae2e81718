import type { MethodInput } from './types.ts';

/**
 * The same question about another day: its as-of date, and a window as long as the frame's that ends on it. What is kept
 * was made for the frame's own day, and stays behind.
 */
export function inputOn(input: MethodInput, day: number): MethodInput {
	const { ledger, frame, events = null } = input;
	if (day === frame.asOf) return input;
	const from = frame.from === null ? null : frame.from - (frame.asOf - day);
	return { ledger, frame: { ...frame, asOf: day, from }, events };
}
