/**
 * Changes of verdicts sent to other servers, by the conventions of Standard Webhooks: signed, in their order, again and again until
 * they arrive. What has arrived is a position in the numbered changes, so nothing is lost while a receiver, or this server, is
 * down; a message may arrive twice, and then has the same id. Nothing is sent to private addresses unless the operator allows it.
 */
package org.crosscheck.webhook;
