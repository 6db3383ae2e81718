/**
 * Set up before each test file. In the full run every property draws the same examples each time, so that red is about
 * the change and not about luck; elsewhere they are new ones with each run. PROPERTY_SEED=n repeats or varies a run.
 */
import fc from 'fast-check';

const seed = process.env.PROPERTY_SEED ?? (process.env.CI === undefined ? undefined : '1');
if (seed !== undefined) fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: Number(seed) });
