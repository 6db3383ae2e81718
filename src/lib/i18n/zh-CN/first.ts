import common from './common.ts';
import shell from './shell.ts';
import errors from './errors.ts';
import start from './start.ts';

/** What the first page says, and the frame round every screen; the other screens' texts follow it. */
const first = { common, shell, errors, start } as const;
export default first;
