/** A static app: every route is written at build time and needs no server. */
export const prerender = true;
export const ssr = true;
export const trailingSlash = 'always';
