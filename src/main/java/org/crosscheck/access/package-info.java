/**
 * Who calls, what they may do, and how often: roles, API keys, tokens of an issuer, and rate limits. {@link
 * org.crosscheck.access.Guard} stands before every operation; {@link org.crosscheck.access.Needs} says what an operation asks for,
 * and {@link org.crosscheck.access.Caller} tells the rest of the house who it is.
 */
package org.crosscheck.access;
