import { backTest } from './back-test.ts';
import { brackets } from './brackets.ts';
import { churn } from './churn.ts';
import { cohortValue } from './cohort-value.ts';
import { cohorts } from './cohorts.ts';
import { concentration } from './concentration.ts';
import { contracts } from './contracts.ts';
import { contribution } from './contribution.ts';
import { growth } from './growth.ts';
import { intervals } from './intervals.ts';
import { keptRevenue } from './kept-revenue.ts';
import { movement } from './movement.ts';
import { origins } from './origins.ts';
import { overview } from './overview.ts';
import type { Question } from './question.ts';
import { repeatSummary } from './repeat-summary.ts';
import { repeat } from './repeat.ts';
import { rfm } from './rfm.ts';
import { survival } from './survival.ts';

/** Every question that SQL has words for, those of one screen together. */
export const questions: readonly Question[] = [
	rfm,
	cohorts,
	brackets,
	repeat,
	intervals,
	growth,
	overview,
	churn,
	keptRevenue,
	survival,
	backTest,
	contribution,
	concentration,
	cohortValue,
	repeatSummary,
	movement,
	origins,
	contracts
];
