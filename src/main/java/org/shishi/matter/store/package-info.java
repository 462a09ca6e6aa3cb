/** Where matters stand, in PostgreSQL: one statement a table for a whole batch. */
@NullMarked
package org.shishi.matter.store;

import org.jspecify.annotations.NullMarked;
