/** English: lifecycle. */
const lifecycle = {
	title: 'Lifecycle',
	lead: '{share|share} of customers are in the stage {stage}; they bring {revenue|share} of revenue.',
	declining: '{n|count} {{n:is|are}} declining and can still be kept.',
	grows: 'The active base grows: {pulse} came for each one who left.',
	shrinks: 'The active base shrinks: {pulse} came for each one who left.',
	unit: 'Period',
	mature: 'Mature from',
	matureValue: '{n|count} orders',
	stages: {
		title: 'Stages today',
		finding: 'Every customer is in exactly one stage; the first rule that fits decides.',
		customers: 'Customers',
		revenue: 'Revenue',
		stage: 'Stage',
		rule: 'Rule',
		share: '%',
		revenueShare: 'Share',
		silent: 'Days silent',
		silentHint: 'Median days since the last order'
	},
	funnel: {
		title: 'Funnel',
		finding: '{share|share} of first-time buyers order again, half of them within {days} days.',
		findingNone: 'How far customers ever came, and how long each step took.',
		steps: {
			potential: 'Known',
			new: '1st order',
			growing: '2nd order',
			mature: '{n|count} orders',
			lost: 'Ever lost',
			'won-back': 'Came back'
		},
		conversion: {
			forward: '{rate|share} went on',
			lost: '{rate|share} of all who ordered',
			'won-back': '{rate|share} of those lost'
		},
		time: 'median {median} d',
		longTime: 'p90 {p90} d',
		stopped: '{n|count} stopped',
		step: 'Step',
		customers: 'Customers',
		rate: 'Conversion',
		dropped: 'Stopped',
		median: 'Median days',
		p90: 'p90 days',
		mark: 'Ever reached: {step}'
	},
	growth: {
		title: 'Who came, who left',
		finding: 'In {period}: {new|count} new, {resurrected|count} back, {dormant|count} gone; pulse {pulse}.',
		period: 'Period',
		active: 'Active',
		pulse: 'Pulse',
		pulsePanel: 'Pulse: (new + resurrected) ÷ dormant',
		mark: '{period}: {state}',
		markActive: '{period}: active'
	},
	rules: {
		title: 'Stage rules',
		sub: 'Tried from the top; the first that fits decides. Changes apply at once.',
		when: 'when',
		and: 'and',
		otherwise: 'everyone else',
		stageOf: 'Stage of rule {n}',
		measure: 'Measure',
		is: 'Comparison',
		kind: 'Kind of value',
		value: 'Value',
		kinds: { number: 'days', percentile: 'percentile of gaps' },
		units: { orders: 'orders', contacts: 'contacts', score: 'of 10' },
		resolves: '= {days} days today',
		add: 'Add rule',
		addCondition: 'Add condition',
		removeCondition: 'Remove condition',
		remove: 'Remove rule {n}',
		up: 'Move rule {n} up',
		down: 'Move rule {n} down',
		reset: 'Back to the default rules',
		percentileDays: '{days} days (p{p} of gaps)',
		percentile: 'p{p} of gaps',
		days: '{n} days',
		noOrder: 'no valid order',
		oneOrder: 'exactly one order',
		words: {
			orders: {
				'<': 'fewer than {n} orders',
				'<=': 'at most {n} orders',
				'=': 'exactly {n} orders',
				'>=': '{n} or more orders',
				'>': 'more than {n} orders'
			},
			daysSinceLast: {
				'<': 'last order less than {n} ago',
				'<=': 'last order at most {n} ago',
				'=': 'last order exactly {n} ago',
				'>=': 'last order {n} ago or longer',
				'>': 'last order more than {n} ago'
			},
			previousGap: {
				'<': 'less than {n} between the last two orders',
				'<=': 'at most {n} between the last two orders',
				'=': 'exactly {n} between the last two orders',
				'>=': '{n} or more between the last two orders',
				'>': 'more than {n} between the last two orders'
			},
			contacts: {
				'<': 'fewer than {n} contacts',
				'<=': 'at most {n} contacts',
				'=': 'exactly {n} contacts',
				'>=': '{n} or more contacts',
				'>': 'more than {n} contacts'
			},
			score: {
				'<': 'last answer below {n}',
				'<=': 'last answer at most {n}',
				'=': 'last answer exactly {n}',
				'>=': 'last answer {n} or more',
				'>': 'last answer above {n}'
			}
		}
	}
} as const;
export default lifecycle;
