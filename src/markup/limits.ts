/** How deep elements may be nested, because later steps are recursive. The deepest that we ship is 8. */
export const deepestMarkup = 100;

/** The most columns of a table, because setting them takes quadratic time. A3 paper has room for some 100. */
export const mostColumns = 1000;
