/**
 * Which sources, and which sentences in them, go back to one origin: as sources declare it, and as their texts show it. Plain Java;
 * any text will do, and none takes longer than its length.
 */
package org.crosscheck.lineage;
