import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import type { TextFormat } from '#lib/core/dataset/recipe.ts';
import { cutWhole, judgedBy } from '#lib/import/whole-cut.ts';

const plain: TextFormat = { encoding: 'utf-8', delimiter: ',', quote: '"', header: true, skipRows: 0 };

/** Names, rows, and lines that are torn, short, long, blank, quoted, of another table or of sums. */
const line = fc.oneof(
	{ weight: 6, arbitrary: fc.constantFrom('id,day,sum', '1,2024-01-05,2.50', '22,2024-02-06,13.00', '3,,4') },
	fc.constantFrom(
		'',
		' ',
		'id,day',
		'1,2024-01-05,2.50,9',
		'"1","2024-01-05","2,50"',
		'1,"2024-01-05,2.50',
		'---'
	),
	fc.constantFrom(
		'Total,,15.50',
		'"a\nb",2024-01-05,1',
		'1,2024-01-05,"2""50"',
		'x"y,2024-01-05,1',
		'Orders of May'
	)
);

const layout = fc.record({
	header: fc.boolean(),
	headerRows: fc.constantFrom(undefined, 2 as const, 3 as const),
	skipRows: fc.constantFrom(0, 0, 0, 1, 2),
	endLine: fc.constantFrom(undefined, 5, 9)
});

interface Layout {
	readonly header?: boolean;
	readonly headerRows?: 2 | 3 | undefined;
	readonly skipRows?: number;
	readonly endLine?: number | undefined;
}

const formatOf = ({ headerRows, endLine, ...rest }: Layout): TextFormat => ({
	...plain,
	...rest,
	...(headerRows !== undefined && { headerRows }),
	...(endLine !== undefined && { endLine })
});

describe('a text that was cut before', () => {
	test.prop([fc.array(line, { maxLength: 16 }), layout, layout, fc.boolean()])(
		'is judged by another format as if that had cut it',
		(lines, one, other, whole) => {
			const text = lines.join('\n');
			const again = judgedBy(cutWhole(text, formatOf(one), whole), formatOf(other));
			if (again !== null) expect(again).toEqual(cutWhole(text, formatOf(other), whole));
		}
	);

	it('is not cut again where its first rows are plain, and is where one is not', () => {
		const known = (text: string) => cutWhole(text, formatOf({ headerRows: 3 }), true);
		const rows = '1,2024-01-05,2.50\n'.repeat(9);
		expect(judgedBy(known(`id,day,sum\n${rows}`), plain)).not.toBeNull();
		expect(judgedBy(known(`id,day\n${rows}`), plain)).toBeNull();
		expect(judgedBy(known(`id,day,sum\n${rows}`), { ...plain, delimiter: ';' })).toBeNull();
		expect(judgedBy(known(`id,day,sum\n${rows}`), { ...plain, skipRows: 1 })).toBeNull();
	});
});
