import { CoreError } from '../errors.ts';
import { churn } from './churn/method.ts';
import { contracts } from './contracts/method.ts';
import { contribution } from './contribution/method.ts';
import { findings } from './findings/method.ts';
import { lifecycle } from './lifecycle/method.ts';
import { migration } from './migration/method.ts';
import { origins } from './origins/method.ts';
import { overview } from './overview/method.ts';
import { retention } from './retention/method.ts';
import { rfm } from './rfm/method.ts';
import { value } from './value/method.ts';
import type { AnyMethod } from './types.ts';

/**
 * All methods by id, in the order in which screens and reports list them. Screens, the report builder, snapshots,
 * "how is this computed?" and the docs find a method here and nowhere else: a new method is its folder and a line.
 */
export const methods = {
	overview,
	findings,
	rfm,
	lifecycle,
	migration,
	retention,
	origins,
	churn,
	contracts,
	value,
	contribution
} as const;

export type MethodId = keyof typeof methods;

/** The ids of all methods, in the registry's order. */
export const methodIds = Object.keys(methods) as readonly MethodId[];

/**
 * Whether a text names a method.
 *
 * @example
 * isMethodId('rfm') // => true
 * isMethodId('toString') // => false
 */
export function isMethodId(id: string): id is MethodId {
	return Object.hasOwn(methods, id);
}

/**
 * A method by an id of unknown origin. Its parameters are checked by its own schema:
 * `method.run(input, v.parse(method.params, given))`.
 *
 * @throws CoreError `method-unknown`
 * @example
 * methodById('rfm').definition.version // => 3
 */
export function methodById(id: string): AnyMethod {
	if (!isMethodId(id)) throw new CoreError('method-unknown', { method: id.slice(0, 64) });
	return methods[id];
}
