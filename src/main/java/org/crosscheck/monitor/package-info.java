/**
 * What an operator watches: the id and the line in the log of each request, figures, and what is degraded. The other packages bring
 * their {@link org.crosscheck.monitor.Part parts}; this one knows none of them, and no story, key, address or name.
 */
package org.crosscheck.monitor;
