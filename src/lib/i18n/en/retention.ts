/** English: retention. */
const retention = {} as const;
export default retention;
