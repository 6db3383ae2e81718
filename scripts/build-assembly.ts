/**
 * Compiles assembly/ and writes src/lib/import/bytes/assembly-code.ts. The same source gives the same code; a test
 * holds one to the other.
 */
import { writeFileSync } from 'node:fs';
import { assemble } from './lib/assemble.ts';

writeFileSync('src/lib/import/bytes/assembly-code.ts', assemble());
