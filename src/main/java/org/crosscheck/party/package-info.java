/**
 * Parties: who publishes and who is quoted. An authority file, shared by all stories; whoever changes it goes through
 * {@link org.crosscheck.party.Authority}.
 */
package org.crosscheck.party;
