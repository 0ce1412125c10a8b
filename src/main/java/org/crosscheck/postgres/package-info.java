/**
 * A real PostgreSQL, always: the server that {@code quarkus.datasource.jdbc.url} names, or else an embedded one that this
 * package unpacks, starts, and stops together with the program. Dev mode, tests and the packaged jar take the same path.
 *
 * <p>What holds for the embedded server:
 *
 * <ul>
 *   <li>Everything of it lies in one {@linkplain org.crosscheck.postgres.DataFolder folder}, and one program at a time
 *       uses that folder. Nothing is written elsewhere, not even to the folder for temporary files.
 *   <li>A step that was cut short (unpacking, creating the cluster) is done again at the next start; it never passes for
 *       a finished one.
 *   <li>What was committed survives the death of the program, of the server, or of both, at any moment.
 *   <li>It listens on the loopback address only and asks for a password that was made for this folder.
 * </ul>
 */
package org.crosscheck.postgres;
