/** What the public does without signing in: say it, follow it, verify it, read the figures. No rule lives here. */
@NullMarked
package org.shishi.web.citizen;

import org.jspecify.annotations.NullMarked;
