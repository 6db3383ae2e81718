import type { Translated } from '../shape.ts';
import type en from '../en/errors.ts';

/** 中文: errors. */
const errors: Translated<typeof en> = {};
export default errors;
