/** Lists that come in: the rows of a CSV or Excel file. */
@NamedInterface("lists")
@NullMarked
package org.shishi.paper.lists;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
