import first from './first.ts';
import terms from './terms.ts';
import charts from './charts.ts';
import screens from './screens.ts';
import issues from './issues.ts';
import warnings from './warnings.ts';
import importing from './importing.ts';
import data from './data.ts';
import overview from './overview.ts';
import findings from './findings.ts';
import segments from './segments.ts';
import byProfit from './by-profit.ts';
import rfmSource from './rfm-source.ts';
import lifecycle from './lifecycle.ts';
import stageModels from './stage-models.ts';
import retention from './retention.ts';
import origins from './origins.ts';
import churn from './churn.ts';
import value from './value.ts';
import contribution from './contribution.ts';
import customers from './customers.ts';
import report from './report.ts';

/** The whole catalogue, an area per file. */
const messages = {
	...first,
	terms,
	charts,
	screens,
	issues,
	warnings,
	importing,
	data,
	overview,
	findings,
	segments,
	rfmSource,
	byProfit,
	lifecycle,
	stageModels,
	retention,
	origins,
	churn,
	value,
	contribution,
	customers,
	report
} as const;
export default messages;
