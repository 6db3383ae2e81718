import * as v from 'valibot';
import { lifecycle } from '../lifecycle/method.ts';
import { rfm } from '../rfm/method.ts';
import { migrationAgainst, migrationOf, type MigrationParams } from './types.ts';

/** Parameters of movement; `parse(migrationParams, {})` gives the defaults, those of RFM and the lifecycle among them. */
export const migrationParams: v.GenericSchema<unknown, MigrationParams> = v.pipe(
	v.strictObject({
		of: v.optional(v.picklist(migrationOf), 'segments'),
		against: v.optional(v.picklist(migrationAgainst), 'quarter'),
		day: v.optional(v.nullable(v.pipe(v.number(), v.integer())), null),
		cuts: v.optional(v.picklist(['own', 'held']), 'own'),
		dates: v.optional(v.pipe(v.number(), v.integer(), v.minValue(2), v.maxValue(12)), 6),
		/** Movement is between groups by orders: what it says of money is money. */
		rfm: v.optional(
			v.pipe(
				rfm.params,
				v.check(({ source }) => source === null, 'not by orders')
			),
			{}
		),
		lifecycle: v.optional(lifecycle.params, {})
	}),
	v.forward(
		v.check(({ against, day }) => against !== 'day' || day !== null, 'no day given'),
		['day']
	)
);
