import type { Translated } from '../shape.ts';
import type en from '../en/customers.ts';

/** 中文: customers. */
const customers: Translated<typeof en> = {};
export default customers;
