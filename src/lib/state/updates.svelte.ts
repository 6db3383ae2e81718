/** A new version of the app that waits until it is welcome. */
export class Updates {
	#waiting = $state.raw<ServiceWorker | null>(null);
	#hidden = $state(false);

	/** Whether to offer the new version; never while `busy`. */
	offered(busy: boolean): boolean {
		return this.#waiting !== null && !this.#hidden && !busy;
	}

	/** Puts the offer away until the next visit. */
	later(): void {
		this.#hidden = true;
	}

	/** Lets the new version take over; the page is loaded again as soon as it has. */
	accept(): void {
		this.#waiting?.postMessage({ type: 'skip-waiting' });
	}

	/** Watches the service worker. `reload` is called once a version that was accepted has taken over. */
	watch(container: ServiceWorkerContainer, reload: () => void): () => void {
		let stopped = false;
		const offer = (worker: ServiceWorker | null): void => {
			// Without a page under control this is the first installation, not an update.
			if (!stopped && worker !== null && container.controller !== null) this.#waiting = worker;
		};
		void container.ready.then((registration) => {
			offer(registration.waiting);
			registration.addEventListener('updatefound', () => {
				const worker = registration.installing;
				worker?.addEventListener('statechange', () => {
					if (worker.state === 'installed') offer(worker);
				});
			});
		});
		const onChange = (): void => {
			if (this.#waiting !== null) reload();
		};
		container.addEventListener('controllerchange', onChange);
		return () => {
			stopped = true;
			container.removeEventListener('controllerchange', onChange);
		};
	}
}
