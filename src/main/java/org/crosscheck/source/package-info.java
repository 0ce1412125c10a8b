/** Sources: the documents, and which of them go back to one origin. What they report is in {@code fact}. */
package org.crosscheck.source;
