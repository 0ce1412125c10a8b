/**
 * Reports: judges what is stored, keeps the findings up to date in the transaction that changes the facts under them, and
 * serves reports, findings, comparisons and matrices.
 */
package org.crosscheck.report;
