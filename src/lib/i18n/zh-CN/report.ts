import type { Translated } from '../shape.ts';
import type en from '../en/report.ts';

/** 中文: report. */
const report: Translated<typeof en> = {};
export default report;
