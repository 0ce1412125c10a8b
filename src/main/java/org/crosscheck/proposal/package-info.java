/**
 * Makes proposals out of texts: loads what the authority files know, asks the rules of {@code extract}, and, where one is
 * configured, a language model.
 */
package org.crosscheck.proposal;
