import '#lib/ui/tokens.css';
import '#lib/ui/base.css';
import { tick } from 'svelte';

/** Lets bound sizes reach the charts: they draw once they know how wide they are. */
export async function settled(): Promise<void> {
	await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
	await tick();
}
