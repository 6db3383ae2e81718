import type { Translated } from '../shape.ts';
import type en from '../en/data.ts';

/** 中文: data. */
const data: Translated<typeof en> = {};
export default data;
