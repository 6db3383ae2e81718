import type { Translated } from '../shape.ts';
import type en from '../en/lifecycle.ts';

/** 中文: lifecycle. */
const lifecycle: Translated<typeof en> = {};
export default lifecycle;
