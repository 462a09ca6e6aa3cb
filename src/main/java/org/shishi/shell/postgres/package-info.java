/** The PostgreSQL that comes with Shishi: unpacked, made, started, found again after a crash, stopped. */
@NullMarked
package org.shishi.shell.postgres;

import org.jspecify.annotations.NullMarked;
