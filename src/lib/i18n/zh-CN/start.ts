import type { Translated } from '../shape.ts';
import type en from '../en/start.ts';

/** 中文: start. */
const start: Translated<typeof en> = {};
export default start;
