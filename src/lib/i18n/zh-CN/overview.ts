import type { Translated } from '../shape.ts';
import type en from '../en/overview.ts';

/** 中文: overview. */
const overview: Translated<typeof en> = {};
export default overview;
