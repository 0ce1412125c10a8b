/** Who calls, and what they may do: API keys, tokens of an issuer, roles, and limits on how often. */
package org.crosscheck.access;
