import { expect, test } from 'vitest';
import { takesLostFocus } from '#lib/features/importing/takes-lost-focus.ts';

test('a step takes the focus that was lost with the step before, on its heading, and leaves any other', () => {
	document.body.innerHTML = '<button>Import</button><main><h2>Importing</h2></main><p>Read</p>';
	const [button, step, bare] = ['button', 'main', 'p'].map((name) =>
		document.querySelector<HTMLElement>(name)!
	);
	button!.focus();
	takesLostFocus(step!);
	expect(document.activeElement).toBe(button);
	button!.remove();
	takesLostFocus(step!);
	expect(document.activeElement?.textContent).toBe('Importing');
	step!.remove();
	takesLostFocus(bare!);
	expect(document.activeElement).toBe(bare);
	bare!.remove();
});
