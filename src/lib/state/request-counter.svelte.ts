/**
 * Counts what this page loads from addresses other than its own, as the browser itself reports it. Workers are
 * not in this count; the page's content security policy, which they inherit, forbids them other addresses too.
 */
export class RequestCounter {
	#elsewhere = $state(0);
	#blocked = $state(0);
	readonly #origin: string;

	constructor(origin: string) {
		this.#origin = origin;
	}

	/** Requests to other addresses since the page was opened. */
	get elsewhere(): number {
		return this.#elsewhere;
	}

	/** Attempts that the content security policy stopped. */
	get blocked(): number {
		return this.#blocked;
	}

	/** Counts one loaded resource; data in the page itself (data:, blob:) went nowhere. */
	seen(address: string): void {
		if (/^(data|blob):/i.test(address)) return;
		if (!address.startsWith(`${this.#origin}/`) && address !== this.#origin) this.#elsewhere++;
	}

	/** Begins to listen; answers how to stop. What was loaded before is counted too. */
	listen(target: Document): () => void {
		const observer = new PerformanceObserver((list) => {
			for (const entry of list.getEntries()) this.seen(entry.name);
		});
		observer.observe({ type: 'resource', buffered: true });
		const onViolation = (): void => {
			this.#blocked++;
		};
		target.addEventListener('securitypolicyviolation', onViolation);
		return () => {
			observer.disconnect();
			target.removeEventListener('securitypolicyviolation', onViolation);
		};
	}
}
