import { describe } from 'vitest';
import { hasData } from './data-path.ts';

export * from './data-path.ts';

/** `describe` that needs the data folder. */
export function describeWithData(title: string, body: () => void): void {
	if (hasData) describe(title, body);
	else describe.skip(`${title} (skipped: no data folder)`, body);
}
