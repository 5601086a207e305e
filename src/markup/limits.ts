/** The deepest nesting of elements: what comes after reading is recursive. The deepest table that is shipped has 8. */
export const deepestMarkup = 100;

/** The most columns of a table. A sheet of A3 has room for some 100; what sets columns takes each with each. */
export const mostColumns = 1000;
