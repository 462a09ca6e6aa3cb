/** The ledger as anybody may check it, without signing in. */
@NullMarked
package org.shishi.web.log;

import org.jspecify.annotations.NullMarked;
