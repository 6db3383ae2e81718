/** English: customers. */
const customers = {} as const;
export default customers;
