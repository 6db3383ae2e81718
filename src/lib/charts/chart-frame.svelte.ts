import { pictureSvg, type PictureWords } from './picture-svg.ts';
import { picturePng, saveBlob } from './save-file.ts';
import { tableCsv, tableHtml, tableTsv, type TableTwin } from './table-twin.ts';

/** What a frame can do: turn to the table and back, and leave the app as a file. */
export class FrameState {
	shows = $state<'chart' | 'table'>('chart');

	constructor(initial: 'chart' | 'table' = 'chart') {
		this.shows = initial;
	}

	busy = $state(false);
	failed = $state(false);
	/** Something was just copied. */
	copied = $state(false);
	element: HTMLElement | undefined = $state();

	toggle = (): void => {
		this.shows = this.shows === 'chart' ? 'table' : 'chart';
	};

	async savePicture(kind: 'png' | 'svg', words: PictureWords, fileName: string): Promise<void> {
		if (this.element === undefined || this.busy) return;
		this.busy = true;
		this.failed = false;
		try {
			const svg = pictureSvg(this.element, words);
			if (svg === null) throw new Error('no plot');
			const blob = kind === 'svg' ? new Blob([svg], { type: 'image/svg+xml' }) : await picturePng(svg);
			saveBlob(blob, `${fileName}.${kind}`);
		} catch {
			this.failed = true;
		} finally {
			this.busy = false;
		}
	}

	/** Copies the picture. The clipboard is asked at once: it must follow the click, and waits for what is drawn. */
	copyPicture(words: PictureWords): Promise<void> {
		const svg = this.element === undefined ? null : pictureSvg(this.element, words);
		return this.#copy(() => ({
			'image/png': svg === null ? Promise.reject(new Error('no plot')) : picturePng(svg)
		}));
	}

	/** Copies the table, as text for a spreadsheet and as a table for a document. */
	copyTable(table: TableTwin): Promise<void> {
		return this.#copy(() => ({
			'text/plain': new Blob([tableTsv(table)], { type: 'text/plain' }),
			'text/html': new Blob([tableHtml(table)], { type: 'text/html' })
		}));
	}

	async #copy(content: () => Record<string, Blob | Promise<Blob>>): Promise<void> {
		this.failed = false;
		this.copied = false;
		try {
			await navigator.clipboard.write([new ClipboardItem(content())]);
			this.copied = true;
		} catch {
			this.failed = true;
		}
	}

	saveTable(table: TableTwin, fileName: string): void {
		saveBlob(new Blob([tableCsv(table)], { type: 'text/csv;charset=utf-8' }), `${fileName}.csv`);
	}
}
