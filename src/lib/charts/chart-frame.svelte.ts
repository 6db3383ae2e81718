import { pictureSvg, type PictureWords } from './picture-svg.ts';
import { picturePng, saveBlob } from './save-file.ts';
import { tableCsv, type TableTwin } from './table-twin.ts';

/** What a frame can do: turn to the table and back, and leave the app as a file. */
export class FrameState {
	shows = $state<'chart' | 'table'>('chart');

	constructor(initial: 'chart' | 'table' = 'chart') {
		this.shows = initial;
	}

	busy = $state(false);
	failed = $state(false);
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

	saveTable(table: TableTwin, fileName: string): void {
		saveBlob(new Blob([tableCsv(table)], { type: 'text/csv;charset=utf-8' }), `${fileName}.csv`);
	}
}
