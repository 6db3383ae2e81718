/** English: the field's words by id, used by every screen, list and report. */
const terms = {
	segments: {
		champions: 'Champions',
		loyal: 'Loyal',
		'potential-loyalist': 'Potential Loyalist',
		new: 'New',
		promising: 'Promising',
		'need-attention': 'Need Attention',
		'about-to-sleep': 'About to Sleep',
		'at-risk': 'At Risk',
		'cant-lose': "Can't Lose",
		hibernating: 'Hibernating',
		lost: 'Lost'
	},
	tiers: { a: 'A', b: 'B', c: 'C' },
	valueTypes: {
		hhh: 'Key value',
		hlh: 'Key, to develop',
		lhh: 'Key, to keep',
		llh: 'Key, to win back',
		hhl: 'General value',
		hll: 'General, to develop',
		lhl: 'General, to keep',
		lll: 'General, to win back'
	},
	stages: {
		potential: 'Potential',
		new: 'New',
		growing: 'Growing',
		mature: 'Mature',
		declining: 'Declining',
		lost: 'Lost',
		'won-back': 'Won back'
	},
	growth: {
		new: 'New',
		returning: 'Returning',
		resurrected: 'Resurrected',
		dormant: 'Dormant'
	},
	riskBands: { active: 'Active', 'at-risk': 'At risk', churned: 'Churned' },
	warningReasons: {
		overdue: 'Overdue',
		value: 'Falling value',
		frequency: 'Falling frequency',
		items: 'Fewer items',
		complaint: 'Complaint',
		satisfaction: 'Low satisfaction',
		alive: 'Low P(alive)'
	},
	aliveBands: { high: 'High', middle: 'Middle', low: 'Low', unknown: 'No estimate' },
	silenceGroups: { all: 'All', first: 'After a first order', later: 'After later orders' },
	vip: { vip: 'VIPs', others: 'All others' },
	measures: {
		recency: 'Recency',
		frequency: 'Frequency',
		monetary: 'Monetary',
		customers: 'Customers',
		prospects: 'Prospects',
		orders: 'Orders',
		revenue: 'Revenue',
		averageOrder: 'Average order',
		repeatRate: 'Repeat rate',
		purchaseInterval: 'Purchase interval',
		share: 'Share',
		active: 'Active customers'
	},
	units: {
		day: 'Day',
		week: 'Week',
		month: 'Month',
		quarter: 'Quarter',
		year: 'Year'
	},
	calendar: {
		weeks: 'Weeks begin on {day}.',
		years: 'Fiscal years begin in {month}; each has the name of the year in which it ends.'
	},
	stageMeasures: {
		orders: 'orders',
		daysSinceLast: 'days since the last order',
		previousGap: 'days between the last two orders',
		contacts: 'contacts',
		score: 'last answer (0–10)'
	}
} as const;
export default terms;
