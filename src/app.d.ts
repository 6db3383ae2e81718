declare global {
	// The app has no server: SvelteKit's own interfaces stay as they are.
	namespace App {}
}

export {};
