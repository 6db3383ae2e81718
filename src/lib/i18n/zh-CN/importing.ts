import type { Translated } from '../shape.ts';
import type en from '../en/importing.ts';

/** 中文: importing. */
const importing: Translated<typeof en> = {};
export default importing;
