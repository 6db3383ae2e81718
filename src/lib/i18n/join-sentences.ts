/**
 * Sentences one after another; empty ones are left out. A full stop of 中文 brings its own gap, so no blank follows it.
 *
 * @example
 * joinSentences(['It grew.', '', 'It pays.']) // => 'It grew. It pays.'
 * joinSentences(['在增长。', '值得。']) // => '在增长。值得。'
 */
export function joinSentences(sentences: readonly string[]): string {
	return sentences
		.filter((sentence) => sentence !== '')
		.join(' ')
		.replaceAll('。 ', '。');
}
