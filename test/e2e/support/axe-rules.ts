/** What scans go by. */
export const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** All that a dark theme can break. */
export const colourRules = ['color-contrast', 'link-in-text-block'];

/** All that another language can break: names, titles and what language is said. */
export const nameRules = [
	...[
		'document-title',
		'html-has-lang',
		'html-lang-valid',
		'valid-lang',
		'page-has-heading-one',
		'empty-heading'
	],
	...['button-name', 'link-name', 'image-alt', 'svg-img-alt', 'role-img-alt', 'input-button-name', 'label'],
	...[
		'select-name',
		'aria-command-name',
		'aria-dialog-name',
		'aria-input-field-name',
		'aria-progressbar-name'
	],
	...['aria-toggle-field-name', 'aria-tooltip-name', 'aria-treeitem-name', 'empty-table-header'],
	...['landmark-unique', 'frame-title']
];
