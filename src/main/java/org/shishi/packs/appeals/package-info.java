/** What is special about appeals and cannot be said in a table. */
@NullMarked
package org.shishi.packs.appeals;

import org.jspecify.annotations.NullMarked;
