/**
 * The pages that people look at: rendered on the server with Qute from the services that the API uses, so that no page shows or does what
 * the API cannot. A page class has the templates and messages of its page beside its addresses; {@link org.crosscheck.web.Visit} is
 * what all of them know of the request. Reading needs no JavaScript. What editors do goes from the browser to {@code /v1}, with the
 * session's cookie.
 */
package org.crosscheck.web;
