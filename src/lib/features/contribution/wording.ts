import type { AnalysisView } from '#lib/state/view-contract.ts';

/** What shaping needs to write numbers: the language, its words, and how money is written. */
export type Wording = Pick<AnalysisView, 'messages' | 'locale' | 'money'>;
