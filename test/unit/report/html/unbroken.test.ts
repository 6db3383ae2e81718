import { expect, test } from 'vitest';
import { unbroken } from '#lib/report/html/unbroken.ts';

test.each([
	['Gini 0.36–0.44, of all', 'Gini <span class="range">0.36–0.44,</span> of all'],
	['by −5.0 – 20.0% more', 'by <span class="range">−5.0 – 20.0%</span> more'],
	['区间为5.1万–6.2万，共3笔', '区间为<span class="range">5.1万–6.2万</span>，共3笔'],
	['no end – and <b>', 'no end – and &lt;b&gt;']
])('the range in "%s" stays on one line, and nothing else does', (text, written) => {
	expect(unbroken(text).text).toBe(written);
});
