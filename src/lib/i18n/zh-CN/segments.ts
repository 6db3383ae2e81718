import type { Translated } from '../shape.ts';
import type en from '../en/segments.ts';

/** 中文: segments. */
const segments: Translated<typeof en> = {};
export default segments;
