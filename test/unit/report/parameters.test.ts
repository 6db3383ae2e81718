import { parse } from 'valibot';
import { expect, test } from 'vitest';
import { methods } from '#lib/core/methods/registry.ts';
import words from '#lib/i18n/en/reporting-params.ts';

/** Methods whose parameters are described by their names; the others word each of them in their own section. */
const described = ['overview', 'lifecycle', 'retention', 'value', 'origins'] as const;

test.each(described)('every parameter of %s has a name in a report', (id) => {
	const names = Object.keys(parse(methods[id].params, {}));
	expect(names.length).toBeGreaterThan(1);
	// Rules of templates stand in a table of their own.
	expect(names.filter((name) => name !== 'templateRules' && !Object.hasOwn(words, name))).toEqual([]);
});
