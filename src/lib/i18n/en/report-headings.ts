/** English: headings of ready reports. */
const headings = {
	base: 'The customer base',
	stages: 'Where customers stand',
	growth: 'Gained and lost',
	retention: 'Who comes back',
	churn: 'Who is leaving',
	movement: 'Movement between segments',
	value: 'What customers are worth',
	segments: 'Segments',
	outlook: 'What to expect',
	origins: 'Where customers come from',
	year: 'The year at a glance',
	cuts: 'How the cuts were made',
	contracts: 'Contracts',
	warning: 'Early warning',
	chosen: 'Selected charts and tables'
} as const;
export default headings;
