/**
 * Dossiers: a story with its parties, concepts, attributes, sources and facts in one document. Import and export, seeds, and
 * the check that stores nothing.
 */
package org.crosscheck.dossier;
