/** A copy of everything that must survive, in one file that says itself whether it is whole. */
@NullMarked
package org.shishi.shell.backup;

import org.jspecify.annotations.NullMarked;
