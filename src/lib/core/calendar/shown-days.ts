/** Days of the years 1 to 9999, what a calendar shows: whole days since 1970-01-01. */
export const FIRST_DAY = -719_162;
export const LAST_DAY = 2_932_896;
