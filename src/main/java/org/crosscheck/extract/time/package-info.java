/**
 * Times and lengths of time in a text. {@link org.crosscheck.extract.time.Times} is the door; small readers read one kind of
 * expression each, and what they read is resolved against the reference time, the tense nearby and the time mentioned last.
 * The convention of what is a time expression follows TimeML's TIMEX3 (ISO 24617-1); values are EDTF and ISO 8601.
 */
package org.crosscheck.extract.time;
