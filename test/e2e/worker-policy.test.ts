import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from './support/fixtures.ts';

// With the service worker, as a visitor has it.
test.use({ serviceWorkers: 'allow' });

test('the page’s content policy reaches into its workers: they can send nothing and run no text', async ({
	app,
	page,
	expectProblem
}) => {
	expectProblem(/Content Security Policy|CSP report/);
	let heard = 0;
	const stranger = createServer((_, response) => {
		heard++;
		response.end();
	});
	await new Promise<void>((resolve) => stranger.listen(0, '127.0.0.1', resolve));
	const { port } = stranger.address() as AddressInfo;
	try {
		await app.start();
		await expect.poll(() => page.workers().length).toBeGreaterThan(0);
		for (const worker of page.workers()) {
			expect(worker.url()).toMatch(/^blob:/);
			const sent = await worker.evaluate(
				(address) =>
					fetch(address, { mode: 'no-cors' }).then(
						() => true,
						() => false
					),
				`http://127.0.0.1:${port}/`
			);
			expect(sent).toBe(false);
			// The inspector itself may evaluate texts; a timer is set by the worker.
			const ran = await worker.evaluate(async () => {
				const scope = globalThis as typeof globalThis & { ran?: boolean };
				// eslint-disable-next-line @typescript-eslint/no-implied-eval -- that it does not run is the point
				setTimeout('globalThis.ran = true', 0);
				await new Promise((resolve) => setTimeout(resolve, 100));
				return scope.ran === true;
			});
			expect(ran).toBe(false);
		}
		expect(heard).toBe(0);
	} finally {
		stranger.close();
	}
});
