/**
 * Every change of a verdict as a numbered event: written by {@link org.crosscheck.change.Recorder} in the transaction that changes
 * the verdict, numbered across stories a moment later by {@link org.crosscheck.change.Numbering}, read as pages, streams and feeds.
 * Numbers have no gaps, and a story's changes get theirs in the order of its versions: whoever has seen number n has seen all
 * before it.
 */
package org.crosscheck.change;
