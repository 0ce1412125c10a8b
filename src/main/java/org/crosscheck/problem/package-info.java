/** Errors as the client sees them: RFC 9457 problems with stable types, and the mapping of everything thrown to one. */
package org.crosscheck.problem;
