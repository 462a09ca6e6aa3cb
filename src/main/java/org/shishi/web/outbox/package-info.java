/** The outbox as its keepers see it: every notice on its way, and what they decide where it leads nowhere. */
@NullMarked
package org.shishi.web.outbox;

import org.jspecify.annotations.NullMarked;
