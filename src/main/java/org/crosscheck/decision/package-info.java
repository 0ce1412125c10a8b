/**
 * What editors decide on findings, and whether their word still stands: a decision lapses in the transaction that changes what
 * it rests on. It never changes a verdict.
 */
package org.crosscheck.decision;
