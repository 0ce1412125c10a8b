/**
 * The conventions of every call: how JSON is read, entity tags and preconditions, pages, and the shape of ids. What goes
 * wrong is a {@link org.crosscheck.problem.ProblemException}.
 */
package org.crosscheck.http;
