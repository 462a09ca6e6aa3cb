/** Which database is used, its tables brought up to date, and the one pool everything reads and writes through. */
@NullMarked
package org.shishi.shell.database;

import org.jspecify.annotations.NullMarked;
