/**
 * Who calls, what they may do, and how often: roles, API keys, tokens of an issuer, sessions of browsers, and rate limits. {@link
 * org.crosscheck.access.Guard} stands before every operation; {@link org.crosscheck.access.Needs} says what an operation asks for,
 * and {@link org.crosscheck.access.Caller} tells the rest of the house who it is,
 * and why it calls. What it does to things that no story owns, {@link org.crosscheck.access.SharedRevisions} keeps; {@link
 * org.crosscheck.access.History} tells it.
 */
package org.crosscheck.access;
