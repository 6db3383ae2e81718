/** English: overview. */
const overview = {} as const;
export default overview;
