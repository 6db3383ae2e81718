import type { Translated } from '../shape.ts';
import type en from '../en/issues.ts';

/** 中文: issues. */
const issues: Translated<typeof en> = {};
export default issues;
