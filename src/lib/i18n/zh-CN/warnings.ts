import type { Translated } from '../shape.ts';
import type en from '../en/warnings.ts';

/** 中文: warnings. */
const warnings: Translated<typeof en> = {};
export default warnings;
