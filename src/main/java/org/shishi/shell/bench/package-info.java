/** How fast it is, as ratios against a named alternative in the same run. */
@NullMarked
package org.shishi.shell.bench;

import org.jspecify.annotations.NullMarked;
