/** English: the names of parameters in a report. */
const params = {
	days: 'Period compared',
	unit: 'Period',
	binning: 'Binning',
	bins: 'Scores',
	frequency: 'Frequency counts',
	monetary: 'Monetary value',
	cuts: 'Fixed cuts',
	matrix: 'Matrix columns',
	high: '“High” means',
	highScore: 'High from score',
	rules: 'Stage rules',
	matureOrders: 'Mature from orders',
	measure: 'Retention',
	periods: 'Periods',
	entry: 'Cohort by',
	maxPeriods: 'Longest period shown',
	bracketUnit: 'Brackets counted in',
	brackets: 'Brackets',
	model: 'Model',
	months: 'Horizon in months',
	discount: 'Discount a month',
	margin: 'Margin',
	acquisitionCost: 'Cost per new customer',
	tierA: 'Tier A up to',
	tierB: 'Tier B up to'
} as const;
export default params;
