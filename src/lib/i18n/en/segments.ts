/** English: segments. */
const segments = {} as const;
export default segments;
