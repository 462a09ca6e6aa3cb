/** What somebody keeps about themselves: where they are written to, their password, the address of their calendar. */
@NullMarked
package org.shishi.web.me;

import org.jspecify.annotations.NullMarked;
