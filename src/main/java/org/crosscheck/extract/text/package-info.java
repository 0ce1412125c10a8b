/** Texts as tokens, and the tables of a language. Offsets are UTF-16 units, ends are exclusive. */
package org.crosscheck.extract.text;
