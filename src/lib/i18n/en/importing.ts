/** English: importing. */
const importing = {} as const;
export default importing;
