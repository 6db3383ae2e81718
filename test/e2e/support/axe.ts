import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';

/**
 * A scan of a page without frames, which none of ours has: axe runs once, inside it. The other way, made for frames, carries all that
 * was found right out of the page and into another, which takes three times as long.
 */
export const axe = (page: Page): AxeBuilder =>
	new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ['violations'] });

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
