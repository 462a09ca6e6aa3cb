/** Foreign lists put on account, row by row, as a mapping file says. */
@NullMarked
package org.shishi.shell.imports;

import org.jspecify.annotations.NullMarked;
