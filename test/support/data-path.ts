import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** The folder of real data sets; tests on them are skipped, and say so, where it is absent. */
const dataFolder = resolve(process.env.CLIENTELE_DATA ?? '../shared/data');
const oracleFolder = resolve(dataFolder, '../oracles');

export const hasData = existsSync(dataFolder);

/** Path of a file of a real data set, e.g. `dataFile('cdnow/CDNOW_master.txt')`. */
export const dataFile = (name: string): string => join(dataFolder, name);

/** Path of an oracle's file, e.g. `oracleFile('retail_cohort_on.csv')`. */
export const oracleFile = (name: string): string => join(oracleFolder, name);

/** A folder that lies beside the data sets. */
export const siblingFolder = (name: string): string => resolve(dataFolder, '..', name);
