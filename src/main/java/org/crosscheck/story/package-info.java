/**
 * Stories and the questions that they ask. Every write inside a story goes through
 * {@link org.crosscheck.story.StoryWriter}: one writer at a time for each story, in the order of its versions.
 */
package org.crosscheck.story;
