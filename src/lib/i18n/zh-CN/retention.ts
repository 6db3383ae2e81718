import type { Translated } from '../shape.ts';
import type en from '../en/retention.ts';

/** 中文: retention. */
const retention: Translated<typeof en> = {};
export default retention;
