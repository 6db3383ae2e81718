import { expect, test } from 'vitest';
import { unbroken } from '#lib/report/html/unbroken.ts';
import { unbrokenParts } from '#lib/ui/unbroken-parts.ts';

test.each([
	['Gini 0.36–0.44, of all', 'Gini <span class="range">0.36–0.44,</span> of all'],
	['by −5.0 – 20.0% more', 'by <span class="range">−5.0 – 20.0%</span> more'],
	['区间为5.1万–6.2万，共3笔', '区间为<span class="range">5.1万–6.2万</span>，共3笔'],
	['no end – and <b>', 'no end – and &lt;b&gt;']
])('the range in "%s" stays on one line, and nothing else does', (text, written) => {
	expect(unbroken(text).text).toBe(written);
});

test.each([1_000, 20_000])('a row of %i digits that begins no range is gone through at once', (digits) => {
	const text = `${'1'.repeat(digits)} – x`;
	const start = performance.now();
	expect([unbroken(text).text, unbrokenParts(text).join('')]).toEqual([text, text]);
	// Some 20 ms for the longer one; by trying every place with every other, seconds for the shorter one.
	expect(performance.now() - start).toBeLessThan(1_000);
});
