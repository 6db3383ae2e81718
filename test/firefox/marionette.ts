import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Where the browser listens for its driver. */
const PORT = 28_414;
const ELEMENT = 'element-6066-11e4-a52e-4f735466cecf';

/** A Firefox of its own, driven over loopback by Marionette, the protocol that it has built in. */
export class Firefox {
	readonly #process: ChildProcess;
	readonly #socket: Socket;
	readonly #folder: string;
	readonly #waiting = new Map<number, { done: (value: unknown) => void; failed: (why: Error) => void }>();
	/** What came in and is not a whole message yet. */
	#rest: Buffer = Buffer.alloc(0);
	#last = 0;
	/** Where its downloads go, without asking. */
	readonly downloads: string;

	private constructor(process: ChildProcess, socket: Socket, folder: string) {
		this.#process = process;
		this.#socket = socket;
		this.#folder = folder;
		this.downloads = join(folder, 'downloads');
		socket.on('data', (data) => this.#take(data));
	}

	static async start(path: string): Promise<Firefox> {
		const folder = mkdtempSync(join(tmpdir(), 'clientele-firefox-'));
		const preferences = {
			'marionette.port': PORT,
			'browser.download.folderList': 2,
			'browser.download.dir': join(folder, 'downloads'),
			'browser.download.always_ask_before_handling_new_types': false,
			'browser.shell.checkDefaultBrowser': false,
			'datareporting.policy.dataSubmissionEnabled': false,
			'app.update.enabled': false,
			'intl.accept_languages': 'en-GB'
		};
		const lines = Object.entries(preferences).map(
			([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});`
		);
		writeFileSync(join(folder, 'user.js'), lines.join('\n'));
		const started = spawn(path, ['--headless', '--marionette', '--no-remote', '--profile', folder], {
			stdio: 'ignore'
		});
		const firefox = new Firefox(started, await connected(), folder);
		await firefox.send('WebDriver:NewSession', {
			capabilities: { alwaysMatch: { acceptInsecureCerts: false } }
		});
		return firefox;
	}

	async send(command: string, params: object = {}): Promise<unknown> {
		const id = ++this.#last;
		const message = Buffer.from(JSON.stringify([0, id, command, params]));
		const answer = new Promise((done, failed) => this.#waiting.set(id, { done, failed }));
		this.#socket.write(`${message.length}:`);
		this.#socket.write(message);
		return answer;
	}

	async goTo(url: string): Promise<void> {
		await this.send('WebDriver:Navigate', { url });
	}

	/** What an expression is in the page. */
	async tell<T>(expression: string): Promise<T> {
		const answer = await this.send('WebDriver:ExecuteScript', { script: `return ${expression};`, args: [] });
		return (answer as { value: T }).value;
	}

	/** Waits until an expression is true in the page. */
	async until(expression: string, seconds = 60): Promise<void> {
		const end = Date.now() + seconds * 1000;
		while (Date.now() < end) {
			if (await this.tell<boolean>(`Boolean(${expression})`)) return;
			await pause(200);
		}
		throw new Error(`never true in Firefox: ${expression}`);
	}

	/** The first element of a selector, or by its XPath. */
	async find(value: string): Promise<string> {
		const using = value.startsWith('//') ? 'xpath' : 'css selector';
		const found = (await this.send('WebDriver:FindElement', { using, value })) as {
			value: Record<string, string>;
		};
		return found.value[ELEMENT] ?? '';
	}

	async click(selector: string): Promise<void> {
		await this.send('WebDriver:ElementClick', { id: await this.find(selector) });
	}

	/** Types into a field, or gives a file field the path of a file. */
	async type(selector: string, text: string): Promise<void> {
		await this.send('WebDriver:ElementSendKeys', { id: await this.find(selector), text });
	}

	async end(): Promise<void> {
		const ended = new Promise((done) => this.#process.once('exit', done));
		await this.send('Marionette:Quit', { flags: ['eForceQuit'] });
		await ended;
		this.#socket.destroy();
		rmSync(this.#folder, { recursive: true, force: true });
	}

	/** Messages are their length, a colon, and JSON: [1, id, error, answer]. The first one is a greeting. */
	#take(data: Buffer): void {
		this.#rest = Buffer.concat([this.#rest, data]);
		for (;;) {
			const colon = this.#rest.indexOf(':');
			const length = Number(this.#rest.subarray(0, Math.max(0, colon)).toString());
			if (colon < 0 || this.#rest.length < colon + 1 + length) return;
			const message: unknown = JSON.parse(this.#rest.subarray(colon + 1, colon + 1 + length).toString());
			this.#rest = this.#rest.subarray(colon + 1 + length);
			if (!Array.isArray(message)) continue;
			const [, id, error, answer] = message as [number, number, { message: string } | null, unknown];
			const waiting = this.#waiting.get(id);
			this.#waiting.delete(id);
			if (error === null) waiting?.done(answer);
			else waiting?.failed(new Error(error.message));
		}
	}
}

const pause = (ms: number): Promise<void> =>
	new Promise((done) => {
		setTimeout(done, ms);
	});

async function connected(): Promise<Socket> {
	const end = Date.now() + 60_000;
	while (Date.now() < end) {
		const socket = await new Promise<Socket | null>((done) => {
			const trying = connect(PORT, '127.0.0.1', () => done(trying));
			trying.once('error', () => done(null));
		});
		if (socket !== null) return socket;
		await pause(250);
	}
	throw new Error('Firefox did not answer');
}
