/**
 * Which sources go back to one origin. Plain Java.
 */
package org.crosscheck.lineage;
