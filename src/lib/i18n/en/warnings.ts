/** English: warnings, by their codes, and what is missing where there is too little data. */
const warnings = {
	// what is missing
	'no-orders': 'There is no valid order up to the as-of date.',
	'no-orders-in-window': 'There is no valid order in the window. Choose an earlier start, or all history.',
	'no-new-customers-in-window':
		'Nobody placed a first order in the window. Choose an earlier start, or recurring entry.',
	'no-profit':
		'The orders have no profit. Give a column of the file the meaning "Cost" or "Profit" by importing it again, or choose revenue.',
	'profit-too-little':
		'The profit of only {orders|share} of the orders, with {revenue|share} of the money, is known: too little to speak for all (at least {minimum|share} of both).',
	// any method
	'profit-partly-known':
		'By profit: {orders|share} of the orders, with {revenue|share} of the money, whose profit is known. The others are left out.',
	'profit-none': 'All customers together bring no profit in the window, so there are no shares of it.',
	'few-customers':
		'Only {n|count} customer{{n:s}}: under {minimum|count}, shares move with every single one. Where an interval stands beside a number, read the interval.',
	'no-revenue': 'There is no revenue in the window, so there are no shares of it.',
	// overview
	'few-active':
		'Only {n|count} customer{{n:s}} ordered in the last {days|count} days, under {minimum|count}: for the mean order, read the interval.',
	'single-day': 'All orders lie on one day: nothing can be said about intervals or trends.',
	'no-repeat-days': 'Nobody ordered on two different days, so there is no purchase interval.',
	'period-before-incomplete':
		'The data begin {known|count} day{{known:s}} before the as-of date, too late to fill two periods of {days|count} days: the comparison is with a part of a period.',
	// lifecycle
	'no-gaps':
		'Nobody ordered on two different days: there are no gaps to take percentiles of, so rules that use them apply to nobody.',
	'few-gaps':
		'The percentiles of gaps rest on {n|count} gap{{n:s}} only (fewer than {minimum|count}). Fixed days in the rules would be steadier.',
	'no-lost-rule':
		'No rule says after how many days of silence a customer is lost, so the funnel has nobody lost or won back.',
	'no-complete-period': 'No period is complete yet, so there is no pulse.',
	// rfm
	'rfm-frequency-collapsed':
		'{n|count} of the customers ({share|share}) bought once: frequency hardly tells customers apart, and several frequency scores may be empty.',
	'rfm-empty-scores-recency':
		'No customer has these recency scores: {scores}. Too many share the same recency, or there are too few customers.',
	'rfm-empty-scores-frequency':
		'No customer has these frequency scores: {scores}. Too many share the same frequency, or there are too few customers.',
	'rfm-empty-scores-monetary':
		'No customer has these monetary scores: {scores}. Too many share the same value of M, or there are too few customers.',
	'rfm-ties-split-recency':
		'{n|count} customer{{n:s}} ({share|share}) share their recency with customers of another score: equal groups split equal customers, by customer key.',
	'rfm-ties-split-frequency':
		'{n|count} customer{{n:s}} ({share|share}) share their frequency with customers of another score: equal groups split equal customers, by customer key.',
	'rfm-ties-split-monetary':
		'{n|count} customer{{n:s}} ({share|share}) share their value of M with customers of another score: equal groups split equal customers, by customer key.',
	'rfm-outside-window':
		'{n|count} customer{{n:s}} ordered only before the window: they are known, but not scored.',
	'rfm-no-rows':
		'The table has no row of a known customer up to the as-of date. Choose a later one, or orders.',
	'rfm-no-rows-in-window':
		'The table has no row of a known customer in the window. Choose an earlier start, or all history.',
	'rfm-rows-orphans':
		'{n|count} of {of|count} rows of the table are about nobody known and do not count: their customer has no orders and is in no table of customers, or the row names none.',
	'rfm-rows-undated': '{n|count} of {of|count} rows of the table have no day and do not count.',
	'rfm-rows-empty':
		'{n|count} of {of|count} rows of the table have no value in the chosen column and do not count, neither for F nor for M.',
	'rfm-rows-later': '{n|count} of {of|count} rows of the table lie after the as-of date and do not count.',
	'rfm-rows-collapsed':
		'{n|count} of the customers ({share|share}) have a single row: frequency hardly tells customers apart, and several frequency scores may be empty.',
	'rfm-rows-outside-window':
		'{n|count} customer{{n:s}} {{n:has|have}} rows only before the window: they are known, but not scored.',
	'rfm-negative-values':
		'{n|count} customer{{n:s}} {{n:has|have}} a sum below zero: shares of the total are not parts of a whole.',
	'rfm-no-segments': 'The eleven segments are defined on five scores; there are {bins|count} here.',
	'rfm-rules-gaps':
		'{codes|count} of {of|count} codes are in no segment ({n|count} customer{{n:s}}): add a rule, or widen one.',
	'rfm-rules-overlaps':
		'{codes|count} of {of|count} codes are claimed by more than one segment ({n|count} customer{{n:s}}): the first rule gets them.',
	// retention
	'retention-too-many-cohorts':
		'{all|count} cohorts are too many to show: these are the newest {shown|count}, and the curve speaks of them alone. Choose a longer period, or a window.',
	'retention-small-cohorts':
		'{n|count} of {all|count} cohorts {{n:has|have}} fewer than {minimum|count} customers: their rates are rough.',
	'retention-no-complete-return':
		'No period after the entry is complete yet, so there is no rate to rely on.',
	'retention-brackets-unreached':
		'{n|count} of {all|count} brackets {{n:has|have}} no rate yet: no customer has been followed to {{n:its|their}} end.',
	// origins
	'origins-no-attribute':
		'The file has no further column to compare customers by. Keep one, such as a channel, a region or a product, when importing.',
	'origins-nobody-came':
		"Nobody's first order lies in the window. Begin it earlier to see where customers come from.",
	'origins-one-group':
		'All customers have the same value: there is nothing to compare. Choose another column.',
	'origins-small-groups':
		'{n|count} of {all|count} groups {{n:has|have}} fewer than {minimum|count} customers: their rates are rough.',
	'origins-many-values':
		'The column has {n|count} different values, nearly one per customer: it names things rather than groups them. Choose another column.',
	'origins-empty': '{n|count} customer{{n:s}} {{n:has|have}} no value on the first order.',
	'origins-none-followed':
		'No customer has been followed for {days|count} days yet: choose a shorter time to compare values.',
	// findings
	'findings-too-few-periods':
		'{n|count} period{{n:s}} {{n:is|are}} complete: two that follow each other are needed to compare. Choose a shorter period, or a longer window.',
	'findings-no-last-year':
		'The window does not hold the same period a year ago: nothing is compared across a season.',
	'findings-short-history':
		'Only {n|count} period{{n:s}} {{n:is|are}} complete (fewer than {minimum|count}): what is usual can hardly be told yet, and nothing can be called unusual.',
	'findings-none': 'Nothing stands out: the last complete period is like those before it.',
	// contracts
	'contracts-no-table':
		'No table of subscriptions or contracts is linked to the customers, or not the one that is asked for.',
	'contracts-no-rows':
		'None of the {n|count} rows is a contract as of this day: a known customer and a first day (or a length) are needed.',
	'contracts-few': 'There are {n|count} spells under contract, fewer than {minimum|count}: rates are rough.',
	'contracts-out-orphans':
		'{n|count} of {all|count} rows {{n:does|do}} not count: {{n:its customer is|their customers are}} not known.',
	'contracts-out-undated':
		'{n|count} of {all|count} rows {{n:does|do}} not count: {{n:it has|they have}} no first day or length.',
	'contracts-out-reversed':
		'{n|count} of {all|count} rows {{n:does|do}} not count: {{n:it ends before it begins|they end before they begin}}.',
	'contracts-out-later':
		'{n|count} of {all|count} rows {{n:does|do}} not count: {{n:it begins|they begin}} after the as-of date.',
	'contracts-out-endUnknown':
		'{n|count} of {all|count} rows {{n:does|do}} not count: {{n:it has|they have}} ended on a day that is not known.',
	// Said by results of before each reason had a sentence of its own.
	'contracts-left-out':
		'{n|count} of {all|count} rows do not count: nobody known {orphans|count}, no first day or length {undated|count}, end before start {reversed|count}, not begun {later|count}, ended on an unknown day {endUnknown|count}.',
	'contracts-no-days':
		'The table has lengths of contracts and no days: whether one ended is read from its status, and there are no movements by period.',
	'contracts-one-period':
		'Nobody has been followed to a second renewal: there is no model of renewals. Choose a shorter period of tenure.',
	'contracts-nobody-left': 'No contract has ended without a next one: there is no model of renewals.',
	'contracts-no-fit': 'No model of renewals could be fitted.',
	'contracts-few-ends':
		'The models rest on {n|count} ends, fewer than {minimum|count}: projections are rough.',
	// churn
	'churn-none-followed':
		'Nobody was silent for so long {days|count} day{{days:s}} or more before the as-of date: there is no win-back rate, and the window cannot be tested yet.',
	'churn-few-followed':
		'The test of the window rests on {n|count} silence{{n:s}} only (fewer than {minimum|count}). Read the interval, not the number.',
	'churn-window-short':
		'{share|share} of those silent for more than {days|count} day{{days:s}} came back within {within|count} days: that is too short to call them lost. From {suggested|count} days on it is as few as you tolerate.',
	'churn-window-short-no-better':
		'{share|share} of those silent for more than {days|count} day{{days:s}} came back within {within|count} days: that is short for calling them lost, and no window in these data does better.',
	'churn-mostly-once':
		'{share|share} of the customers ordered on one day only: gaps between orders speak of the others.',
	'churn-no-reasons':
		'The column of reasons is not there any more: its table is not linked, or the file was replaced. Choose another one.',
	'churn-few-reasons':
		'Only {n|count} of {of|count} churned customers said why they left (fewer than {minimum|count}): shares of causes are rough.',
	'churn-no-complete-period': 'No period is complete yet, so there is no churn rate to rely on.',
	// value
	'value-few-repeats':
		'{n|count} customer{{n:s}} came back on another day, fewer than the {minimum|count} that a prediction needs: what customers have brought is shown, what they will bring is not.',
	'value-fit-scaled': 'The model found its parameters only in a second search, on scaled data.',
	'value-fit-penalised':
		'The model found its parameters only when held by a penalty on extreme values (weight {penalty}): read the prediction as rough.',
	'value-fit-cohort-mean':
		'The model did not converge on these data. Purchases are predicted by the cohort curve instead: customers of the same age are expected to buy alike.',
	'model-nobody-leaves':
		'The model found hardly any sign that customers stop buying: P(alive) is close to 100% for almost everyone. It cannot tell who is leaving; rely on the days without an order.',
	'value-spend-mean':
		"The spending model did not converge on these data: each customer's own mean is taken, and for those without repeats the mean of the others.",
	'value-spend-losses':
		"The repeat purchases of {n|count} customer{{n:s}} brought a loss, and the spending model is for positive values: each customer's own mean is taken, and for those without repeats the mean of the others.",
	'value-spend-penalised':
		'The spending model found its parameters only when held by a penalty on extreme values: read the amounts as rough.',
	'value-correlated':
		'How often customers buy goes with how much (correlation {correlation}). The spending model takes the two to be independent, so predicted value leans towards the mean.',
	'value-far-horizon':
		'The horizon of {months|count} months is longer than the {observed|count} months observed: the prediction is far from anything seen.',
	'value-holdout-high':
		'In the hold-out the model expected {share|share} more orders than came. Expect the prediction to be high.',
	'value-holdout-low':
		'In the hold-out the model expected {share|share} fewer orders than came. Expect the prediction to be low.',
	'value-no-holdout':
		'Too few customers had come back before the last quarter of the time to check the model on it.',
	'value-too-many-cohorts':
		'{all|count} cohorts are too many to show: these are the newest {shown|count}, and the curve speaks of them alone.',
	// migration
	'migration-before-data': 'The data begin on {first}, after the earlier day {day}. Choose a later one.',
	'migration-not-before': 'The day to compare with, {day}, lies after the as-of date.',
	'migration-no-window':
		'All history is looked at, so no window begins. Choose a window, or another earlier day.',
	'migration-no-new-year': 'Chinese New Year is known from 1990 to 2100 only. Choose another earlier day.',
	'migration-no-segments': 'The eleven segments need five scores. Choose value types or stages.',
	'migration-no-cuts':
		'Equal and nested groups have no cuts that could be held, so all movement counts as behaviour.',
	// contribution
	'contribution-no-orders': 'There is no valid order in either of the two periods. Choose longer ones.',
	'contribution-nothing-before':
		'No order lies in the earlier period, or the data begin after it: all of the change is put down to customers.',
	'contribution-nothing-now':
		'Nobody ordered in the later period: all of the change is put down to customers.',
	'contribution-before-incomplete':
		'The data hold {known|count} of the {days|count} day{{days:s}} of the earlier period: the comparison is with a part of it.'
} as const;
export default warnings;
