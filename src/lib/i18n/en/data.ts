/** English: data. */
const data = {} as const;
export default data;
