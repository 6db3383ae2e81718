import type { Component, Snippet } from 'svelte';

export interface TableColumn {
	readonly id: string;
	readonly label: string;
	readonly align?: 'start' | 'end';
	/** CSS width. */
	readonly width?: string;
	readonly sortable?: boolean;
	/** Said on hover of the head. */
	readonly hint?: string;
	/** Its words may break over lines; numbers never do. */
	readonly wrap?: boolean;
}
export interface TableRow {
	readonly id: string;
	readonly cells: readonly string[];
	readonly selected?: boolean;
	readonly muted?: boolean;
}

export interface Delta {
	readonly text: string;
	readonly direction: 'up' | 'down' | 'flat';
	/** Whether the change is welcome; null or absent when it is neither. */
	readonly good?: boolean | null;
	readonly title?: string;
}

export interface MenuItem {
	readonly id: string;
	readonly label: string;
	/** A shortcut or a second word, on the right. */
	readonly hint?: string;
	readonly icon?: Component<{ size?: number | string }>;
	readonly danger?: boolean;
	readonly disabled?: boolean;
	/** Given at all: the item shows whether it is on. */
	readonly checked?: boolean;
	readonly separatorBefore?: boolean;
}

/** What stands in for the content; `ready` shows the content. */
export type ScreenState =
	| { readonly kind: 'empty'; readonly title: string; readonly text: string; readonly action: string }
	| { readonly kind: 'loading'; readonly text: string }
	| {
			readonly kind: 'error';
			readonly title: string;
			readonly text: string;
			readonly code: string;
			readonly retry: string | null;
	  }
	| {
			readonly kind: 'too-little';
			readonly title: string;
			readonly text: string;
			readonly reasons: readonly string[];
	  }
	| { readonly kind: 'absent'; readonly title: string; readonly text: string }
	| { readonly kind: 'ready'; readonly remarks: readonly string[]; readonly problem: string | null };

/** A headline number, and the row of a table whose people stand behind it (null: nobody to list). */
export interface HeadlineCard {
	readonly id: string;
	readonly label: string;
	readonly value: string;
	readonly sub?: string;
	readonly delta?: Delta | undefined;
	readonly behind: { readonly table: string; readonly row: number; readonly mark: string } | null;
}

/** Draws the button that opens a floating part, with the props to spread on it. */
export type Trigger = Snippet<[{ props: Record<string, unknown> }]>;

export interface MenuProps {
	trigger: Trigger;
	items: readonly MenuItem[];
	onselect: (id: string) => void;
	align?: 'start' | 'center' | 'end';
	open?: boolean;
}

export interface PopoverProps {
	trigger: Trigger;
	children: Snippet;
	open?: boolean;
	align?: 'start' | 'center' | 'end';
	/** Name of the sheet for a screen reader. */
	label?: string;
	/** CSS width. */
	width?: string;
}
