/** English: tables to be filled in. Loaded where they are saved. */
const templates = {
	title: 'Start from a template',
	text: 'An empty table with headers that the import understands, for whoever exports the data.',
	of: 'Template for',
	format: 'File format',
	columns: 'Columns',
	save: 'Save template',
	file: '{kind} template',
	/** By role, in the order of the columns. */
	headers: {
		order: {
			order: 'Order ID',
			date: 'Order Date',
			customer: 'Customer ID',
			'customer-name': 'Customer Name',
			product: 'Product ID',
			quantity: 'Quantity',
			price: 'Unit Price',
			amount: 'Amount',
			cost: 'Cost',
			status: 'Order Status'
		},
		customer: {
			customer: 'Customer ID',
			'customer-name': 'Customer Name',
			phone: 'Phone',
			email: 'Email',
			birthday: 'Birthday',
			joined: 'Join Date',
			owner: 'Owner'
		},
		product: {
			product: 'Product ID',
			'product-name': 'Product Name',
			'product-category': 'Product Category',
			price: 'Price',
			cost: 'Cost'
		},
		'order-line': {
			order: 'Order ID',
			product: 'Product ID',
			quantity: 'Quantity',
			price: 'Unit Price',
			amount: 'Amount'
		},
		interaction: {
			record: 'Interaction ID',
			customer: 'Customer ID',
			owner: 'Owner',
			date: 'Contact Date',
			kind: 'Channel',
			outcome: 'Outcome',
			comment: 'Notes'
		},
		ticket: {
			record: 'Ticket ID',
			customer: 'Customer ID',
			'customer-name': 'Customer Name',
			owner: 'Agent',
			opened: 'Created At',
			'first-reply': 'First Reply At',
			solved: 'Solved At',
			status: 'Status',
			kind: 'Channel',
			subject: 'Subject',
			comment: 'Description',
			satisfaction: 'Satisfaction'
		},
		survey: {
			record: 'Response ID',
			customer: 'Customer ID',
			date: 'Response Date',
			score: 'Score',
			comment: 'Comment',
			product: 'Product ID',
			owner: 'Owner'
		},
		campaign: {
			campaign: 'Campaign ID',
			'campaign-name': 'Campaign Name',
			kind: 'Campaign Type',
			start: 'Start Date',
			end: 'End Date',
			cost: 'Cost'
		},
		'campaign-contact': {
			campaign: 'Campaign ID',
			customer: 'Customer ID',
			date: 'Contact Date',
			kind: 'Channel',
			response: 'Response'
		},
		membership: {
			customer: 'Customer ID',
			level: 'Member Level',
			points: 'Points',
			joined: 'Join Date',
			end: 'Expiry Date',
			status: 'Status'
		},
		subscription: {
			record: 'Subscription ID',
			customer: 'Customer ID',
			product: 'Plan',
			kind: 'Contract Type',
			start: 'Start Date',
			end: 'End Date',
			amount: 'Monthly Fee',
			status: 'Status',
			tenure: 'Tenure Months'
		},
		owner: {
			owner: 'Owner ID',
			'owner-name': 'Name',
			team: 'Team',
			phone: 'Phone',
			email: 'Email'
		}
	}
} as const;
export default templates;
