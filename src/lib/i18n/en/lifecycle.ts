/** English: lifecycle. */
const lifecycle = {} as const;
export default lifecycle;
