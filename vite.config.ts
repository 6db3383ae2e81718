import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vite';
import { keepWorkerChunks } from './scripts/toolchain/keep-worker-chunks.ts';

export default defineConfig({
	plugins: [keepWorkerChunks(), sveltekit()],
	worker: { format: 'es' },
	build: { target: 'es2022' }
});
