/**
 * Facts: what a source reports that somebody says. Their JSON, their rows, their review, and the submission of sources
 * together with them.
 */
package org.crosscheck.fact;
