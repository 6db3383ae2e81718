import type { Progress } from '#lib/api/index.ts';

type Report = (progress: Omit<Progress, 'elapsedMs'>) => void;

/**
 * How far files are that are read one after the other in their order: told as of one file, so that neither rows nor the
 * time left start over. Called for each file as its turn comes; one that comes up for more than one of its parts is told as once.
 */
export function progressOfFiles(files: readonly Blob[], report: Report): (file: Blob) => Report {
	const total = files.reduce((sum, { size }) => sum + size, 0);
	const before = { bytes: 0, rows: 0 };
	let at = { bytes: 0, rows: 0 };
	return ({ size }) => {
		before.bytes += at.bytes;
		before.rows += at.rows;
		at = { bytes: size, rows: 0 };
		return ({ stage, done, total: all, rows }) => {
			at.rows = rows;
			// Of a workbook other bytes are told than those of the file.
			const share = all > 0 ? done / all : 0;
			report({
				stage,
				done: Math.min(total, before.bytes + share * size),
				total,
				unit: 'bytes',
				rows: before.rows + rows
			});
		};
	};
}
